"""From untrusted bytes to a VerifiedBundle, in steps that cannot be skipped (format.md §3).

One pass over the file, in the order of the format: envelope, strict ustar, tag members,
signature, key, tag hashes, header, team and reader and roster, revocation, sequence, payload, end.
Attachments are hashed in this pass; joining reads them again, checks them again and keeps them.
"""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import InitVar, dataclass
from pathlib import Path

from evidencekit.bundle import admission, bag
from evidencekit.bundle.chains import sift
from evidencekit.bundle.manifest import BundleHeader, BundleKind, Checkpoint
from evidencekit.bundle.payload import Payload, checked_chunks, read_digests, read_payload
from evidencekit.bundle.receipt import Receipt
from evidencekit.bundle.roster import Member, Role
from evidencekit.bundle.sequence import SeenBundle, SequenceState, Standing
from evidencekit.bundle.set_aside import SetAside
from evidencekit.bundle.trust import SignedRoster, Trust, digits_of
from evidencekit.bundle.unsealing import OpenedBundle, UntrustedBundle, unsealed
from evidencekit.crypto.keys import AgeIdentity
from evidencekit.errors.base import Damaged
from evidencekit.errors.bundle import (
    BundleChanged,
    NotASetUp,
    NotForThisReader,
    SenderNotSigner,
    WrongReceipt,
)
from evidencekit.ids import AttachmentId, AuthorId
from evidencekit.progress import Progress, quiet
from evidencekit.records.revision import Revision

__all__ = [
    "AttachmentDigest",
    "OpenedBundle",
    "SetUpOffer",
    "UntrustedBundle",
    "VerifiedBundle",
    "attachments",
    "open_bundle",
    "read_setup",
    "reopen",
]

_DOOR = object()
_ONLY_HERE = "a VerifiedBundle is made by opening a bundle, nowhere else"


@dataclass(frozen=True, slots=True)
class AttachmentDigest:
    """An attachment by its digest, with its size."""

    digest: AttachmentId
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedBundle:
    """A bundle that passed every check; only this module makes one."""

    header: BundleHeader
    sender: Member
    trust: Trust  # the reader's, moved on when the bundle brought a newer roster
    revisions: tuple[Revision, ...]
    checkpoints: tuple[Checkpoint, ...]
    set_aside: tuple[SetAside, ...]
    attachments: tuple[AttachmentDigest, ...]
    receipt: Receipt | None
    standing: Standing
    missing: tuple[int, ...]  # this sender's numbers that were not received
    tag_digest: str
    file_size: int
    file_sha512: str  # of the file as it lay there: the same again is known by it, unopened
    door: InitVar[object]

    def __post_init__(self, door: object) -> None:
        if door is not _DOOR:
            raise TypeError(_ONLY_HERE)

    @property
    def is_held(self) -> bool:
        """Tell whether this very bundle was received before."""
        return self.standing is Standing.HELD

    @property
    def is_from_a_leader(self) -> bool:
        """Tell whether the lead or a deputy made it; not all of theirs are for this reader."""
        return self.sender.role != Role.INSPECTOR.value

    @property
    def seen(self) -> SeenBundle:
        """Give what the sequence rules remember of this bundle."""
        return _seen(self.header, self.tag_digest)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUpOffer:
    """A set-up pack before its lead is pinned: only the 30 digits, heard, make it true."""

    me: AuthorId
    signed: SignedRoster
    lead: Member
    digits: str
    tag_digest: str


def open_bundle(
    path: Path, identity: AgeIdentity, trust: Trust, *, sequence: SequenceState,
    progress: Progress = quiet,
) -> VerifiedBundle:  # fmt: skip
    """Check everything that format.md §3 names, in its order; any refusal refuses the whole."""
    return _open(path, identity, trust, sequence, progress)


def reopen(
    path: Path, identity: AgeIdentity, trust: Trust, *, file_sha512: str,
    progress: Progress = quiet,
) -> VerifiedBundle:  # fmt: skip
    """Read back what was just written: our own reader must accept what our writer wrote."""
    verified = _open(path, identity, trust, SequenceState(), progress)
    if verified.file_sha512 != file_sha512:
        raise BundleChanged(part="the whole file")
    return verified


def attachments(
    verified: VerifiedBundle, path: Path, identity: AgeIdentity
) -> Iterator[tuple[AttachmentId, Iterator[bytes]]]:
    """Read the attachments again, each checked again; its last chunk comes only if all was right.

    A file that is no longer the one that was verified is refused with BundleChanged.
    """
    folder = bag.folder(verified.header.bundle)
    with _unchanged(), unsealed(UntrustedBundle.at(path), identity) as opened:
        if opened.tags.tag_digest != verified.tag_digest:
            raise BundleChanged(part="the list of parts")
        for part, known in zip(verified.header.attachments, verified.attachments, strict=True):
            chunks = _rechecked(checked_chunks(opened.reader, folder, part, known.digest))
            yield known.digest, chunks
            for _unread in chunks:
                pass


