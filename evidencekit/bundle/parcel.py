"""Parcel: everything that goes into a bundle, gathered before a byte is written."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from evidencekit.bundle.manifest import BundleKind, Checkpoint, FrameworkRef, LeftOut
from evidencekit.bundle.trust import Trust
from evidencekit.crypto.keys import AgeIdentity, SigningKey
from evidencekit.ids import AttachmentId, BundleId
from evidencekit.records.revision import Revision


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentSource:
    """An attachment that is read only while the bundle is written."""

    digest: AttachmentId
    size: int
    open: Callable[[], Iterable[bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What one person hands over to others."""

    kind: BundleKind
    framework: FrameworkRef
    revisions: tuple[Revision, ...] = ()
    checkpoints: tuple[Checkpoint, ...] = ()
    attachments: tuple[AttachmentSource, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    letters: tuple[AttachmentSource, ...] = ()  # made for this bundle alone: a receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A bundle's place among its sender's bundles."""

    bundle: BundleId
    seq: int
    prev: str  # tag digest of number seq - 1, "" for the first
    created: str  # UTC, "2012-11-19T18:02:11Z"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who signs: what the sender's workspace holds true, and the sender's own keys."""

    trust: Trust
    key: SigningKey
    identity: AgeIdentity | None = None  # reads the bundle back before it counts
