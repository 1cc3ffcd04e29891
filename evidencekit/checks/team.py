"""V08: the team that the framework and the area ask for, and how many are on site."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from evidencekit.checks.context import Fields, WholeContext
from evidencekit.checks.problem import Problem, advice
from evidencekit.framework.items import Inspectorate, Part, Phase
from evidencekit.records import given


def team_on_site(whole: WholeContext) -> Iterator[Problem]:
    """Look how many are on site each day, and who comes before their part of the inspection."""
    days: dict[str, set[str]] = defaultdict(set)
    for who, row in _days(whole):
        days[given.text(row, "day")].add(who)
    team = whole.pack.team
    for day, members in sorted(days.items()):
        if team and len(members) > team.most_at_once:
            words = f"{len(members)} are on site on {day}; likely at most {team.most_at_once}."
            yield advice(words, source=whole.pack.cited(team.source))
    yield from _too_early(whole)


def team_is_whole(whole: WholeContext) -> Iterator[Problem]:
    """Look for inspectorates that this area needs, and those that it does not."""
    inspection = whole.inspection
    if inspection is None:
        return
    here = set(given.texts(inspection.fields, "establishments"))
    present = set(_inspectorates(whole).values())
    for one in whole.pack.inspectorates:
        words = _missing(one, here) if one.id not in present else _uncalled(one, here)
        if words:
            yield advice(words, source=whole.pack.cited(one.source), record=inspection.record)


def _missing(one: Inspectorate, here: set[str]) -> str:
    if one.part is Part.CONDITIONAL:
        needed = here.intersection(one.establishments)
        return f"This area needs an inspector of {one.label}. Add one." if needed else ""
    if one.part is Part.TRIGGERED:
        return ""
    return f"Nobody of {one.label} is in the team yet. Add at least one."


def _uncalled(one: Inspectorate, here: set[str]) -> str:
    if one.part is not Part.CONDITIONAL or here.intersection(one.establishments):
        return ""
    return f"{one.label} is in the team, and the inspection names no place that needs it."


def _too_early(whole: WholeContext) -> Iterator[Problem]:
    inspection = whole.inspection
    second = given.text(inspection.fields, "second_part") if inspection else ""
    first = next((phase for phase in whole.pack.phases if phase.week == 1), None)
    if first is None:
        return
    early = {who for who, row in _days(whole) if _is_in_part(row, first, second)}
    found = {name for who, name in _inspectorates(whole).items() if who in early}
    for label in _not_of(whole, first, found):
        words = f"{label} is on site in the first part; likely only those of that part are."
        yield advice(words, source=whole.pack.cited(first.source))


def _is_in_part(row: Fields, first: Phase, second: str) -> bool:
    """Tell whether a day is in the first part: by the part it names, else by the date."""
    if part := given.text(row, "phase"):
        return part == first.id
    return bool(second) and given.text(row, "day") < second


def _not_of(whole: WholeContext, phase: Phase, found: set[str]) -> list[str]:
    return [
        one.label
        for one in whole.pack.inspectorates
        if one.id in found and one.id not in phase.inspectorates
    ]


def _days(whole: WholeContext) -> Iterator[tuple[str, Fields]]:
    for item in whole.of_kind("deployment"):
        for row in given.rows(item.fields, "on_site"):
            if given.text(row, "day"):
                yield given.text(item.fields, "member"), row


def _inspectorates(whole: WholeContext) -> Mapping[str, str]:
    """Give each member's inspectorate; a member not yet on the roster goes by the record."""
    return {
        given.text(item.fields, "member") or item.record: given.text(item.fields, "inspectorate")
        for item in whole.of_kind("member")
        if given.text(item.fields, "role") != "administrator"
    }
