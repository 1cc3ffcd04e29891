"""The evening: many bundles dropped at once, as one preview and one step of joining.

The bundles are taken in the order of sender and number, whichever way they came, and each is
previewed as if those before it were joined. Each is joined whole or not at all; one that is
refused never stops the rest.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from evidencekit.bundle.opening import VerifiedBundle
from evidencekit.bundle.sequence import SequenceState
from evidencekit.errors.base import Planned
from evidencekit.errors.bundle import ForkAlarm
from evidencekit.ids import AuthorId
from evidencekit.merge.folding import after
from evidencekit.merge.plan import COUNTED
from evidencekit.merge.sides import OurSide
from evidencekit.operations import (
    again,
    bundles,
    incoming,
    our_side,
    receive,
    remembering,
    seen_by_two,
)
from evidencekit.operations.again import Held
from evidencekit.operations.bundles import Completeness
from evidencekit.operations.desk import Desk
from evidencekit.operations.incoming import Incoming
from evidencekit.operations.receive import Joined, Preview
from evidencekit.operations.seen_by_two import Pair
from evidencekit.progress import Progress, quiet

Drop: TypeAlias = tuple[Path, VerifiedBundle]
Refusal: TypeAlias = tuple[Path, Planned]


@dataclass(frozen=True, slots=True, kw_only=True)
class SenderSum:
    """What all the bundles of one sender bring."""

    sender: AuthorId
    name: str
    bundles: tuple[int, ...]  # their numbers
    counts: dict[str, int]
    missing: tuple[int, ...]  # numbers that are neither here nor among the bundles


@dataclass(frozen=True, slots=True, kw_only=True)
class Evening:
    """Everything dropped, as one preview; nothing is written yet."""

    ready: tuple[Incoming, ...] = ()  # in the order they will be joined
    held: tuple[Held, ...] = ()  # joined before, and not opened again
    refused: tuple[Refusal, ...] = ()
    absent: tuple[Completeness, ...] = ()  # of whom nothing is among them
    copies: Mapping[Path, Path] = field(default_factory=dict)  # of a file among them
    pairs: tuple[Pair, ...] = ()  # that may be one event seen by two, once this is joined

    @property
    def senders(self) -> tuple[SenderSum, ...]:
        """Sum up what each sender's bundles bring."""
        found: dict[AuthorId, list[Incoming]] = {}
        for each in self.ready:
            found.setdefault(each.preview.sender, []).append(each)
        return tuple(_sum_of(sender, theirs) for sender, theirs in found.items())

    @property
    def counts(self) -> dict[str, int]:
        """Count what everything brings together, each revision once."""
        return _added(self.ready)


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What one step of joining did, bundle by bundle."""

    joined: tuple[tuple[Incoming, Joined], ...] = ()
    refused: tuple[Refusal, ...] = ()


@dataclass(slots=True)
class _Fold:
    """What is here once the bundles before are joined."""

    ours: OurSide
    sequence: SequenceState
    ready: list[Preview] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)


def read(desk: Desk, paths: Iterable[Path], progress: Progress = quiet) -> Evening:
    """Check every file and preview all that can be joined, in one go, for scripts."""
    drops: list[Drop] = []
    held: list[Held] = []
    refused: list[Refusal] = []
    for path in dict.fromkeys(paths):
        try:
            same = again.held(desk, path, progress)
            if same is not None:
                held.append(same)
            else:
                drops.append((path, receive.verify(desk, path, progress)))
        except Planned as error:
            refused.append((path, error))
    return look(desk, drops, held, refused)


def look(
    desk: Desk, drops: Sequence[Drop], held: Sequence[Held] = (), refused: Sequence[Refusal] = ()
) -> Evening:
    """Preview verified bundles as one step (DESK); nothing is written."""
    once: dict[str, Drop] = {}
    copies: dict[Path, Path] = {}
    for drop in drops:
        first = once.setdefault(drop[1].tag_digest, drop)
        if first is not drop:
            copies[drop[0]] = first[0]
    ordered = sorted(once.values(), key=_in_order)
    forked = _forked(ordered)
    fold = _Fold(
        our_side.of(desk, [each for _path, bundle in ordered for each in bundle.revisions]),
        remembering.sequence(desk),
    )  # fmt: skip
    for path, bundle in ordered:
        if bundle.tag_digest in forked:
            seq, sender = bundle.header.seq, bundle.header.sender
            fold.refused.append((path, ForkAlarm(seq=seq, sender=sender)))
        else:
            _take(desk, fold, path, bundle)
    ready = tuple(incoming.shown(desk, each, _missing(fold, each)) for each in fold.ready)
    came = {each.preview.sender for each in ready} | {each.sender for each in held}
    return Evening(
        ready=ready, held=tuple(held), refused=(*refused, *fold.refused),
        absent=tuple(each for each in bundles.completeness(desk) if each.member not in came),
        copies=copies, pairs=_pairs(desk, fold),
    )  # fmt: skip


def join(
    desk: Desk, evening: Evening, told: Callable[[Incoming], object] = lambda _each: None
) -> Together:
    """Join everything that is ready, each bundle whole; what is refused stays out and is named."""
    joined: list[tuple[Incoming, Joined]] = []
    refused: list[Refusal] = []
    for each in evening.ready:
        told(each)
        try:
            joined.append((each, join_one(desk, each, joined)))
        except Planned as error:
            refused.append((each.preview.path, error))
    return Together(joined=tuple(joined), refused=tuple(refused))


def join_one(desk: Desk, one: Incoming, before: Sequence[tuple[Incoming, Joined]] = ()) -> Joined:
    """Join the next bundle of a step; `before` are those of the same step already joined."""
    return incoming.join(desk, one, together=before[0][1].batch if before else 0)


def _take(desk: Desk, fold: _Fold, path: Path, bundle: VerifiedBundle) -> None:
    try:
        fold.sequence.judge(bundle.seen)
    except Planned as error:
        fold.refused.append((path, error))
        return
    found = receive.preview(desk, path, bundle, fold.ours)
    fold.ready.append(found)
    fold.sequence = fold.sequence.after(bundle.seen)
    if not found.plan.is_blocked:
        fold.ours = after(fold.ours, found.plan)


def _pairs(desk: Desk, fold: _Fold) -> tuple[Pair, ...]:
    joining = (each.plan for each in fold.ready if not each.plan.is_blocked)
    fresh = {revision.header.record for plan in joining for revision in plan.add}
    return seen_by_two.offered_by(desk, fold.ours.records, fresh) if fresh else ()


def _missing(fold: _Fold, found: Preview) -> tuple[int, ...]:
    return tuple(n for n in fold.sequence.missing(found.sender) if n < found.seq)


def _forked(drops: Iterable[Drop]) -> frozenset[str]:
    """Give the bundles that share a number with another: neither is taken, whichever came first."""
    numbers: dict[tuple[AuthorId, int], set[str]] = {}
    for _path, bundle in drops:
        place = (bundle.header.sender, bundle.header.seq)
        numbers.setdefault(place, set()).add(bundle.tag_digest)
    return frozenset(one for found in numbers.values() if len(found) > 1 for one in found)


def _in_order(drop: Drop) -> tuple[str, str, int, str]:
    _path, bundle = drop
    header = bundle.header
    return bundle.sender.name, header.sender, header.seq, bundle.tag_digest


def _sum_of(sender: AuthorId, theirs: Sequence[Incoming]) -> SenderSum:
    return SenderSum(
        sender=sender, name=theirs[0].sender, bundles=tuple(each.seq for each in theirs),
        counts=_added(theirs), missing=theirs[-1].missing,
    )  # fmt: skip


def _added(found: Iterable[Incoming]) -> dict[str, int]:
    sums = dict.fromkeys(COUNTED, 0)
    for each in found:
        for name, count in each.preview.counts.items():
            sums[name] += count
    return sums
