"""What to look for next, suggested from what is missing; the lead writes the task, or does not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from evidencekit.analysis.claims import HowTested, board
from evidencekit.analysis.disputes import Dispute, disputes
from evidencekit.analysis.gaps import gaps
from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.analysis.standing import Standing, standings
from evidencekit.analysis.triangulation import Flag
from evidencekit.ids import RecordId
from evidencekit.records.given import text
from evidencekit.records.words import label_of

TASK = "task"
NONE = RecordId("")
_LONGEST = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Something to look for, and why; who does it is for the lead to say."""

    what: str
    why: str
    area: str = ""
    case: RecordId = NONE
    about: RecordId = NONE

    @property
    def place(self) -> tuple[str, str, str]:
        """Tell two suggestions of the same thing."""
        return self.area, self.case, self.about


def suggestions(
    snapshot: Snapshot, disputed: Sequence[Dispute] | None = None,
    areas: Sequence[Standing] | None = None,
) -> tuple[Suggestion, ...]:  # fmt: skip
    """Give what is missing as things to look for, without those that a task already names.

    What was worked out before may be handed in.
    """
    asked = {
        (text(task.fields, "area"), text(task.fields, "case"), text(task.fields, "about"))
        for task in snapshot.of_kind(TASK)
    }
    disputed = disputes(snapshot) if disputed is None else disputed
    areas = standings(snapshot, disputed) if areas is None else areas
    found = (
        *_areas(snapshot, areas),
        *_claims(snapshot),
        *_sample(snapshot),
        *(_differ(snapshot, each) for each in disputed if each.is_open),
    )
    return tuple(each for each in found if each.place not in asked)


def _differ(snapshot: Snapshot, dispute: Dispute) -> Suggestion:
    where = _area_words(snapshot, dispute.area)
    case = snapshot.items.get(dispute.case)
    child = f" for {text(case.fields, 'reference')}" if case else ""
    # Scores are not spoken of: a task is read by people who have not scored yet.
    why = "One saw a strength, another a weakness." if dispute.sort == "polarity" else ""
    return Suggestion(
        what=f"Look again at {where}{child}", why=why, area=dispute.area, case=dispute.case
    )


def _areas(snapshot: Snapshot, found: Iterable[Standing]) -> Iterator[Suggestion]:
    joint = {area.id for area in snapshot.pack.joint_areas}
    for each in found:
        where = _area_words(snapshot, each.area)
        if not each.support.evidence:
            if each.area in joint:
                yield Suggestion(what=f"Look at {where}", why=each.weakest, area=each.area)
        elif Flag.ONE_INSPECTOR in each.support.flags:
            what = f"A second pair of eyes on {where}"
            yield Suggestion(what=what, why=each.weakest, area=each.area)
        elif Flag.ONE_SOURCE_TYPE in each.support.flags:
            what = f"Another kind of source on {where}"
            yield Suggestion(what=what, why=each.weakest, area=each.area)


def _claims(snapshot: Snapshot) -> Iterator[Suggestion]:
    for each in board(snapshot):
        if each.tested is HowTested.UNTESTED or each.says_tested:
            yield Suggestion(
                what=f"Test against cases: {_short(text(each.claim.fields, 'claim'))}",
                why="A leader said so, and no case has tested it.",
                area=each.areas[0] if each.areas else "",
                about=each.claim.record,
            )


def _sample(snapshot: Snapshot) -> Iterator[Suggestion]:
    missing = gaps(snapshot)
    unread: dict[RecordId, list[str]] = {}
    for each in missing.unread_records:
        unread.setdefault(each.case, []).append(label_of("agencies", each.agency))
    for case, agencies in unread.items():
        what = f"Read in {_reference(snapshot, case)}: {', '.join(agencies)}"
        yield Suggestion(what=what, why="These agencies know the child.", case=case)
    for case in missing.cases_without_impact:
        if case not in unread:
            what = f"Ask in {_reference(snapshot, case)} what it meant for the child"
            yield Suggestion(what=what, why="Nothing says so yet.", case=case)
    if missing.only_chosen_voices:
        yield Suggestion(
            what="Speak with a child whom inspectors choose",
            why="Every child heard so far was suggested by the local area.",
        )


def _area_words(snapshot: Snapshot, area: str) -> str:
    return f"{area} {snapshot.pack.label('pack.areas', area)}".strip()


def _reference(snapshot: Snapshot, case: RecordId) -> str:
    item: Item | None = snapshot.items.get(case)
    return text(item.fields, "reference") if item else "a case that is not here"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"
