"""Read: lists, one record with its history, search, and a frozen snapshot of everything."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from evidencekit import clock
from evidencekit.analysis.items import read_item, read_items
from evidencekit.analysis.snapshot import BundleRow, Item, Person, Snapshot
from evidencekit.canonical import Json
from evidencekit.errors.work import NoSuchRecord, NoSuchRevision
from evidencekit.ids import AttachmentId, AuthorId, RecordId, RevisionId
from evidencekit.operations import blind, remembering
from evidencekit.operations.desk import Desk
from evidencekit.records.fields import Field
from evidencekit.records.lineage import Lineage
from evidencekit.records.revision import Revision
from evidencekit.store import (
    attachments,
    fingerprint,
    listing,
    relations,
    revisions,
    search as finder,
)
from evidencekit.store.listing import Listed, Only
from evidencekit.store.search import Hit

__all__ = [
    "EVERYTHING",
    "Found",
    "Only",
    "Row",
    "choices",
    "find_record",
    "find_revision",
    "history",
    "item",
    "items_of",
    "part",
    "people_of",
    "read_attachment",
    "row",
    "rows",
    "rows_of",
    "search",
    "snapshot",
    "title",
    "whole",
]

N = TypeVar("N", Listed, Hit)
EVERYTHING = listing.EVERYTHING
EVERY = 1_000_000_000
NOT_HERE = "a record that is not here"
PREFIX_LEAST = 6  # characters of a record's id that may stand for the whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A record in a list."""

    number: int  # hand the last one back as `before` for the next page
    record: RecordId
    kind: str
    title: str
    author: AuthorId
    author_name: str
    inspectorate: str
    at: str
    written: str
    state: str
    accepted: str
    heads: int
    cases: tuple[RecordId, ...] = ()
    provenance: str = ""
    marking: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A record that was searched for, with the place where the words stand."""

    row: Row
    snippet: str
    marks: tuple[tuple[int, int], ...]  # (start, length) in the snippet


def rows(
    desk: Desk, only: Only = listing.EVERYTHING, *, limit: int = 200, before: int | None = None
) -> tuple[Row, ...]:
    """Give a page of records that stand, newest first."""
    people = people_of(desk)

    def page(most: int, below: int | None) -> Sequence[Listed]:
        return listing.list_current(desk.database, only, limit=most, before=below)

    return tuple(_row(each, people) for each in _open_ones(desk, page, limit, before))


def rows_of(desk: Desk, records: Iterable[RecordId]) -> tuple[Row, ...]:
    """Give these records as rows of a list, newest first; what does not stand is left out."""
    return _open_rows(desk, listing.of_records(desk.database, frozenset(records)))


def clashes(desk: Desk) -> tuple[Row, ...]:
    """Give the records that stand in more than one version, newest first."""
    return _open_rows(desk, listing.clashes(desk.database))


def new_information(desk: Desk) -> tuple[Row, ...]:
    """Give the accepted records that have a newer version, newest first."""
    return _open_rows(desk, listing.new_information(desk.database))


def search(
    desk: Desk, words: str, only: Only = listing.EVERYTHING, *, limit: int = 50,
    before: int | None = None,
) -> tuple[Found, ...]:  # fmt: skip
    """Find words in what was written, newest first; the last one may be half typed."""
    people = people_of(desk)

    def page(most: int, below: int | None) -> Sequence[Hit]:
        return finder.find(desk.database, words, only, limit=most, before=below)

    hits = _open_ones(desk, page, limit, before)
    return tuple(Found(_row(hit.listed, people), hit.snippet, hit.marks) for hit in hits)


def item(desk: Desk, record: RecordId) -> Item:
    """Give one record as it stands; ScoreHidden when it may not be seen yet."""
    blind.check_open(desk, record)
    decided = relations.decisions(desk.database, record)
    found = read_item(
        revisions.of_record(desk.database, record),
        people_of(desk),
        [each for each in (revisions.get(desk.database, d.head) for d in decided) if each],
        desk.pack.moved_areas,
    )
    if found is None:
        raise NoSuchRecord(record=record)
    return found


def row(desk: Desk, record: RecordId) -> Row | None:
    """Give one record as a list shows it; None for one that is not here or may not be seen."""
    listed = listing.get_current(desk.database, record)
    if listed is None or record in blind.hidden(desk):
        return None
    return _row(listed, people_of(desk))


def title(desk: Desk, record: RecordId) -> str:
    """Name a record that another points at, here or not; a score tells no more than its area."""
    listed = listing.get_current(desk.database, record)
    return listed.title if listed else NOT_HERE


def history(desk: Desk, record: RecordId) -> tuple[Revision, ...]:
    """Give every version of a record, each after all it follows."""
    blind.check_open(desk, record)
    family = Lineage(revisions.of_record(desk.database, record))
    if not family.revisions:
        raise NoSuchRecord(record=record)
    return (*family.ordered, *family.waiting)


def find_record(desk: Desk, named: str) -> RecordId:
    """Find a record by its id, the beginning of one, or a case's reference."""
    record = listing.find_record(desk.database, named.strip(), PREFIX_LEAST)
    if record is None:
        raise NoSuchRecord(record=named)
    return record


def find_revision(desk: Desk, record: RecordId, named: str) -> RevisionId:
    """Find a version of a record by its id or the beginning of one."""
    names = [each.id for each in history(desk, record) if each.id.startswith(named)]
    if len(names) != 1 or len(named) < PREFIX_LEAST:
        raise NoSuchRevision(revision=named)
    return names[0]


