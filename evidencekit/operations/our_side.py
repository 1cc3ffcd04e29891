"""What a merge needs to know of this workspace: the records a bundle touches, and no more."""

from collections.abc import Sequence

from evidencekit.ids import RecordId, RevisionId
from evidencekit.merge.frameworks import FrameworkRef
from evidencekit.merge.sides import ERASURE, OurSide, target_of, touched_records
from evidencekit.operations.desk import Desk
from evidencekit.records.revision import Revision
from evidencekit.store import listing, relations, revisions


def of(desk: Desk, theirs: Sequence[Revision]) -> OurSide:
    """Gather our side of a merge; the cost follows the bundle, not the base."""
    records = {
        record: revisions.of_record(desk.database, record) for record in touched_records(theirs)
    }
    known = {revision.id for history in records.values() for revision in history}
    return OurSide(
        known=known | revisions.known(desk.database, (each.id for each in theirs)),
        records=records,
        erasures=_erasures(desk),
        accepted=_accepted(desk, tuple(records)),
        framework=FrameworkRef(desk.pack.id, desk.pack.version, desk.pack.digest),
    )


def _erasures(desk: Desk) -> dict[RevisionId, list[Revision]]:
    """Give the erasures held, by the version they destroy; there are few."""
    found: dict[RevisionId, list[Revision]] = {}
    for record in listing.of_kind(desk.database, ERASURE):
        for revision in revisions.of_record(desk.database, record):
            target = target_of(revision)
            if target:
                found.setdefault(target.revision, []).append(revision)
    return found


def _accepted(desk: Desk, records: Sequence[RecordId]) -> dict[RecordId, RevisionId]:
    return dict(relations.accepted_revisions(desk.database, records))
