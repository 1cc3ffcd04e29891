"""Work out what a merge would do. Plain values in, a plan out; nothing is written here.

Every revision received lands in exactly one class, so that the counts add up to what the bundle
said it holds. Clashes and new information are told by record, beside those counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from evidencekit.ids import RecordId, RevisionId
from evidencekit.merge.authority import Authority, Reason
from evidencekit.merge.clashes import Clash
from evidencekit.merge.frameworks import FrameworkMismatch, FrameworkRef, mismatch
from evidencekit.merge.sides import OurSide
from evidencekit.merge.sorting import HeadChanges, Sorting, changed_heads, sort_out
from evidencekit.records.revision import Revision


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A revision that is held until what it follows arrives."""

    revision: Revision
    lacks: tuple[RevisionId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A revision that is kept aside and shown, never applied."""

    revision: Revision
    reason: Reason
    was_held: bool = False  # it waited here, and what it follows has now arrived


@dataclass(frozen=True, slots=True, kw_only=True)
class NewInformation:
    """An accepted record that a merge changes; the acceptance stands on the old version."""

    record: RecordId
    accepted: RevisionId
    heads: tuple[Revision, ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """What the plan was made from, so that it can be checked again before writing."""

    held: frozenset[RevisionId]
    fresh: frozenset[RevisionId]
    records: Mapping[RecordId, frozenset[RevisionId]]
    accepted: Mapping[RecordId, RevisionId]
    erasures: Mapping[RevisionId, frozenset[RevisionId]]


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePlan:
    """What joining a bundle would do, class by class."""

    received: int
    held: tuple[Revision, ...]
    new: tuple[Revision, ...]
    corrections: tuple[Revision, ...]
    deletions: tuple[Revision, ...]
    erasures: tuple[Revision, ...]
    waiting: tuple[Waiting, ...]
    refused: tuple[Refused, ...]
    released: tuple[Revision, ...]  # waited here until now
    clashes: tuple[Clash, ...]  # made or changed by this merge
    settled: tuple[RecordId, ...]  # clashes that this merge decides
    new_information: tuple[NewInformation, ...]
    erase: tuple[RevisionId, ...]  # content to destroy, held or arriving
    add: tuple[Revision, ...]  # what to write, in the order received
    drop: tuple[RevisionId, ...]  # held and waiting until now, found not to be allowed
    framework_mismatch: FrameworkMismatch | None
    basis: Basis

    @property
    def counts(self) -> Mapping[str, int]:
        """Count every class; `clashes`, `settled` and `new_information` count records."""
        return MappingProxyType({name: len(getattr(self, name)) for name in COUNTED})

    @property
    def reconciles(self) -> bool:
        """Tell whether every revision received is in exactly one class."""
        refused = sum(not each.was_held for each in self.refused)
        sorted_out = sum(len(getattr(self, name)) for name in _CLASSES)
        return sorted_out + refused == self.received

    @property
    def is_blocked(self) -> bool:
        """Tell whether the frameworks must be matched before anything is joined."""
        return self.framework_mismatch is not None

    @property
    def changes_nothing(self) -> bool:
        """Tell whether joining would leave everything as it is."""
        return not (self.add or self.drop or self.erase)

    @property
    def touched(self) -> tuple[RecordId, ...]:
        """Give the records whose projections change, sorted."""
        return tuple(sorted(self.basis.records))


_CLASSES = ("held", "new", "corrections", "deletions", "erasures", "waiting")
COUNTED = (*_CLASSES, "refused", "released", "clashes", "settled", "new_information")


def plan_merge(
    ours: OurSide,
    theirs: Sequence[Revision],
    authority: Authority,
    *,
    framework: FrameworkRef | None = None,
) -> MergePlan:
    """Compare two sets of revisions by ancestry, never by date."""
    sorting = sort_out(ours, theirs, authority)
    classes = sorting.classes()
    changes = changed_heads(ours, sorting.verdicts)
    return MergePlan(
        received=len(theirs),
        held=sorting.held,
        new=tuple(classes["new"]),
        corrections=tuple(classes["corrections"]),
        deletions=tuple(classes["deletions"]),
        erasures=tuple(classes["erasures"]),
        waiting=tuple(
            Waiting(revision=each, lacks=sorting.lacks[each.id]) for each in classes["waiting"]
        ),
        refused=tuple(
            Refused(revision=each, reason=reason, was_held=name in ours.known)
            for name, (each, reason) in sorting.refused.items()
        ),
        released=sorting.released,
        clashes=changes.clashes,
        settled=changes.settled,
        new_information=_new_information(ours, changes),
        erase=tuple(sorted(sorting.erase)),
        add=sorting.add,
        drop=tuple(sorted(name for name in sorting.refused if name in ours.known)),
        framework_mismatch=mismatch(ours.framework, framework),
        basis=_basis(ours, sorting),
    )


def still_holds(plan: MergePlan, ours_now: OurSide) -> bool:
    """Tell whether a plan made earlier would come out the same from what is here now."""
    basis = plan.basis
    return (
        basis.held <= ours_now.known
        and not (basis.fresh & ours_now.known)
        and basis.records == _ids_of(ours_now, basis.records)
        and basis.accepted == _accepted_of(ours_now, basis.records)
        and basis.erasures == _erasures_of(ours_now, basis.erasures)
    )


def _new_information(ours: OurSide, changes: HeadChanges) -> tuple[NewInformation, ...]:
    return tuple(
        NewInformation(record=record, accepted=ours.accepted[record], heads=heads)
        for record, heads in changes.heads.items()
        if record in ours.accepted
    )


def _basis(ours: OurSide, sorting: Sorting) -> Basis:
    return Basis(
        held=frozenset(each.id for each in sorting.held if each.id in ours.known),
        fresh=frozenset(sorting.fresh),
        records=_ids_of(ours, sorting.touched),
        accepted=_accepted_of(ours, sorting.touched),
        erasures=_erasures_of(ours, sorting.fresh),
    )


def _ids_of(
    ours: OurSide, records: Iterable[RecordId]
) -> Mapping[RecordId, frozenset[RevisionId]]:  # fmt: skip
    return {
        record: frozenset(each.id for each in ours.records.get(record, ())) for record in records
    }


def _accepted_of(ours: OurSide, records: Iterable[RecordId]) -> Mapping[RecordId, RevisionId]:
    return {record: ours.accepted[record] for record in records if record in ours.accepted}


def _erasures_of(
    ours: OurSide, fresh: Iterable[RevisionId]
) -> Mapping[RevisionId, frozenset[RevisionId]]:
    return {
        name: frozenset(each.id for each in ours.erasures.get(name, ())) for name in fresh
    }  # fmt: skip
