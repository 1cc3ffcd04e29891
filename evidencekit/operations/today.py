"""Today: what is next, what is unfinished, where to look."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from evidencekit.analysis.coverage import thinnest
from evidencekit.analysis.gaps import not_handed_in
from evidencekit.analysis.snapshot import SCORE, Item, Snapshot
from evidencekit.analysis.tomorrow import TASK
from evidencekit.checks.safety import is_closed
from evidencekit.ids import AuthorId, RecordId
from evidencekit.operations import blind, case_key_place, drafting, reading, remembering
from evidencekit.operations.case_key_place import HeldLine
from evidencekit.operations.desk import Desk
from evidencekit.operations.drafting import Unsaved
from evidencekit.operations.tasking import Due, Task, tasks
from evidencekit.records import facts
from evidencekit.records.acceptance import ACCEPTED
from evidencekit.records.revision import State
from evidencekit.store import listing, revisions
from evidencekit.store.listing import Listed, Only

_SHOWN = ("inspection", "concern", "query", "answer", TASK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """Everything the first screen shows."""

    day: date
    name: str
    area: str
    unsaved: tuple[Unsaved, ...]
    counts: dict[str, int]  # records by kind
    voices: int  # records that hold a child's own words
    drafts: tuple[Item, ...]  # one's own records that are not submitted
    thin: tuple[tuple[str, str, int], ...]  # area id, label, pieces of evidence
    without_area: tuple[RecordId, ...]
    open_concerns: tuple[Item, ...]
    open_queries: tuple[Item, ...]  # to this person, or of the team when this is the lead
    answers_to_read: tuple[Item, ...]  # the lead's questions that were answered, not settled
    clashes: int
    to_hand_over: int  # own revisions since the last bundle
    last_handed_over: str  # "" when never
    not_handed_in: tuple[AuthorId, ...]  # for the lead
    starts: str  # the inspection's days on site, "" until they are set
    ends: str
    areas: int  # that the team looks at together
    areas_with_evidence: int
    unfinished: Item | None  # one's own newest observation that has no end
    people: Mapping[AuthorId, str]  # everybody's name
    case_key_due: tuple[HeldLine, ...] = ()  # in the case key longer than was meant
    tasks: tuple[Task, ...] = ()  # given to this person and not answered


def today(desk: Desk) -> Today:
    """Gather the first screen from the lists; only the few records it shows are read."""
    snapshot = _read(desk)
    hidden = _hidden(desk)
    sent = remembering.sent(desk)
    last = remembering.last_sent(desk)
    seq, _head = revisions.last_of(desk.database, desk.me.id)
    mine = tuple(each for each in snapshot.standing() if each.author == desk.me.id)
    amount = _evidence(desk, hidden)
    return Today(
        day=this_day(desk),
        name=desk.me.name,
        area=desk.me.area,
        unsaved=drafting.all_drafts(desk),
        counts=_counts(desk, hidden),
        voices=listing.count_current(desk.database, Only(fact=facts.VOICE)),
        drafts=tuple(each for each in mine if each.state == State.DRAFT.value),
        thin=tuple(
            (area, desk.pack.label("pack.areas", area), amount[area]) for area in thinnest(amount)
        ),
        without_area=tuple(sorted(listing.of_tags(desk.database, Only(fact=facts.UNPLACED)))),
        open_concerns=tuple(
            each for each in snapshot.of_kind("concern") if not is_closed(each.fields)
        ),
        open_queries=_open_queries(desk, snapshot),
        answers_to_read=_answered(snapshot) if desk.is_lead else (),
        clashes=len(listing.clashes(desk.database)),
        to_hand_over=seq - last.upto,
        last_handed_over=sent[-1].at if sent else "",
        not_handed_in=not_handed_in(snapshot, this_day(desk).isoformat()) if desk.is_lead else (),
        starts=str(snapshot.inspection.get("starts", "")),
        ends=str(snapshot.inspection.get("ends", "")),
        areas=len(amount),
        areas_with_evidence=sum(map(bool, amount.values())),
        unfinished=_unfinished(mine),
        people={person.id: person.name for person in snapshot.people.values()},
        case_key_due=case_key_place.status(desk).due,
        tasks=tuple(
            each for each in tasks(snapshot, this_day(desk), desk.me.id) if each.due is not Due.DONE
        ),
    )


def this_day(desk: Desk) -> date:
    """Give the local day of the desk's clock."""
    return desk.clock.now().astimezone(ZoneInfo(desk.clock.zone)).date()


def count(desk: Desk, kind: str) -> int:
    """Give how many records of a kind stand."""
    return listing.count_current(desk.database, Only(kind=kind))


def _read(desk: Desk) -> Snapshot:
    """Read the records that the page shows, and the cases that its tasks name."""
    me = desk.me.id
    shown = (
        *(Only(kind=kind) for kind in _SHOWN),
        Only(author=me, fact=facts.DRAFT), Only(author=me, fact=facts.UNENDED),
    )  # fmt: skip
    found = reading.part(desk, *shown)
    cases = frozenset(case for task in found.of_kind(TASK) for case in task.cases)
    more = reading.items_of(desk, cases - found.items.keys())
    return replace(found, items={**found.items, **more})


def _hidden(desk: Desk) -> tuple[Listed, ...]:
    found = (listing.get_current(desk.database, each) for each in blind.hidden(desk))
    return tuple(each for each in found if each and not each.deleted)


def _counts(desk: Desk, hidden: Iterable[Listed]) -> dict[str, int]:
    left = Counter(listing.count_by_kind(desk.database))
    left.subtract(each.kind for each in hidden)
    return {kind: number for kind, number in left.items() if number}


def _evidence(desk: Desk, hidden: Iterable[Listed]) -> dict[str, int]:
    """Count the evidence of each joint area, without the scores that may not be seen yet."""
    closed = {each.number for each in hidden}

    def seen(area: str) -> int:
        every = Only(area=area, fact=facts.EVIDENCE)
        scores = replace(every, kind=SCORE)
        unseen = closed & listing.numbers_of(desk.database, scores) if closed else ()
        return listing.count_current(desk.database, every) - len(unseen)

    return {area.id: seen(area.id) for area in desk.pack.joint_areas}


def _unfinished(mine: Iterable[Item]) -> Item | None:
    watching = (
        each for each in mine if each.kind == "observation" and not each.fields.get("ended")
    )
    return max(watching, key=lambda each: (each.at, each.record), default=None)


def _answers(snapshot: Snapshot) -> list[Item]:
    return [each for each in snapshot.of_kind("answer") if each.state == State.SUBMITTED.value]


def _answered(snapshot: Snapshot) -> tuple[Item, ...]:
    said = _answers(snapshot)
    settled = {each.fields.get("query") for each in said if each.accepted == ACCEPTED}
    answered = {each.fields.get("query") for each in said} - settled
    return tuple(each for each in snapshot.of_kind("query") if each.record in answered)


def _open_queries(desk: Desk, snapshot: Snapshot) -> tuple[Item, ...]:
    answered = {each.fields.get("query") for each in _answers(snapshot)}
    return tuple(
        each
        for each in snapshot.of_kind("query")
        if each.record not in answered and (desk.is_lead or each.fields.get("to") == desk.me.id)
    )
