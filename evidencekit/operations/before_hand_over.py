"""Before handing over: what would go, to whom, what stays behind, and what to look at again."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from evidencekit.bundle.manifest import BundleKind
from evidencekit.ids import RecordId
from evidencekit.operations import gathering, reading, remembering
from evidencekit.operations.closing_day import Matter, Thing, closing_day, own_items
from evidencekit.operations.desk import Desk
from evidencekit.operations.hand_over import Wanted
from evidencekit.operations.reading import Row
from evidencekit.operations.today import this_day
from evidencekit.records.kinds import KINDS
from evidencekit.records.revision import Revision, State
from evidencekit.store import drafts, revisions


class What(Enum):
    """What kind of bundle is asked for."""

    NEW = "since"
    EVERYTHING = "full"
    SET_UP = "set-up"
    RETURN = "return"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """The answers to check before a bundle is signed."""

    what: What
    inspection: str
    area: str
    me: str
    day: date
    counts: tuple[tuple[str, int], ...]  # plural of a kind, records of it
    records: int
    new: int  # own versions written since the last bundle
    unsaved: int  # forms with text that was never saved: they stay behind
    readers: tuple[str, ...]
    drafts: int
    without_area: int
    open_concerns: int
    named: tuple[RecordId, ...]  # new records that may name somebody


def checklist(desk: Desk, what: What) -> Checklist:
    """Look through what a bundle of this kind would hold; nothing is gathered yet."""
    me = desk.me.id
    reach = remembering.last_sent(desk).upto
    new = tuple(revisions.of_author(desk.database, me, after=reach))
    going = new if what is What.NEW else gathering.parcel(desk, BundleKind(what.value)).revisions
    # The same list as Close my day, so that what was settled there is not asked about here.
    day, mine = closing_day(desk), own_items(desk)
    return Checklist(
        what=what,
        inspection=desk.pack.title,
        area=desk.me.area,
        me=desk.me.name,
        day=this_day(desk),
        counts=_counted(going),
        records=len({each.header.record for each in going}),
        new=len(new),
        unsaved=len(drafts.all_of(desk.database)),
        readers=_readers(desk, what),
        drafts=sum(each.state == State.DRAFT.value for each in mine),
        without_area=len(_records(day.of(Matter.AREAS))),
        open_concerns=len(day.of(Matter.CONCERNS)),
        named=_records(day.of(Matter.IDENTITIES)),
    )


def wanted(what: What) -> Wanted:
    """Give the order for a bundle of this kind."""
    return Wanted(BundleKind(what.value))


def named_rows(desk: Desk, records: Iterable[RecordId]) -> tuple[Row, ...]:
    """Give records as rows of a list, newest first."""
    return reading.rows_of(desk, records)


def _counted(going: Iterable[Revision]) -> tuple[tuple[str, int], ...]:
    kinds = {each.header.record: each.header.kind for each in going}
    counted = Counter(kinds.values())
    ordered = [kind for kind in KINDS if kind in counted]
    strange = sorted(set(counted) - set(ordered))
    return tuple((_words(kind, counted[kind]), counted[kind]) for kind in (*ordered, *strange))


def _words(kind: str, many: int) -> str:
    declared = KINDS.get(kind)
    if declared is None:
        return kind
    return (declared.label if many == 1 else declared.plural).lower()


def _readers(desk: Desk, what: What) -> tuple[str, ...]:
    if desk.trust is None:
        return ()
    found = gathering.recipients(desk.trust, BundleKind(what.value), ())
    return tuple(member.name for member in found)


def _records(things: Iterable[Thing]) -> tuple[RecordId, ...]:
    return tuple(dict.fromkeys(each.record for each in things))
