"""What we hold, as far as a merge needs to know it."""

from collections.abc import Iterable, Mapping, Sequence, Set as AbstractSet
from dataclasses import dataclass, field
from types import MappingProxyType

from evidencekit.errors.base import Damaged
from evidencekit.ids import RecordId, RevisionId
from evidencekit.merge.frameworks import FrameworkRef
from evidencekit.records.revision import Revision, is_revision_id

ERASURE = "erasure"


@dataclass(frozen=True, slots=True, kw_only=True)
class OurSide:
    """Our active revisions, by id and by record; only the touched records need be there."""

    known: AbstractSet[RevisionId]
    records: Mapping[RecordId, Sequence[Revision]]
    erasures: Mapping[RevisionId, Sequence[Revision]] = field(
        default_factory=lambda: MappingProxyType({})
    )  # erasure revisions we hold, by their target
    accepted: Mapping[RecordId, RevisionId] = field(default_factory=lambda: MappingProxyType({}))
    framework: FrameworkRef | None = None

    @classmethod
    def of(
        cls,
        revisions: Iterable[Revision],
        accepted: Mapping[RecordId, RevisionId] | None = None,
        framework: FrameworkRef | None = None,
    ) -> "OurSide":
        """Gather our side from all active revisions."""
        records: dict[RecordId, list[Revision]] = {}
        erasures: dict[RevisionId, list[Revision]] = {}
        known: set[RevisionId] = set()
        for revision in revisions:
            known.add(revision.id)
            records.setdefault(revision.header.record, []).append(revision)
            target = target_of(revision)
            if target:
                erasures.setdefault(target.revision, []).append(revision)
        return cls(
            known=known,
            records=records,
            erasures=erasures,
            accepted=accepted or {},
            framework=framework,
        )


@dataclass(frozen=True, slots=True)
class Target:
    """The version whose content an erasure destroys."""

    revision: RevisionId
    record: RecordId


def target_of(revision: Revision) -> Target | None:
    """Give what an erasure names; None for other kinds and for one that cannot be read."""
    if revision.header.kind != ERASURE or revision.is_erased:
        return None
    try:
        fields = revision.body.fields
    except Damaged:
        return None
    target, record = fields.get("target"), fields.get("record")
    if not is_revision_id(target) or not isinstance(record, str):
        return None
    return Target(RevisionId(str(target)), RecordId(record))


def touched_records(theirs: Iterable[Revision]) -> frozenset[RecordId]:
    """Give the records of ours that a plan for these revisions will ask about."""
    touched = set()
    for revision in theirs:
        touched.add(revision.header.record)
        target = target_of(revision)
        if target:
            touched.add(target.record)
    return frozenset(touched)
