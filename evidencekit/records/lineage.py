"""Which revision follows which: heads, ancestors, forks and common bases, as pure graph work.

A revision waits while one of its parents is absent, belongs to another record, or waits itself.
What waits is never a head and hides nothing. Every walk is a loop over an explicit list, so that a
long chain cannot exhaust the stack and a circle, which honest hashes cannot make, only waits.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from evidencekit.errors.base import Damaged
from evidencekit.ids import RevisionId
from evidencekit.records.revision import Revision, State

MOST_NAMED = 8  # absent revisions named for one that waits


def heads(revisions: Iterable[Revision]) -> tuple[Revision, ...]:
    """Give the revisions that nothing follows, sorted by id; more than one is a clash."""
    return Lineage(revisions).heads


def standing_head(heads: Iterable[Revision]) -> Revision:
    """Give the head to show first: an edit before a deletion, then the lowest id."""
    return min(heads, key=lambda head: (is_deletion(head), head.id))


def is_deletion(revision: Revision) -> bool:
    """Tell whether a revision deletes its record."""
    # Quotes inside a text are escaped, so these bytes can only be a key and its value; looking for
    # them first spares reading every body of a large merge.
    if revision.content is None or b'"state":"deleted"' not in revision.content:
        return False
    try:
        return revision.body.state == State.DELETED.value
    except Damaged:
        return False


class Lineage:
    """The family of some revisions, usually all those of one record."""

    def __init__(self, revisions: Iterable[Revision]) -> None:
        self._known: dict[RevisionId, Revision] = {each.id: each for each in revisions}
        self._children = self._family()
        self._depth = self._settle()

    @property
    def revisions(self) -> Mapping[RevisionId, Revision]:
        """Give every revision by id, those that wait included."""
        return MappingProxyType(self._known)

    @property
    def heads(self) -> tuple[Revision, ...]:
        """Give the settled revisions without a settled child, sorted by id."""
        found = (
            name
            for name in self._depth
            if not any(child in self._depth for child in self._children.get(name, ()))
        )
        return tuple(self._known[name] for name in sorted(found))

    @property
    def forks(self) -> tuple[Revision, ...]:
        """Give the settled revisions that more than one settled revision follows, sorted by id."""
        return tuple(
            self._known[name]
            for name in sorted(self._children)
            if name in self._depth
            and sum(child in self._depth for child in self._children[name]) > 1
        )

    @property
    def roots(self) -> tuple[Revision, ...]:
        """Give the revisions that replace nothing, sorted by id."""
        return tuple(
            self._known[name]
            for name in sorted(self._known)
            if not self._known[name].header.parents
        )

    @property
    def waiting(self) -> tuple[Revision, ...]:
        """Give the revisions whose past is not all here, sorted by id."""
        return tuple(self._known[name] for name in sorted(self._known.keys() - self._depth.keys()))

    @property
    def ordered(self) -> tuple[Revision, ...]:
        """Give the settled revisions, each after all it follows; the same for any arrival."""
        return tuple(self._known[name] for name in sorted(self._depth, key=self._place))

    def is_waiting(self, revision: RevisionId) -> bool:
        """Tell whether this revision is here but its past is not."""
        return revision in self._known and revision not in self._depth

    def missing_for(self, revision: RevisionId) -> tuple[RevisionId, ...]:
        """Give absent revisions this one waits for, itself or by an ancestor, sorted.

        At most a few are named, so that asking for every link of a long chain stays linear.
        """
        return self._missing.get(revision, ())

    def children(self, revision: RevisionId) -> tuple[Revision, ...]:
        """Give the revisions that name this one as a parent, sorted by id."""
        return tuple(self._known[name] for name in sorted(self._children.get(revision, ())))

    def ancestors(self, revision: RevisionId) -> frozenset[RevisionId]:
        """Give all revisions here that this one follows, itself left out."""
        return frozenset(self._walk_up(revision)) - {revision}

    def common_base(self, one: RevisionId, other: RevisionId) -> Revision | None:
        """Give the nearest revision that both follow or are; None when they share no past.

        After crossed decisions several are equally near; the deepest is taken, then the lowest id.
        """
        shared = {*self._walk_up(one)} & {*self._walk_up(other)}
        if not shared:
            return None
        return self._known[min(shared, key=lambda name: (-self._depth.get(name, 0), name))]

    @cached_property
    def _missing(self) -> Mapping[RevisionId, tuple[RevisionId, ...]]:
        lacking: dict[RevisionId, list[RevisionId]] = {}
        for name, revision in self._known.items():
            for parent in revision.header.parents:
                if not self._is_family(revision, parent):
                    lacking.setdefault(parent, []).append(name)
        found: dict[RevisionId, list[RevisionId]] = {}
        for absent in sorted(lacking):
            to_visit = list(lacking[absent])
            while to_visit:
                name = to_visit.pop()
                named = found.setdefault(name, [])
                if absent not in named and len(named) < MOST_NAMED:
                    named.append(absent)
                    to_visit.extend(self._children.get(name, ()))
        return {name: tuple(named) for name, named in found.items()}

    def _family(self) -> dict[RevisionId, list[RevisionId]]:
        children: dict[RevisionId, list[RevisionId]] = {}
        for name, revision in self._known.items():
            for parent in revision.header.parents:
                if self._is_family(revision, parent):
                    children.setdefault(parent, []).append(name)
        return children

    def _is_family(self, revision: Revision, parent: RevisionId) -> bool:
        found = self._known.get(parent)
        return found is not None and found.header.record == revision.header.record

    def _settle(self) -> dict[RevisionId, int]:
        """Give each revision whose past is here its depth: one more than its deepest parent."""
        depth: dict[RevisionId, int] = {}
        lacking = {name: len(each.header.parents) for name, each in self._known.items()}
        ready = [name for name, parents in lacking.items() if not parents]
        while ready:
            name = ready.pop()
            parents = self._known[name].header.parents
            depth[name] = 1 + max((depth[parent] for parent in parents), default=0)
            for child in self._children.get(name, ()):
                lacking[child] -= 1
                if not lacking[child]:
                    ready.append(child)
        return depth

    def _place(self, name: RevisionId) -> tuple[int, RevisionId]:
        return self._depth[name], name

    def _walk_up(self, revision: RevisionId) -> Iterator[RevisionId]:
        """Give a revision and all it follows, each once."""
        if revision not in self._known:
            return
        seen, to_visit = {revision}, [revision]
        while to_visit:
            name = to_visit.pop()
            yield name
            for parent in self._known[name].header.parents:
                if parent not in seen and self._is_family(self._known[name], parent):
                    seen.add(parent)
                    to_visit.append(parent)
