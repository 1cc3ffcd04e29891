"""Decide again on a clash that was decided: the new decision follows the former one, both stay.

A decision names what it replaces as its parents. One that is made again names the former decision
and the versions that were chosen between, so that every laptop can tell what it is: it travels like
the first, and nobody is asked a second time.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evidencekit.errors.deciding import NeverAClash, NotDecidedYet
from evidencekit.ids import RecordId, RevisionId
from evidencekit.merge import resolution
from evidencekit.merge.authority import DECIDING_PARENTS
from evidencekit.operations import decide, reading, writing
from evidencekit.operations.capture import Captured
from evidencekit.operations.desk import Desk
from evidencekit.records.lineage import Lineage
from evidencekit.records.revision import Body, Revision
from evidencekit.store import revisions


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """The decision in force on a record, and what it can be changed to."""

    head: Revision  # what stands now
    decision: Revision  # the newest decision; the head itself unless it was corrected since
    sides: tuple[Revision, ...]  # what was chosen between, and a correction made since

    @property
    def is_corrected(self) -> bool:
        """Tell whether somebody changed the record after it was decided."""
        return self.head.id != self.decision.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A clash that was decided, in a list."""

    record: RecordId
    kind: str
    title: str
    who: str
    written: str
    reason: str
    times: int  # how often it was decided


def former(desk: Desk, record: RecordId) -> Former:
    """Give the decision in force; NotDecidedYet while it is a clash, NeverAClash without one."""
    heads = writing.heads_of(desk, record)
    if len(heads) > 1:
        raise NotDecidedYet
    family = Lineage(revisions.of_record(desk.database, record))
    decision = newest_decision(family, heads[0])
    if decision is None:
        raise NeverAClash
    found = {each.id: each for each in sides_of(family, decision)}
    if heads[0].id != decision.id:
        found[heads[0].id] = heads[0]
    kept = tuple(found[name] for name in sorted(found) if not found[name].is_erased)
    return Former(head=heads[0], decision=decision, sides=kept)


def keep(desk: Desk, record: RecordId, revision: RevisionId, reason: str) -> Captured:
    """Keep another version whole than the decision before did."""
    found = former(desk, record)
    return settle(desk, found, resolution.keep(found.sides, revision), reason)


def settle(desk: Desk, found: Former, body: Body, reason: str) -> Captured:
    """Let a body stand in place of the former decision."""
    replaced = {each.id: each for each in (found.head, found.decision, *found.sides)}
    return decide.settle(desk, tuple(replaced.values()), body, reason)


def decided(desk: Desk) -> tuple[Decided, ...]:
    """Give every clash that was decided, the latest decision first."""
    names = {person.id: person.name for person in reading.people_of(desk).values()}
    found = []
    for record in revisions.decided_records(desk.database):
        row = reading.row(desk, record)
        family = Lineage(revisions.of_record(desk.database, record))
        last = newest_decision(family, family.heads[0]) if len(family.heads) == 1 else None
        if row is None or last is None:
            continue
        found.append(
            Decided(
                record=record, kind=row.kind, title=row.title, written=last.header.written,
                who=names.get(last.header.author, last.header.author), reason=last.header.reason,
                times=sum(map(is_decision, family.ordered)),
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda each: (each.written, each.record), reverse=True))


def is_decision(revision: Revision) -> bool:
    """Tell whether a revision decides between versions."""
    return len(revision.header.parents) >= DECIDING_PARENTS


def newest_decision(family: Lineage, head: Revision) -> Revision | None:
    """Give the nearest decision that a revision is or follows; None where nobody decided."""
    if is_decision(head):
        return head
    before = family.ancestors(head.id)
    every = [each for each in family.ordered if each.id in before and is_decision(each)]
    return every[-1] if every else None  # in order of depth


def sides_of(family: Lineage, decision: Revision) -> tuple[Revision, ...]:
    """Give what a decision chose between: its parents but for the decisions it replaced."""
    parents = _here(family, decision.header.parents)
    replaced = {
        each.id
        for each in parents
        if is_decision(each) and _replaces(family, each, parents)
    }  # fmt: skip
    return tuple(each for each in parents if each.id not in replaced)


def _replaces(family: Lineage, decision: Revision, parents: Iterable[Revision]) -> bool:
    """Tell whether a decision among the parents follows the others: it was decided again."""
    before = family.ancestors(decision.id)
    return any(each.id in before for each in parents)


def _here(family: Lineage, names: Iterable[RevisionId]) -> list[Revision]:
    known: Mapping[RevisionId, Revision] = family.revisions
    return [known[name] for name in names if name in known]
