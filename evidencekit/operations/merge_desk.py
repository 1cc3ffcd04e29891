"""The lead's merge desk: what is to decide, who is complete, and what withdrawing would touch."""

from collections.abc import Sequence
from dataclasses import dataclass

from evidencekit.ids import AuthorId
from evidencekit.operations import bundles, dependents, reading, receipts
from evidencekit.operations.bundles import Completeness, Merge
from evidencekit.operations.desk import Desk
from evidencekit.operations.reading import Row
from evidencekit.operations.receipts import Owed


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
    return MergeDesk(
        clashes=reading.clashes(desk),
        new_information=reading.new_information(desk),
        completeness=bundles.completeness(desk),
        merges=bundles.merges(desk),
        owed=receipts.owed(desk) if leads else (),
        packs=tuple(each.id for each in receipts.pack_members(desk)) if leads else (),
    )


def impact(desk: Desk, numbers: Sequence[int]) -> tuple[str, ...]:
    """Name everything that rests on what merges brought, or carries it on."""
    return tuple(each.words for each in dependents.of_merges(desk, numbers))
