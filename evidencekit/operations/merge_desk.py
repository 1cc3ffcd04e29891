"""The lead's merge desk: what is to decide, who is complete, and what withdrawing would touch."""

from dataclasses import dataclass

from evidencekit.ids import AuthorId
from evidencekit.operations import bundles, reading, receipts
from evidencekit.operations.bundles import Completeness, Merge
from evidencekit.operations.desk import Desk
from evidencekit.operations.reading import Row
from evidencekit.operations.receipts import Owed
from evidencekit.operations.receive import RESTS_ON_EVIDENCE
from evidencekit.records.acceptance import NEW_INFORMATION
from evidencekit.store import batches, relations


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeDesk:
    """Everything the Merge page lists beside the bundles just chosen."""

    clashes: tuple[Row, ...]
    new_information: tuple[Row, ...]
    completeness: tuple[Completeness, ...]
    merges: tuple[Merge, ...]
    owed: tuple[Owed, ...]  # who waits for a receipt
    packs: tuple[AuthorId, ...]  # who gets a return pack


def look(desk: Desk) -> MergeDesk:
    """Read the lists."""
    leads = desk.is_lead and desk.trust is not None
    every = reading.rows(desk, limit=reading.EVERY)
    return MergeDesk(
        clashes=tuple(row for row in every if row.heads > 1),
        new_information=tuple(row for row in every if row.accepted == NEW_INFORMATION),
        completeness=bundles.completeness(desk),
        merges=bundles.merges(desk),
        owed=receipts.owed(desk) if leads else (),
        packs=tuple(each.id for each in receipts.pack_members(desk)) if leads else (),
    )


def impact(desk: Desk, batch: int) -> tuple[str, ...]:
    """Name the findings, judgements and scores that rest on what a merge brought."""
    touched = batches.records_of(desk.database, batch)
    return tuple(row.title for row in relations.naming(desk.database, touched, RESTS_ON_EVIDENCE))
