"""Hand over: gather on the desk, seal on the bench, record on the desk."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from evidencekit import clock
from evidencekit.bundle import sealing
from evidencekit.bundle.manifest import BundleKind
from evidencekit.bundle.parcel import Number, Parcel, Sender
from evidencekit.bundle.roster import Member
from evidencekit.bundle.sealing import Sealed
from evidencekit.errors.work import NothingNew
from evidencekit.ids import AuthorId, BundleId
from evidencekit.operations import gathering, remembering, tidying
from evidencekit.operations.changes import EVERYTHING, Changes
from evidencekit.operations.desk import Desk, trust_on
from evidencekit.operations.outgoing import Outgoing
from evidencekit.progress import Progress, quiet

__all__ = [
    "HandedOver",
    "Sealed",
    "Wanted",
    "gather",
    "hand_over",
    "kind_of",
    "outgoing",
    "record",
    "seal",
]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What kind of bundle, and for whom; nobody named means whom the roster suggests."""

    kind: BundleKind = BundleKind.SINCE
    to: tuple[AuthorId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """The bundle that was written, as it will be compared with the receipt."""

    path: Path
    seq: int
    counts: Mapping[str, int]
    revisions: int
    sha512: str
    size: int
    left_out: tuple[str, ...]
    changes: Changes = EVERYTHING


def kind_of(*, full: bool = False, set_up: bool = False, back: bool = False) -> BundleKind:
    """Give the kind of bundle that was asked for."""
    if set_up:
        return BundleKind.SET_UP
    if back:
        return BundleKind.RETURN
    return BundleKind.FULL if full else BundleKind.SINCE


def gather(desk: Desk, wanted: Wanted) -> Outgoing:
    """Collect what will be handed over (DESK); NothingNew when there is nothing."""
    trust = trust_on(desk)
    parcel = gathering.parcel(desk, wanted.kind)
    if wanted.kind is BundleKind.SINCE and not parcel.revisions:
        raise NothingNew
    return outgoing(desk, parcel, gathering.recipients(trust, wanted.kind, wanted.to))


def outgoing(desk: Desk, parcel: Parcel, recipients: Sequence[Member]) -> Outgoing:
    """Give a parcel its number among this person's bundles, and its neutral file name."""
    trust = trust_on(desk)
    last = remembering.last_sent(desk)
    number = Number(
        bundle=BundleId(desk.ids.uuid()), seq=last.seq + 1, prev=last.tag_digest,
        created=clock.stamp(desk.clock.now()),
    )  # fmt: skip
    return Outgoing(
        parcel=parcel, number=number, recipients=tuple(recipients),
        sender=Sender(trust=trust, key=desk.signing, identity=desk.reading),
        file_name=sealing.bundle_name(trust.team, desk.me.id, number.seq),
    )  # fmt: skip


def seal(ready: Outgoing, target: Path, progress: Progress = quiet) -> Sealed:
    """Sign, encrypt and write the bundle, read back by our own reader before it counts (BENCH)."""
    path = target / ready.file_name if target.is_dir() else target
    return sealing.seal(ready.parcel, ready.number, ready.sender, ready.recipients, path, progress)


def record(desk: Desk, ready: Outgoing, sealed: Sealed) -> HandedOver:
    """Remember number, digest and chain head: tomorrow's starting point (DESK)."""
    try:
        with desk.database.transaction():
            remembering.remember_sent(desk, ready, sealed)
    except BaseException:
        # Its number would be given again: two bundles of one number are a fork to the lead.
        with suppress(OSError):
            sealed.path.unlink(missing_ok=True)
        raise
    tidying.tidy(desk)
    return HandedOver(
        path=sealed.path, seq=ready.number.seq, counts=ready.counts,
        revisions=len(ready.parcel.revisions), sha512=sealed.file_sha512, size=sealed.size,
        left_out=tuple(
            f"{each.count} {each.kind}: {each.why.replace('-', ' ')}"
            for each in ready.parcel.left_out
        ),
    )  # fmt: skip


def hand_over(
    desk: Desk, target: Path, wanted: Wanted | None = None, *, progress: Progress = quiet
) -> HandedOver:
    """Do all three steps in a row, for scripts."""
    ready = gather(desk, wanted or Wanted())
    return record(desk, ready, seal(ready, target, progress))
