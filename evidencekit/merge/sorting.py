"""Sort received revisions into the classes of a merge plan, record by record."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evidencekit.ids import RecordId, RevisionId
from evidencekit.merge.authority import Authority, Reason
from evidencekit.merge.clashes import Clash, clash_of
from evidencekit.merge.erasing import Erasing, judge_erasures
from evidencekit.merge.judging import Judged, judge
from evidencekit.merge.sides import ERASURE, OurSide, Target, target_of
from evidencekit.records.lineage import Lineage, heads, is_deletion
from evidencekit.records.revision import Revision

TWO = 2

Verdicts = Mapping[RecordId, Judged]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorting:
    """Received revisions, sorted out by what becomes of them."""

    held: tuple[Revision, ...]
    fresh: Mapping[RevisionId, Revision]
    verdicts: Verdicts
    refused: Mapping[RevisionId, tuple[Revision, Reason]]
    lacks: Mapping[RevisionId, tuple[RevisionId, ...]]  # for each that waits
    erase: frozenset[RevisionId]

    @property
    def touched(self) -> frozenset[RecordId]:
        """Give the records the outcome depends on and changes."""
        targets = filter(None, map(target_of, self.fresh.values()))
        return frozenset(self.verdicts).union(
            (target.record for target in targets),
            (each.header.record for each, _ in self.refused.values()),
        )

    @property
    def add(self) -> tuple[Revision, ...]:
        """Give what to write, in the order received; erased content never arrives."""
        kept = (each for each in self.fresh.values() if each.id not in self.refused)
        return tuple(
            each.without_content() if each.id in self.erase else each for each in kept
        )  # fmt: skip

    @property
    def released(self) -> tuple[Revision, ...]:
        """Give those of ours that waited until now."""
        return tuple(each for verdict in self.verdicts.values() for each in verdict.released)

    def classes(self) -> Mapping[str, list[Revision]]:
        """Give the fresh revisions that are kept, by class, in the order received."""
        classes: dict[str, list[Revision]] = {name: [] for name in CLASSES}
        for each in self.add:
            classes["waiting" if each.id in self.lacks else _class_of(each)].append(each)
        return classes


CLASSES = ("new", "corrections", "deletions", "erasures", "waiting")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadChanges:
    """Records whose heads a merge changes."""

    heads: Mapping[RecordId, tuple[Revision, ...]]
    clashes: tuple[Clash, ...]
    settled: tuple[RecordId, ...]


def sort_out(ours: OurSide, theirs: Sequence[Revision], authority: Authority) -> Sorting:
    """Sort received revisions; ours are read and left as they are."""
    fresh = {each.id: each for each in theirs if each.id not in ours.known}
    verdicts = _judge_by_record(ours, fresh.values(), authority)
    erasing = _judge_erasing(ours, verdicts, authority)
    refused = {
        each.id: (each, reason)
        for verdict in verdicts.values()
        for each, reason in verdict.refused
    }  # fmt: skip
    return Sorting(
        held=_held(theirs, fresh),
        fresh=fresh,
        verdicts=verdicts,
        refused={**refused, **erasing.refused},
        lacks={**_lacks(verdicts), **erasing.waiting},
        erase=frozenset(erasing.targets),
    )


def changed_heads(ours: OurSide, verdicts: Verdicts) -> HeadChanges:
    """Say which records get other heads, which clash by it and which no longer do."""
    changed: dict[RecordId, tuple[Revision, ...]] = {}
    clashes: list[Clash] = []
    settled: list[RecordId] = []
    for record in sorted(verdicts):
        held, after = ours.records.get(record, ()), verdicts[record].heads
        before = heads(held) if held else ()
        if [each.id for each in before] == [each.id for each in after]:
            continue
        changed[record] = after
        clash = clash_of(Lineage(verdicts[record].applied)) if len(after) >= TWO else None
        if clash is not None:
            clashes.append(clash)
        elif len(before) >= TWO:
            settled.append(record)
    return HeadChanges(heads=changed, clashes=tuple(clashes), settled=tuple(settled))


def _held(
    theirs: Iterable[Revision], fresh: Mapping[RevisionId, Revision]
) -> tuple[Revision, ...]:  # fmt: skip
    """Give what was here already, and what the bundle brings a second time."""
    seen: set[RevisionId] = set()
    held = []
    for each in theirs:
        if each.id in seen or each.id not in fresh:
            held.append(each)
        seen.add(each.id)
    return tuple(held)


def _judge_by_record(
    ours: OurSide, fresh: Iterable[Revision], authority: Authority
) -> dict[RecordId, Judged]:  # fmt: skip
    by_record: dict[RecordId, list[Revision]] = {}
    for each in fresh:
        by_record.setdefault(each.header.record, []).append(each)
    return {
        record: judge(ours.records.get(record, ()), revisions, authority)
        for record, revisions in by_record.items()
    }


def _judge_erasing(ours: OurSide, verdicts: Verdicts, authority: Authority) -> Erasing:
    applied = {each.id: each for verdict in verdicts.values() for each in verdict.applied}
    released = {each.id for verdict in verdicts.values() for each in verdict.released}
    newly = {name: applied[name] for name in applied if name in released or name not in ours.known}
    arrived = [each for each in newly.values() if each.header.kind == ERASURE]
    held = [erasure for name in newly for erasure in ours.erasures.get(name, ())]

    def find(target: Target) -> Revision | None:
        if target.record not in verdicts:
            here = Lineage(ours.records.get(target.record, ()))
            return None if here.is_waiting(target.revision) else here.revisions.get(target.revision)
        found = applied.get(target.revision)
        return found if found and found.header.record == target.record else None

    return judge_erasures((*arrived, *held), find, authority)


def _lacks(verdicts: Verdicts) -> dict[RevisionId, tuple[RevisionId, ...]]:
    lacks: dict[RevisionId, tuple[RevisionId, ...]] = {}
    for verdict in verdicts.values():
        if not verdict.waiting:
            continue
        applied = {each.id for each in verdict.applied}
        held = {each.id for each in verdict.waiting}
        for each in verdict.waiting:
            missing = [name for name in each.header.parents if name not in applied]
            absent = [name for name in missing if name not in held]
            # Behind another that waits, the nearest is named; the walk to the far end of a long
            # chain would be made once for every link.
            lacks[each.id] = tuple(absent or missing)
    return lacks


def _class_of(revision: Revision) -> str:
    if revision.header.kind == ERASURE:
        return "erasures"
    if not revision.header.parents:
        return "new"
    return "deletions" if is_deletion(revision) else "corrections"