def read_setup(path: Path, identity: AgeIdentity) -> SetUpOffer:
    """Read whom a set-up pack claims as lead; nothing counts until `trust.pin` heard the digits."""
    with unsealed(UntrustedBundle.at(path), identity) as opened:
        public = opened.tags.check_signature()
        header = _read_header(opened)
    lead = header.roster.roster.lead
    if header.kind is not BundleKind.SET_UP:
        raise NotASetUp
    if (header.sender, header.sender_key, public) != (lead.id, lead.sign_key, lead.public):
        raise SenderNotSigner(sender=header.sender, signer="somebody who is not its lead")
    header.roster.verify(public)
    me = next((r.id for r in header.recipients if r.enc == identity.recipient), None)
    if me is None:
        raise NotForThisReader(reader="this workspace")
    digits = digits_of(header.team, lead)
    return SetUpOffer(
        me=me, signed=header.roster, lead=lead, digits=digits, tag_digest=opened.tags.tag_digest
    )


def _open(
    path: Path, identity: AgeIdentity, trust: Trust, sequence: SequenceState, progress: Progress
) -> VerifiedBundle:  # fmt: skip
    untrusted, digest = UntrustedBundle.at(path), hashlib.sha512()
    with unsealed(untrusted, identity, digest) as opened:
        signed = _signed(opened, identity, trust, sequence)
        payload = read_payload(
            opened.reader, signed.header, signed.digests,
            lambda: progress(opened.done, untrusted.size),
        )  # fmt: skip
        return _verified(opened, signed, payload, digest.hexdigest())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signed:
    """A header whose signer, reader, roster and number all hold; its payload is still unread."""

    header: BundleHeader
    admitted: admission.Admitted
    standing: Standing
    missing: tuple[int, ...]
    digests: Mapping[str, str]


def _signed(
    opened: OpenedBundle, identity: AgeIdentity, trust: Trust, sequence: SequenceState
) -> _Signed:
    public = opened.tags.check_signature()
    admission.check_known(public, opened.tags, trust)
    header = _read_header(opened)
    admission.check_sender(header, opened.tags, public, trust)
    admission.check_addressed(header, trust, identity.recipient, opened.stanzas)
    admitted = admission.admit_sender(header, opened.tags, public, trust, sequence)
    seen = _seen(header, opened.tags.tag_digest)
    return _Signed(
        header=header, admitted=admitted, standing=sequence.judge(seen),
        missing=sequence.after(seen).missing(header.sender),
        digests=read_digests(header, opened.tags),
    )  # fmt: skip


def _verified(
    opened: OpenedBundle, signed: _Signed, payload: Payload, file_sha512: str
) -> VerifiedBundle:
    header, admitted = signed.header, signed.admitted
    sifted = sift(payload.lines, header.checkpoints, admitted.sender, admitted.trust.roster)
    return VerifiedBundle(
        header=header, sender=admitted.sender, trust=admitted.trust,
        revisions=sifted.revisions, checkpoints=sifted.checkpoints, set_aside=sifted.set_aside,
        attachments=tuple(
            AttachmentDigest(AttachmentId(signed.digests[part.path]), part.size)
            for part in header.attachments
        ),
        receipt=_receipt(header, payload), standing=signed.standing, missing=signed.missing,
        tag_digest=opened.tags.tag_digest, file_size=opened.done,
        file_sha512=file_sha512, door=_DOOR,
    )  # fmt: skip


def _receipt(header: BundleHeader, payload: Payload) -> Receipt | None:
    if header.kind is not BundleKind.RECEIPT and not payload.receipt:
        return None
    receipt = Receipt.decode(payload.receipt)
    named = {recipient.id for recipient in header.recipients}
    if receipt.team != header.team or receipt.member not in named:
        raise WrongReceipt(why="it is for another team or another member")
    return receipt


def _rechecked(chunks: Iterator[bytes]) -> Iterator[bytes]:
    with _unchanged():
        yield from chunks


@contextmanager
def _unchanged() -> Iterator[None]:
    """Take any damage for a change: the same file was whole when it was verified."""
    try:
        yield
    except BundleChanged:
        raise
    except Damaged as error:
        raise BundleChanged(part="its attachments") from error


def _read_header(opened: OpenedBundle) -> BundleHeader:
    opened.tags.check_hashes()
    return BundleHeader.decode(opened.tags.untrusted["bundle.json"])


def _seen(header: BundleHeader, tag_digest: str) -> SeenBundle:
    return SeenBundle(sender=header.sender, seq=header.seq, tag_digest=tag_digest, prev=header.prev)
