"""Withdraw merges, one or a whole evening's, and bring the last ones back in one step.

Nothing is deleted: what a merge brought goes out of force and stays stored. Bringing back is for
the moment after; once anything else was joined, the same bundles are merged again instead, so
that every rule of joining is asked again.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from evidencekit import canonical, clock
from evidencekit.errors.work import NoSuchBatch, NothingToBringBack, ReasonNeeded
from evidencekit.ids import RecordId
from evidencekit.operations import dependents, remembering
from evidencekit.operations.changes import Changes
from evidencekit.operations.desk import Desk
from evidencekit.store import batches, projections, revisions, settings

_LAST = "withdrawn-last"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """What withdrawing put out of force, and the records that stood on it."""

    batches: tuple[int, ...]
    revisions: int
    impact: tuple[tuple[RecordId, str], ...]
    changes: Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtBack:
    """What is in force again."""

    batches: tuple[int, ...]
    revisions: int
    changes: Changes


def evening_of(desk: Desk, batch: int) -> tuple[int, ...]:
    """Give the merges in force that were joined in one step with this one, itself among them."""
    every = remembering.received(desk)
    step = next((each.together for each in every if each.batch == batch), None)
    if step is None:
        raise NoSuchBatch(batch=batch)
    return tuple(sorted(each.batch for each in every if each.together == step))


def withdraw(desk: Desk, numbers: Sequence[int], reason: str) -> Withdrawn:
    """Put merges out of force, all or none; what stood on them is listed."""
    if not reason.strip():
        raise ReasonNeeded(what="withdraw a merge")
    wanted = tuple(dict.fromkeys(numbers))
    stood = dependents.of_merges(desk, wanted)
    brought = [name for each in wanted for name in batches.revisions_of(desk.database, each)]
    at, touched = clock.stamp(desk.clock.now()), frozenset[RecordId]()
    with desk.database.transaction():
        for each in wanted:
            touched |= batches.withdraw(desk.database, each, at, reason.strip())
            remembering.log(desk, "merge withdrawn", str(each))
        still = revisions.known(desk.database, brought)
        projections.refresh(desk.database, touched)
        settings.put(desk.database, _LAST, canonical.encode(_state(desk, wanted)).decode())
    return Withdrawn(
        batches=wanted, revisions=len(brought) - len(still),
        impact=tuple((each.record, each.words) for each in stood),
        changes=Changes(touched, beyond_records=True),
    )  # fmt: skip


def last_withdrawn(desk: Desk) -> tuple[int, ...]:
    """Give the merges that can be brought back in one step; none once anything else was joined."""
    kept = canonical.decode_object(settings.get(desk.database, _LAST, "{}").encode())
    found = kept.get("batches")
    numbers = tuple(int(str(each)) for each in found) if isinstance(found, list | tuple) else ()
    return numbers if numbers and kept == _state(desk, numbers) else ()


def bring_back(desk: Desk) -> BroughtBack:
    """Put the merges withdrawn last in force again; NothingToBringBack when it is too late."""
    numbers = last_withdrawn(desk)
    if not numbers:
        raise NothingToBringBack
    before = len(set(revisions.all_ids(desk.database)))
    with desk.database.transaction():
        touched = frozenset[RecordId]().union(
            *(batches.bring_back(desk.database, each) for each in numbers)
        )
        projections.refresh(desk.database, touched)
        settings.drop(desk.database, _LAST)
        for each in numbers:
            remembering.log(desk, "merge brought back", str(each))
    return BroughtBack(
        batches=numbers, revisions=len(set(revisions.all_ids(desk.database))) - before,
        changes=Changes(touched, beyond_records=True),
    )  # fmt: skip


def _state(desk: Desk, numbers: Sequence[int]) -> dict[str, canonical.Json]:
    """Say what must still be so: no merge since, and the same people on the roster."""
    every = batches.all_of(desk.database)
    return {
        "batches": list(numbers), "newest": every[-1].number if every else 0,
        "roster": desk.trust.roster.seq if desk.trust else 0,
    }  # fmt: skip
