"""Who comes when, and how wide to look: team and phases, the police force, who is called in.

Plain sentences with their paragraph, those in order too: a lead can show that they were looked at.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from evidencekit.checks.context import Context, Fields, WholeContext
from evidencekit.checks.problem import NO_RECORD
from evidencekit.checks.safety import host_and_placing
from evidencekit.checks.team import team_is_whole, team_on_site
from evidencekit.framework.items import Inspectorate, Part
from evidencekit.ids import RecordId
from evidencekit.records import given

FORCE, AWAY = "¶31", "¶32"
_PROSECUTION = "cps"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One sentence about the team and its conditions."""

    words: str
    source: str
    is_due: bool  # there is something to do
    record: RecordId = NO_RECORD


def conditions(whole: WholeContext) -> tuple[Said, ...]:
    """Say how the team, the phases and the conditions stand, what is to be done first."""
    found = (
        *_team(whole), *_sizes(whole), *_days(whole), *_force(whole), *_away(whole),
        *_called_in(whole),
    )  # fmt: skip
    return tuple(sorted(found, key=lambda each: not each.is_due))


def _team(whole: WholeContext) -> Iterator[Said]:
    for problem in (*team_is_whole(whole), *team_on_site(whole)):
        yield Said(
            words=problem.words, source=problem.source, is_due=True, record=problem.record
        )  # fmt: skip


def _sizes(whole: WholeContext) -> Iterator[Said]:
    """Say how many of each inspectorate there are, beside how many are likely."""
    have = Counter(given.text(item.fields, "inspectorate") for item in whole.of_kind("member"))
    for one in whole.pack.inspectorates:
        if have[one.id]:
            are = "is" if have[one.id] == 1 else "are"
            likely = f"; likely {one.likely}" if one.likely > 1 else ""
            words = f"{have[one.id]} of {one.label} {are} in the team{likely}."
            yield Said(
                words=words, source=whole.pack.cited(one.source),
                is_due=have[one.id] < one.likely,
            )  # fmt: skip


def _days(whole: WholeContext) -> Iterator[Said]:
    team = whole.pack.team
    people: dict[str, set[str]] = {}
    for item in whole.of_kind("deployment"):
        for row in given.rows(item.fields, "on_site"):
            if day := given.text(row, "day"):
                people.setdefault(day, set()).add(given.text(item.fields, "member"))
    if team is None or not people:
        return
    day, there = max(sorted(people.items()), key=lambda each: len(each[1]))
    if len(there) <= team.most_at_once:
        are = "is" if len(there) == 1 else "are"
        words = f"At most {len(there)} {are} on site at once, on {_said_day(day)}; likely at most "
        yield Said(
            words=f"{words}{team.most_at_once}.", source=whole.pack.cited(team.source), is_due=False
        )


def _force(whole: WholeContext) -> Iterator[Said]:
    """Say how wide to look at the police: a force serves several areas."""
    inspection = whole.inspection
    if inspection is None or not _asks(whole, FORCE):
        return
    force = given.text(inspection.fields, "police_force") or "this police force"
    words, is_due = _how_wide(force, given.group(inspection.fields, "force_check"))
    yield Said(
        words=words, source=whole.pack.cited(FORCE), is_due=is_due, record=inspection.record
    )  # fmt: skip


def _how_wide(force: str, check: Fields) -> tuple[str, bool]:
    first, changed = given.text(check, "first_in_force"), given.text(check, "changes_since")
    depth = given.text(check, "depth")
    if first not in {given.YES, given.NO}:
        return (
            f"Say whether this is the first inspection in {force}: how wide to look follows.",
            True,
        )
    if first == given.YES:
        return _depth(f"The first inspection in {force}", depth, wide=True)
    if changed not in {given.YES, given.NO}:
        return f"Ask whether {force} has changed since its last inspection.", True
    if changed == given.YES:
        return _depth(f"{force} has changed since its last inspection", depth, wide=True)
    return _depth(f"Nothing has changed in {force} since its last inspection", depth, wide=False)


def _depth(why: str, depth: str, *, wide: bool) -> tuple[str, bool]:
    wanted = (
        "the whole force is looked at"
        if wide
        else "local arrangements and the interface only are looked at"
    )
    if not depth:
        return f"{why}: {wanted}. Say so in the inspection.", True
    is_so = (depth == "force-wide") is wide
    return f"{why}: {wanted}." + ("" if is_so else " The inspection says otherwise."), not is_so


def _away(whole: WholeContext) -> Iterator[Said]:
    """Say which children away from home lack one of their two authorities."""
    if not _asks(whole, AWAY):
        return
    known = {item.record: item for item in whole.items}
    for item in whole.of_kind("case", "concern"):
        context = Context(
            pack=whole.pack, record=item.record, kind=item.kind, fields=item.fields, look=known.get
        )
        for problem in host_and_placing(context):
            name = given.text(item.fields, "reference") or "A concern"
            yield Said(
                words=f"{name}: {problem.words}", source=whole.pack.cited(AWAY), is_due=True,
                record=item.record,
            )  # fmt: skip


def _called_in(whole: WholeContext) -> Iterator[Said]:
    """Say which inspectorates come only on a condition, and whether it seems to be met."""
    here = {given.text(item.fields, "inspectorate") for item in whole.of_kind("member")}
    for one in whole.pack.inspectorates:
        if one.part is Part.CONDITIONAL and one.id not in here:
            words = f"{one.label} is not in the team. {one.condition}".strip()
            if not _has_place(whole, one):
                yield Said(words=words, source=whole.pack.cited(one.source), is_due=False)
        elif one.part is Part.TRIGGERED and one.id not in here:
            yield _triggered(whole, one)


def _triggered(whole: WholeContext, one: Inspectorate) -> Said:
    seen = [
        item.record
        for item in whole.items
        if not item.is_deleted
        and given.text(item.fields, "agency") == _PROSECUTION
        and any(
            given.text(row, "polarity") == "weakness" for row in given.rows(item.fields, "areas")
        )
    ]
    words = f"{one.label} is not in the team. {one.condition}".strip()
    if seen:
        many = "1 record shows" if len(seen) == 1 else f"{len(seen)} records show"
        words += f" {many} a weakness there: decide whether to call it in."
    return Said(
        words=words, source=whole.pack.cited(one.source), is_due=bool(seen),
        record=seen[0] if seen else NO_RECORD,
    )  # fmt: skip


def _has_place(whole: WholeContext, one: Inspectorate) -> bool:
    fields = whole.inspection.fields if whole.inspection else {}
    return bool(set(given.texts(fields, "establishments")) & set(one.establishments))


def _asks(whole: WholeContext, paragraph: str) -> bool:
    """Tell whether this framework has the paragraph at all."""
    return any(paragraph in one.source for one in whole.pack.inspectorates)


def _said_day(day: str) -> str:
    try:
        read = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{read.day} {read:%B %Y}"
