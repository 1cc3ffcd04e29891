"""Write one revision: who may, on which chain, and what it makes of the projections."""

from collections.abc import Iterable
from dataclasses import dataclass

from evidencekit.bundle.ledger import encode_line
from evidencekit.bundle.limits import LINE_BYTES
from evidencekit.errors.bundle import LineTooLong
from evidencekit.errors.work import ErasureStays, LeadOnly, NoSuchRecord, NotYours, TooMuchText
from evidencekit.ids import AuthorId, RecordId, RevisionId
from evidencekit.merge.authority import (
    Reason,
    owners_after,
    refusal_as_successor,
    refusal_of,
)
from evidencekit.merge.sides import ERASURE
from evidencekit.operations.authority import authority_of
from evidencekit.operations.desk import Desk
from evidencekit.records.lineage import Lineage, heads
from evidencekit.records.revision import Body, Header, Revision, make_revision
from evidencekit.store import projections, revisions

_SURELY_FITS = LINE_BYTES // 8  # JSON spells one byte with six at most, and a header is short


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A revision before it has a place on the author's chain."""

    record: RecordId
    kind: str
    parents: tuple[RevisionId, ...]
    body: Body
    at: str
    reason: str
    written: str


def write(desk: Desk, draft: Draft) -> Revision:
    """Put a draft on this person's chain and bring the projections up to date.

    Runs inside the caller's transaction, so that several stand or fall together. LeadOnly or
    NotYours when the roster does not allow it.
    """
    seq, prev = revisions.last_of(desk.database, desk.me.id)
    header = Header(
        author=desk.me.id, seq=seq + 1, prev=prev, record=draft.record, kind=draft.kind,
        parents=draft.parents, body="", at=draft.at, tz=desk.clock.zone, written=draft.written,
        reason=draft.reason,
    )  # fmt: skip
    revision = make_revision(header, draft.body, desk.ids.salt())
    _check_travels(revision)
    check_allowed(desk, revision)
    revisions.add(desk.database, revision, None)
    projections.refresh(desk.database, [draft.record])
    return revision


def heads_of(desk: Desk, record: RecordId) -> tuple[Revision, ...]:
    """Give the current versions of a record; several are an open clash."""
    found = heads(revisions.of_record(desk.database, record))
    if not found:
        raise NoSuchRecord(record=record)
    return found


def check_allowed(desk: Desk, revision: Revision) -> None:
    """Raise LeadOnly, NotYours or ErasureStays unless this author may write this revision."""
    kind, authority = revision.header.kind, authority_of(desk)
    if kind == ERASURE and revision.header.parents:
        raise ErasureStays
    reason = refusal_of(revision, authority)
    if reason is None and revision.header.parents:
        lineage = Lineage(revisions.of_record(desk.database, revision.header.record))
        owners: dict[RevisionId, frozenset[AuthorId]] = {}
        for earlier in lineage.ordered:
            past = [lineage.revisions[parent] for parent in earlier.header.parents]
            owners[earlier.id] = owners_after(earlier, past, owners)
        parents = [lineage.revisions[parent] for parent in revision.header.parents]
        reason = refusal_as_successor(revision, parents, owners, authority)
    if reason is Reason.LEAD_ONLY:
        raise LeadOnly(kind=kind)
    if reason is not None:
        raise NotYours(kind=kind)


def _check_travels(revision: Revision) -> None:
    """Refuse what no bundle could carry: it would keep its author's whole chain at home."""
    if len(revision.content or b"") < _SURELY_FITS:
        return
    try:
        encode_line(revision)
    except LineTooLong as error:
        raise TooMuchText(limit_kb=LINE_BYTES // 1024) from error


def carry_out_erasures(desk: Desk, made: Iterable[Revision]) -> frozenset[RecordId]:
    """Destroy the content that erasures name, where it is here; give the records touched."""
    touched = set()
    for erasure in made:
        target = RevisionId(str(erasure.body.fields.get("target", "")))
        held = revisions.get(desk.database, target)
        if held is not None and not held.is_erased:
            revisions.erase(desk.database, target)
            touched.add(held.header.record)
    projections.refresh(desk.database, touched)
    return frozenset(touched)
