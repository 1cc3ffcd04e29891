"""A workspace as small as it can be: a set of revisions, numbered batches, nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evidencekit import canonical
from evidencekit.canonical import Json
from evidencekit.ids import AuthorId, RecordId, RevisionId, SeededIds
from evidencekit.merge.authority import Authority
from evidencekit.merge.plan import MergePlan, plan_merge
from evidencekit.merge.sides import OurSide
from evidencekit.records.lineage import Lineage
from evidencekit.records.revision import Body, Header, Revision, make_revision

ANNA, BEN, CARA = AuthorId("ANNA000000"), AuthorId("BEN0000000"), AuthorId("CARA000000")
STRANGER = AuthorId("STRANGER00")
AUTHORITY = Authority(
    lead=ANNA, members=frozenset({ANNA, BEN, CARA}), shared_samples=frozenset({"shared-tracked"})
)


class Pen:
    """Writes revisions."""

    def __init__(self, seed: str = "pen") -> None:
        self._ids = SeededIds(seed)
        self._written = 0

    def write(
        self,
        author: AuthorId,
        fields: Mapping[str, Json] | None = None,
        *parents: Revision,
        record: str = "",
        kind: str = "case-note",
        state: str = "submitted",
    ) -> Revision:
        """Write one revision; a successor stays in its parents' record."""
        self._written += 1
        name = parents[0].header.record if parents and not record else record
        header = Header(
            author=author, seq=self._written, prev="", record=RecordId(name or self._ids.uuid()),
            kind=kind, parents=tuple(parent.id for parent in parents), body="", at="2012-11-19",
            tz="Europe/London", written="2012-11-19T10:31:07Z",
        )  # fmt: skip
        return make_revision(header, Body(fields=fields or {}, state=state), self._ids.salt())

    def erasure(self, author: AuthorId, target: Revision) -> Revision:
        """Ask that a version's content be destroyed."""
        fields = {"target": target.id, "record": target.header.record}
        return self.write(author, fields, kind="erasure")


@dataclass
class Batch:
    added: frozenset[RevisionId]
    dropped: frozenset[RevisionId]
    is_active: bool = True


class Workspace:
    """Holds what merges bring, and forgets nothing when a batch is withdrawn."""

    def __init__(self, *own: Revision) -> None:
        self._stored: dict[RevisionId, Revision] = {}
        self._batches: list[Batch] = []
        self.merge(own)

    def merge(self, theirs: Iterable[Revision]) -> MergePlan:
        """Plan, then do what the plan says and no more."""
        plan = plan_merge(self.side, tuple(theirs), AUTHORITY)
        self._stored.update((each.id, each) for each in plan.add)
        self._batches.append(Batch(frozenset(r.id for r in plan.add), frozenset(plan.drop)))
        for name in plan.erase:
            self._stored[name] = self._stored[name].without_content()
        return plan

    def withdraw(self, batch: int = -1) -> None:
        """Make a batch inactive."""
        self._batches[batch].is_active = False

    @property
    def active(self) -> dict[RevisionId, Revision]:
        active = [batch for batch in self._batches if batch.is_active]
        dropped = {name for batch in active for name in batch.dropped}
        return {
            name: self._stored[name]
            for batch in active
            for name in batch.added
            if name not in dropped
        }

    @property
    def side(self) -> OurSide:
        return OurSide.of(self.active.values())

    @property
    def fingerprint(self) -> str:
        return canonical.digest(sorted(self.active))

    @property
    def heads(self) -> dict[RecordId, tuple[RevisionId, ...]]:
        return {
            record: tuple(head.id for head in Lineage(revisions).heads)
            for record, revisions in sorted(self.side.records.items())
        }

    @property
    def state(self) -> tuple[str, object, object]:
        """Give all that must be the same: fingerprint, heads and what is erased."""
        emptied = frozenset(each.id for each in self.active.values() if each.is_erased)
        return self.fingerprint, self.heads, emptied

    def text(self, record: RecordId) -> Sequence[Json]:
        """Give what the heads of a record say."""
        return [self.active[head].body.fields.get("i_saw") for head in self.heads[record]]
