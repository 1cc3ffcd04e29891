"""Snapshots: the base of a moment under a name, and what has come, changed and gone since."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from evidencekit.canonical import Json
from evidencekit.errors.report import NotASnapshot
from evidencekit.errors.work import ReasonNeeded
from evidencekit.ids import AuthorId, RecordId
from evidencekit.operations import care, reading
from evidencekit.operations.capture import Captured, Entry, capture
from evidencekit.operations.desk import Desk
from evidencekit.operations.snapshot_texts import Rewritten, rewritten
from evidencekit.records.acceptance import SET_ASIDE
from evidencekit.records.given import rows, text
from evidencekit.records.kinds import KINDS
from evidencekit.records.revision import Revision, State
from evidencekit.report.versions import body_of
from evidencekit.store import fingerprint as fingerprints, listing, revisions
from evidencekit.store.listing import Only

SNAPSHOT = "snapshot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What happened to the records of one kind since the snapshot."""

    kind: str
    label: str
    new: int
    changed: int
    deleted: int
    aside: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What became of one record since: new, changed, deleted or set aside, and by whom."""

    record: RecordId
    kind: str
    title: str
    what: str
    by: str  # a name
    written: str  # UTC


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A snapshot beside today."""

    name: str
    taken_at: str
    fingerprint: str
    fingerprint_now: str
    held: int  # versions it held
    now: int
    is_whole: bool  # what it held is still all here, to the letter
    since: tuple[Since, ...]
    moved: tuple[Moved, ...]
    texts: tuple[Rewritten, ...]  # of findings, judgements and sections, before and now

    @property
    def records(self) -> tuple[tuple[RecordId, str], ...]:
        """Give what became of each record: new, changed, deleted or set aside."""
        return tuple((each.record, each.what) for each in self.moved)


def take(desk: Desk, name: str, note: str = "", form: str = "") -> Captured:
    """Freeze the base of this moment under a name: its fingerprint and each chain's reach."""
    if not name.strip():
        raise ReasonNeeded(what="take a snapshot")
    state = care.fingerprint(desk)
    chains: list[Json] = [
        {"author": each.author, "seq": each.seq, "revision": each.head} for each in state.authors
    ]
    now = desk.clock.now().astimezone(ZoneInfo(desk.clock.zone))
    fields: dict[str, Json] = {
        "name": name.strip(), "taken_at": f"{now:%Y-%m-%dT%H:%M}",
        "fingerprint": state.groups, "revisions": state.revisions, "chains": chains,
    }  # fmt: skip
    if note.strip():
        fields["note"] = note
    entry = Entry(kind=SNAPSHOT, fields=fields, state=State.SUBMITTED.value, form=form)
    return capture(desk, entry)


def listed(desk: Desk) -> tuple[tuple[RecordId, str, str], ...]:
    """Give every snapshot: record, name, when it was taken, the newest first."""
    rows = reading.rows(desk, Only(kind=SNAPSHOT), limit=reading.EVERY)
    held = [reading.item(desk, row.record) for row in rows]
    found = sorted(held, key=lambda item: item.written, reverse=True)
    return tuple(
        (each.record, text(each.fields, "name"), text(each.fields, "taken_at")) for each in found
    )


def compare(desk: Desk, record: RecordId) -> Comparison:
    """Hold a snapshot beside today: recounted from the ledger, not from memory."""
    item = reading.item(desk, record)
    if item.kind != SNAPSHOT:
        raise NotASnapshot
    database, reach, state = desk.database, _reach(item.fields), care.fingerprint(desk)
    # Only what came later is read, and the history of the records it touched: of 100,000 versions
    # the rest is counted by its names alone.
    later = [
        each
        for author in state.authors
        for each in revisions.of_author(database, author.author, reach.get(author.author, 0))
        if each.header.record != record
    ]
    since = {each.id for each in (*later, *revisions.of_record(database, record))}
    touched = {each.header.record for each in later}
    then = [each for each in revisions.of_records(database, touched) if each.id not in since]
    frozen = fingerprints.of_ids(each for each in revisions.all_ids(database) if each not in since)
    moved = tuple(_moved(desk, then, later))
    return Comparison(
        name=text(item.fields, "name"), taken_at=text(item.fields, "taken_at"),
        fingerprint=text(item.fields, "fingerprint"), fingerprint_now=state.groups,
        held=frozen.revisions, now=state.revisions,
        is_whole=frozen.groups == text(item.fields, "fingerprint"),
        since=_by_kind(moved), moved=moved,
        texts=rewritten(desk.pack, then, later),
    )  # fmt: skip


def _reach(fields: Mapping[str, Json]) -> dict[AuthorId, int]:
    found = {}
    for row in rows(fields, "chains"):
        seq = row.get("seq")
        if isinstance(seq, int):
            found[AuthorId(text(row, "author"))] = seq
    return found


def _moved(desk: Desk, then: Sequence[Revision], later: Sequence[Revision]) -> Iterator[Moved]:
    before = {each.header.record for each in then}
    last: dict[RecordId, Revision] = {}
    for each in sorted(later, key=lambda one: one.header.written):
        last[each.header.record] = each
    people = reading.people_of(desk)
    aside = _set_aside(last.values())
    for record in sorted({*last, *aside}):
        found = aside.get(record) or last[record]
        header = found.header
        author = people.get(header.author)
        row = listing.get_current(desk.database, record)
        yield Moved(
            record=record, kind=row.kind if row else last.get(record, found).header.kind,
            title=row.title if row else reading.NOT_HERE,
            what=SET_ASIDE if record in aside else _what(last[record], before),
            by=author.name if author else header.author, written=header.written,
        )  # fmt: skip


def _what(last: Revision, before: Collection[RecordId]) -> str:
    if body_of(last).state == State.DELETED.value:
        return "deleted"
    return "changed" if last.header.record in before else "new"


def _set_aside(last: Iterable[Revision]) -> dict[RecordId, Revision]:
    """Give the decisions that set a record aside, by that record."""
    found = {}
    for each in last:
        fields = body_of(each).fields if each.header.kind == "decision" else {}
        if text(fields, "outcome") == SET_ASIDE:
            found[RecordId(text(fields, "subject"))] = each
    return found


def _by_kind(moved: Sequence[Moved]) -> tuple[Since, ...]:
    many = Counter((each.kind, each.what) for each in moved)
    order = {kind: place for place, kind in enumerate(KINDS)}
    found = sorted({kind for kind, _ in many}, key=lambda kind: order.get(kind, len(order)))
    return tuple(
        Since(
            kind=kind, label=KINDS[kind].plural if kind in KINDS else kind,
            new=many[kind, "new"], changed=many[kind, "changed"], deleted=many[kind, "deleted"],
            aside=many[kind, SET_ASIDE],
        )
        for kind in found
    )  # fmt: skip
