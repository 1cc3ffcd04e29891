"""Seen by two: accounts of one event by different inspectors, side by side, never folded.

Day, kind and case make an offer; the lead says what it is. Either answer is a decision record of
the lead's: it travels, it can be taken back, and nothing is counted differently by it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evidencekit.analysis.items import read_item
from evidencekit.analysis.snapshot import Item, Person
from evidencekit.errors.deciding import NotAPair, NothingDecided
from evidencekit.errors.work import NoSuchRecord
from evidencekit.ids import AuthorId, RecordId
from evidencekit.merge.links import EVENTS, LinkOffer, Sameness, linked, offers_among, said_of
from evidencekit.operations import decide, reading, verdicts
from evidencekit.operations.capture import Captured
from evidencekit.operations.desk import Desk
from evidencekit.records.given import text
from evidencekit.records.kinds import KINDS
from evidencekit.records.revision import Revision
from evidencekit.store import listing, relations, revisions
from evidencekit.store.listing import Listed, Only

__all__ = [
    "LINKED",
    "Account",
    "Pair",
    "Sameness",
    "Word",
    "beside",
    "keep_apart",
    "link",
    "offered_by",
    "pair_of",
    "pairs",
    "take_back",
]

LINKED = "Two accounts of one event."
_OUTCOMES = frozenset({Sameness.SAME.value, Sameness.APART.value})
_ORDER = (Sameness.DIFFER, Sameness.OPEN, Sameness.SAME, Sameness.APART)
_Place = tuple[str, str, str]  # kind, day, case


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One inspector's record of it."""

    record: RecordId
    kind: str
    title: str
    who: str
    inspectorate: str
    at: str
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What one leader said of a pair."""

    by: AuthorId
    by_name: str
    sameness: Sameness
    written: str
    reason: str
    decision: RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two accounts, and what was made of them."""

    one: Account
    other: Account
    case: str  # its reference, "" for none
    sameness: Sameness = Sameness.OPEN
    words: tuple[Word, ...] = ()

    @property
    def is_open(self) -> bool:
        """Tell whether a leader has to look at it still."""
        return self.sameness in {Sameness.OPEN, Sameness.DIFFER}

    @property
    def line(self) -> str:
        """Name it in one line: what, when, who and who."""
        one, other = self.one, self.other
        where = f", {self.case}" if self.case else ""
        return f"{one.title}{where}, {one.at[:10]}: {one.who} and {other.who}"


@dataclass(frozen=True, slots=True)
class _Read:
    """What pairs are made of."""

    items: Mapping[RecordId, Item]
    decisions: tuple[Item, ...]
    people: Mapping[AuthorId, Person]


def pairs(desk: Desk) -> tuple[Pair, ...]:
    """Give every pair, those to look at first; one whose record is not here is left out."""
    read = _read(desk, _rows(desk))
    said = said_of(read.decisions)
    offered = [_offered(desk, read, each) for each in offers_among(_items(read), read.decisions)]
    decided = [
        _pair(desk, read, (one, other))
        for one, other in (sorted(pair) for pair in said if len(pair) > 1)
        if {one, other} <= read.items.keys()
    ]
    found = [*offered, *decided]
    return tuple(sorted(found, key=lambda each: (_ORDER.index(each.sameness), each.one.at)))


def pair_of(desk: Desk, one: RecordId, other: RecordId) -> Pair:
    """Give two records side by side, offered or not; NotAPair when they cannot be one event."""
    _check_pair(desk, one, other)
    read = _read(desk, [_listed(desk, one), _listed(desk, other)])
    return _pair(desk, read, (one, other))


def offered_by(
    desk: Desk, records: Mapping[RecordId, Sequence[Revision]], fresh: Iterable[RecordId]
) -> tuple[Pair, ...]:
    """Give the pairs that a merge would make, from its records as they will be; nothing is written.

    `fresh` are the records that it changes; a pair of two others is not of its making.
    """
    people, coming = reading.people_of(desk), set(fresh)
    found = (read_item(each, people, moved=desk.pack.moved_areas) for each in records.values())
    theirs = {item.record: item for item in found if item is not None and not item.is_deleted}
    events = {name: item for name, item in theirs.items() if item.kind in EVENTS}
    wanted = {place for name in coming & events.keys() for place in _places_of(events[name])}
    if not wanted:
        return ()
    beside = (
        row for row in _all_rows(desk) if row.record not in records and wanted & set(_places(row))
    )
    read = _read(desk, beside)
    decisions = (*(d for d in read.decisions if d.record not in records),
                 *(item for item in theirs.values() if item.kind == "decision"))  # fmt: skip
    whole = _Read({**read.items, **events}, decisions, people)
    return tuple(
        _offered(desk, whole, each, theirs)
        for each in offers_among(_items(whole), decisions)
        if {each.one, each.other} & coming
    )


def link(desk: Desk, one: RecordId, other: RecordId, reason: str = "") -> Captured:
    """Say that two records tell of one event; both stand side by side, and both count."""
    _check_pair(desk, one, other)
    return decide.same_event(desk, one, other, reason.strip() or LINKED)


def keep_apart(desk: Desk, one: RecordId, other: RecordId, reason: str) -> Captured:
    """Say that two records tell of two events, so that nobody is asked again."""
    _check_pair(desk, one, other)
    return decide.not_the_same(desk, one, other, reason)


