"""What kind of clash two or more heads of one record are."""

from dataclasses import dataclass
from enum import Enum

from evidencekit.errors.base import Damaged
from evidencekit.ids import RecordId, RevisionId
from evidencekit.merge.resolution import Proposal, propose
from evidencekit.records.lineage import Lineage, is_deletion
from evidencekit.records.revision import Revision

TWO = 2


class ClashSort(Enum):
    """How the heads differ, from the easiest to decide to the hardest."""

    SAME_TEXT = "same-text"  # the same words, written twice
    DIFFERENT_FIELDS = "different-fields"  # a combined version can be proposed
    SAME_FIELD = "same-field"  # both stay until decided
    EDIT_AND_DELETION = "edit-and-deletion"  # the edit stands
    TWO_ORIGINS = "two-origins"  # one record id, begun twice
    NOT_COMPARED = "not-compared"  # more than two versions, or one that cannot be read


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A record with more than one head."""

    record: RecordId
    kind: str
    sort: ClashSort
    heads: tuple[Revision, ...]
    base: RevisionId | None = None
    open_fields: tuple[str, ...] = ()  # fields that a person must choose


def clash_of(family: Lineage) -> Clash | None:
    """Say how a record clashes; None when it has one head or none."""
    heads = family.heads
    if len(heads) < TWO:
        return None
    base = family.common_base(heads[0].id, heads[1].id)
    sort, open_fields = _compared(heads, base)
    header = heads[0].header
    return Clash(
        record=header.record,
        kind=header.kind,
        sort=sort,
        heads=heads,
        base=base.id if base else None,
        open_fields=open_fields,
    )


def proposal_for(family: Lineage, one: Revision, other: Revision) -> Proposal:
    """Lay two heads beside their common base."""
    base = family.common_base(one.id, other.id)
    return propose(base.body if base and not base.is_erased else None, one.body, other.body)


def _compared(
    heads: tuple[Revision, ...], base: Revision | None
) -> tuple[ClashSort, tuple[str, ...]]:
    if len({is_deletion(head) for head in heads}) == TWO:
        return ClashSort.EDIT_AND_DELETION, ()
    if base is None:
        return ClashSort.TWO_ORIGINS, ()
    if len(heads) > TWO or any(head.is_erased for head in heads):
        return ClashSort.NOT_COMPARED, ()
    try:
        found = propose(None if base.is_erased else base.body, heads[0].body, heads[1].body)
    except Damaged:
        return ClashSort.NOT_COMPARED, ()
    if found.open_fields:
        return ClashSort.SAME_FIELD, found.open_fields
    return (ClashSort.DIFFERENT_FIELDS if found.changed_fields else ClashSort.SAME_TEXT), ()
