"""Judge the revisions of one record: which are applied, which wait, which are kept aside.

What is kept aside counts as absent, so whatever follows it waits. The verdict depends on the set of
revisions alone, never on the order in which they came.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from evidencekit.ids import AuthorId, RevisionId
from evidencekit.merge.authority import (
    Authority,
    Reason,
    owners_after,
    refusal_as_successor,
    refusal_of,
)
from evidencekit.merge.sides import ERASURE
from evidencekit.records.lineage import Lineage
from evidencekit.records.revision import Revision


@dataclass(frozen=True, slots=True)
class Judged:
    """One record's revisions after a merge."""

    applied: tuple[Revision, ...]  # each after what it follows, ours included
    waiting: tuple[Revision, ...]
    refused: tuple[tuple[Revision, Reason], ...]
    released: tuple[Revision, ...] = ()  # ours, applied now and waiting before

    @property
    def heads(self) -> tuple[Revision, ...]:
        """Give the applied revisions that no applied one follows, sorted by id."""
        if len(self.applied) == 1:
            return self.applied
        followed = {parent for each in self.applied for parent in each.header.parents}
        ends = (each for each in self.applied if each.id not in followed)
        return tuple(sorted(ends, key=_id))


def judge(ours: Sequence[Revision], fresh: Sequence[Revision], authority: Authority) -> Judged:
    """Judge what is fresh, and what of ours was waiting; what stood before stands."""
    if not ours and len(fresh) == 1 and not fresh[0].header.parents:
        return _alone(fresh[0], authority)
    family = Lineage((*ours, *fresh))
    stood = frozenset(each.id for each in Lineage(ours).ordered)
    applied: dict[RevisionId, Revision] = {}
    owners: dict[RevisionId, frozenset[AuthorId]] = {}
    waiting: list[Revision] = []
    refused: list[tuple[Revision, Reason]] = []
    for revision in (*family.ordered, *family.waiting):
        parents = [applied[name] for name in revision.header.parents if name in applied]
        reason = None if revision.id in stood else _refusal(revision, authority)
        is_whole = len(parents) == len(revision.header.parents)
        if reason is None and is_whole and parents and revision.id not in stood:
            reason = refusal_as_successor(revision, parents, owners, authority)
        if reason is not None:
            refused.append((revision, reason))
        elif is_whole:
            applied[revision.id] = revision
            owners[revision.id] = owners_after(revision, parents, owners)
        else:
            waiting.append(revision)
    before = {each.id for each in ours} - stood
    released = tuple(applied[name] for name in applied if name in before)
    return Judged(tuple(applied.values()), tuple(waiting), tuple(refused), released)


def _alone(revision: Revision, authority: Authority) -> Judged:
    reason = _refusal(revision, authority)
    if reason is not None:
        return Judged((), (), ((revision, reason),))
    return Judged((revision,), (), ())


def _refusal(revision: Revision, authority: Authority) -> Reason | None:
    if revision.header.kind == ERASURE and revision.header.parents:
        return Reason.ERASURE_STAYS
    return refusal_of(revision, authority)


def _id(revision: Revision) -> RevisionId:
    return revision.id