def take_back(desk: Desk, one: RecordId, other: RecordId, reason: str) -> Captured:
    """Take back what this person last said of a pair; NothingDecided without it."""
    found = pair_of(desk, one, other)
    mine = next((word for word in found.words if word.by == desk.me.id), None)
    if mine is None:
        raise NothingDecided
    return verdicts.take_back(desk, mine.decision, reason)


def beside(desk: Desk, record: RecordId) -> tuple[Account, ...]:
    """Give the other accounts of a record's event, as far as they are here."""
    groups = linked(said_of(_decisions(desk)))
    rows = (listing.get_current(desk.database, each) for each in groups.get(record, ()))
    others = [row for row in rows if row and row.record != record and not row.deleted]
    read = _read(desk, others)
    return tuple(_account(each, read.people) for each in _items(read))


def _read(desk: Desk, rows: Iterable[Listed]) -> _Read:
    people = reading.people_of(desk)
    found = {row.record: _item(desk, row.record, people) for row in rows}
    return _Read(
        {name: item for name, item in found.items() if item is not None}, _decisions(desk), people
    )


def _item(desk: Desk, record: RecordId, people: Mapping[AuthorId, Person]) -> Item | None:
    history = revisions.of_record(desk.database, record)
    return read_item(history, people, moved=desk.pack.moved_areas)


def _items(read: _Read) -> list[Item]:
    return [read.items[name] for name in sorted(read.items)]


def _decisions(desk: Desk) -> tuple[Item, ...]:
    """Give the decisions about pairs in force; there are few."""
    people = reading.people_of(desk)
    about = (d for d in relations.decisions(desk.database) if d.outcome in _OUTCOMES and d.other)
    found = (_item(desk, name, people) for name in dict.fromkeys(each.record for each in about))
    return tuple(item for item in found if item is not None and not item.is_deleted)


def _rows(desk: Desk) -> list[Listed]:
    """Give the rows that can be half of a pair: told by two people, or decided on."""
    every = _all_rows(desk)
    people: dict[_Place, set[str]] = {}
    for row in every:
        for place in _places(row):
            people.setdefault(place, set()).add(row.author)
    decided = {name for d in relations.decisions(desk.database) if d.outcome in _OUTCOMES
               for name in (d.subject, d.other)}  # fmt: skip
    known = {row.record for row in every}
    more = (listing.get_current(desk.database, RecordId(name)) for name in decided - known)
    return [
        *(row for row in every if row.record in decided
          or any(len(people[place]) > 1 for place in _places(row))),
        *(row for row in more if row is not None and not row.deleted),
    ]  # fmt: skip


def _all_rows(desk: Desk) -> list[Listed]:
    return [
        row
        for kind in EVENTS
        for row in listing.list_current(desk.database, Only(kind=kind), limit=reading.EVERY)
    ]


def _places(row: Listed) -> list[_Place]:
    return [(row.kind, row.at[:10], case) for case in row.cases or ("",)] if row.at else []


def _places_of(item: Item) -> list[_Place]:
    return [(item.kind, item.day, case) for case in item.cases or ("",)] if item.at else []


def _offered(
    desk: Desk, read: _Read, offer: LinkOffer, coming: Mapping[RecordId, Item] | None = None
) -> Pair:
    child = (coming or {}).get(offer.case)
    case = child.title if child else _reference(desk, offer.case)
    one, other = read.items[offer.one], read.items[offer.other]
    return Pair(one=_account(one, read.people), other=_account(other, read.people), case=case)


def _pair(desk: Desk, read: _Read, names: tuple[RecordId, RecordId]) -> Pair:
    one, other = (read.items[name] for name in names)
    said = said_of(read.decisions).get(frozenset(names))
    shared = [case for case in one.cases if case in other.cases]
    return Pair(
        one=_account(one, read.people), other=_account(other, read.people),
        case=_reference(desk, shared[0]) if shared else "",
        sameness=said.sameness if said else Sameness.OPEN,
        words=tuple(_word(each, read.people) for each in said.decisions) if said else (),
    )  # fmt: skip


def _account(item: Item, people: Mapping[AuthorId, Person]) -> Account:
    person, kind = people.get(item.author), KINDS.get(item.kind)
    return Account(
        record=item.record, kind=item.kind, title=item.title or (kind.label if kind else item.kind),
        who=person.name if person else item.author, inspectorate=item.inspectorate, at=item.at,
        written=item.written,
    )  # fmt: skip


def _word(decision: Item, people: Mapping[AuthorId, Person]) -> Word:
    person = people.get(decision.author)
    return Word(
        by=decision.author, by_name=person.name if person else decision.author,
        sameness=Sameness(text(decision.fields, "outcome")), written=decision.written,
        reason=text(decision.fields, "reason"), decision=decision.record,
    )  # fmt: skip


def _reference(desk: Desk, case: str) -> str:
    row = listing.get_current(desk.database, RecordId(case)) if case else None
    return row.title if row else ""


def _listed(desk: Desk, record: RecordId) -> Listed:
    found = listing.get_current(desk.database, record)
    if found is None:
        raise NoSuchRecord(record=record)
    return found


def _check_pair(desk: Desk, one: RecordId, other: RecordId) -> None:
    """Refuse what cannot be one event seen by two."""
    first, second = _listed(desk, one), _listed(desk, other)
    if one == other or first.author == second.author:
        raise NotAPair(why="both are by the same person")
    if first.deleted or second.deleted:
        raise NotAPair(why="one of them is deleted")
    declared = [KINDS.get(each.kind) for each in (first, second)]
    if not all(kind is not None and kind.is_evidence for kind in declared):
        raise NotAPair(why="only evidence tells of an event")