def snapshot(desk: Desk) -> Snapshot:
    """Freeze the evidence of this moment that this person may see."""
    return _snapshot(desk, blind.hidden(desk))


def whole(desk: Desk) -> Snapshot:
    """Freeze the evidence for what leaves the desk on paper: the lead's is of everything."""
    return _snapshot(desk, frozenset() if desk.is_lead else blind.hidden(desk))


def part(desk: Desk, *wanted: Only, besides: Iterable[RecordId] = ()) -> Snapshot:
    """Freeze only the records that these lists hold, and some besides: what one page shows."""
    listed = (each for only in wanted for each in listing.of_tags(desk.database, only))
    records = frozenset((*listed, *besides)) - blind.hidden(desk)
    people = people_of(desk)
    items = items_of(desk, records)
    return Snapshot(
        inspection=inspection_of(items.values()), pack=desk.pack, people=people, items=items,
        fingerprint="", bundles=bundle_rows(desk), taken_at=clock.stamp(desk.clock.now()),
    )  # fmt: skip


def items_of(desk: Desk, records: Collection[RecordId]) -> dict[RecordId, Item]:
    """Give these records as they stand, read in one go; one that is not here is left out."""
    decided = relations.decided_on(desk.database, records)
    family = revisions.of_records(desk.database, {*records, *decided})
    found = read_items(family, people_of(desk), desk.pack.moved_areas)
    return {record: item for record, item in found.items() if record in records}


def _snapshot(desk: Desk, closed: frozenset[RecordId]) -> Snapshot:
    people = people_of(desk)
    every = revisions.everything(desk.database)
    open_ones = (each for each in every if each.header.record not in closed)
    items = read_items(open_ones, people, desk.pack.moved_areas)
    return Snapshot(
        inspection=inspection_of(items.values()),
        pack=desk.pack,
        people=people,
        items=items,
        fingerprint=fingerprint.fingerprint(desk.database).groups,
        bundles=bundle_rows(desk),
        taken_at=clock.stamp(desk.clock.now()),
        withheld=_scores_among(desk, closed),
    )


def _scores_among(desk: Desk, closed: frozenset[RecordId]) -> int:
    return sum(each.record in closed for each in relations.scores(desk.database)) if closed else 0


def people_of(desk: Desk) -> Mapping[AuthorId, Person]:
    """Give everybody on the roster, and oneself."""
    me = desk.me
    people = {me.id: Person(id=me.id, name=me.name, inspectorate=me.inspectorate, role=me.role)}
    if desk.trust is not None:
        for member in desk.trust.roster.members:
            people[member.id] = Person(
                id=member.id, name=member.name, inspectorate=member.inspectorate, role=member.role
            )
    return people


def choices(desk: Desk, field: Field) -> tuple[tuple[str, str], ...]:
    """Give what a field that points at records or people may be filled with: (id, label)."""
    if field.of_kinds:
        found = (row for kind in field.of_kinds for row in rows(desk, Only(kind=kind), limit=EVERY))
        return tuple((row.record, row.title) for row in found)
    return tuple((person.id, person.name) for person in people_of(desk).values())


def read_attachment(desk: Desk, digest: str) -> Iterator[bytes]:
    """Give an attachment's bytes in pieces; never a file on disk."""
    return attachments.read(desk.database, AttachmentId(digest))


def _open_rows(desk: Desk, listed: Iterable[Listed]) -> tuple[Row, ...]:
    """Give what stands of these and may be seen."""
    people, closed = people_of(desk), blind.hidden(desk)
    return tuple(
        _row(each, people) for each in listed if not each.deleted and each.record not in closed
    )


def _open_ones(
    desk: Desk, page: Callable[[int, int | None], Sequence[N]], limit: int, before: int | None
) -> list[N]:  # fmt: skip
    """Fill a page with what may be seen: one that is short would look like the last."""
    closed = blind.hidden(desk)
    found = list(page(limit, before))
    shown = [each for each in found if each.record not in closed]
    while len(shown) < limit and len(found) == limit:
        found = list(page(limit, found[-1].number))
        shown += [each for each in found if each.record not in closed]
    return shown[:limit]


def _row(listed: Listed, people: Mapping[AuthorId, Person]) -> Row:
    person = people.get(listed.author)
    return Row(
        number=listed.number, record=listed.record, kind=listed.kind, title=listed.title,
        author=listed.author, author_name=person.name if person else listed.author,
        inspectorate=person.inspectorate if person else "", at=listed.at, written=listed.written,
        state=listed.state, accepted=listed.accepted, heads=listed.heads, cases=listed.cases,
        provenance=listed.provenance, marking=listed.marking,
    )  # fmt: skip


def inspection_of(items: Iterable[Item]) -> Mapping[str, Json]:
    """Give the answers of the inspection's own record."""
    return next((each.fields for each in items if each.kind == "inspection"), {})


def bundle_rows(desk: Desk) -> tuple[BundleRow, ...]:
    """Give the bundles that were joined."""
    return tuple(
        BundleRow(
            sender=received.sender, seq=received.seq, kind=received.kind, received=received.at,
            revisions=received.revisions, digest=received.tag_digest,
        )
        for received in remembering.received(desk)
    )  # fmt: skip
