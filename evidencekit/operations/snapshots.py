"""Snapshots: the base of a moment under a name, and what has come, changed and gone since."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from evidencekit.canonical import Json
from evidencekit.errors.report import NotASnapshot
from evidencekit.errors.work import ReasonNeeded
from evidencekit.ids import AuthorId, RecordId
from evidencekit.operations import care, reading
from evidencekit.operations.capture import Captured, Entry, capture
from evidencekit.operations.desk import Desk
from evidencekit.records.given import rows, text
from evidencekit.records.kinds import KINDS
from evidencekit.records.revision import Revision, State
from evidencekit.store import fingerprint as fingerprints, revisions

SNAPSHOT = "snapshot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What happened to the records of one kind since the snapshot."""

    kind: str
    label: str
    new: int
    changed: int
    deleted: int


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
    records: tuple[tuple[RecordId, str], ...]  # (record, "new", "changed" or "deleted")


def take(desk: Desk, name: str, note: str = "") -> Captured:
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
    return capture(desk, Entry(kind=SNAPSHOT, fields=fields, state=State.SUBMITTED.value))


def listed(desk: Desk) -> tuple[tuple[RecordId, str, str], ...]:
    """Give every snapshot: record, name, when it was taken, the newest first."""
    held = reading.snapshot(desk).of_kind(SNAPSHOT)
    found = sorted(held, key=lambda item: item.written, reverse=True)
    return tuple(
        (each.record, text(each.fields, "name"), text(each.fields, "taken_at")) for each in found
    )


def compare(desk: Desk, record: RecordId) -> Comparison:
    """Hold a snapshot beside today: recounted from the ledger, not from memory."""
    item = reading.item(desk, record)
    if item.kind != SNAPSHOT:
        raise NotASnapshot
    reach = _reach(item.fields)
    then: list[Revision] = []
    later: list[Revision] = []
    for each in revisions.everything(desk.database):
        if each.header.record != record:
            is_then = each.header.seq <= reach.get(each.header.author, 0)
            (then if is_then else later).append(each)
    frozen = fingerprints.of_ids(sorted(each.id for each in then))
    now = fingerprints.fingerprint(desk.database)
    records = tuple(_moved(then, later))
    return Comparison(
        name=text(item.fields, "name"), taken_at=text(item.fields, "taken_at"),
        fingerprint=text(item.fields, "fingerprint"), fingerprint_now=now.groups,
        held=frozen.revisions, now=now.revisions,
        is_whole=frozen.groups == text(item.fields, "fingerprint"),
        since=_by_kind(records, {each.header.record: each.header.kind for each in later}),
        records=records,
    )  # fmt: skip


def _reach(fields: Mapping[str, Json]) -> dict[AuthorId, int]:
    found = {}
    for row in rows(fields, "chains"):
        seq = row.get("seq")
        if isinstance(seq, int):
            found[AuthorId(text(row, "author"))] = seq
    return found


def _moved(then: Sequence[Revision], later: Sequence[Revision]) -> Iterator[tuple[RecordId, str]]:
    before = {each.header.record for each in then}
    last: dict[RecordId, Revision] = {}
    for each in later:
        held = last.get(each.header.record)
        if held is None or each.header.written >= held.header.written:
            last[each.header.record] = each
    for record in sorted(last):
        if last[record].body.state == State.DELETED.value:
            yield record, "deleted"
        else:
            yield record, "changed" if record in before else "new"


def _by_kind(
    records: Sequence[tuple[RecordId, str]], kinds: Mapping[RecordId, str]
) -> tuple[Since, ...]:
    many = Counter((kinds[record], what) for record, what in records)
    order = {kind: place for place, kind in enumerate(KINDS)}
    found = sorted({kind for kind, _ in many}, key=lambda kind: order.get(kind, len(order)))
    return tuple(
        Since(
            kind=kind, label=KINDS[kind].plural if kind in KINDS else kind,
            new=many[kind, "new"], changed=many[kind, "changed"], deleted=many[kind, "deleted"],
        )
        for kind in found
    )  # fmt: skip
