"""From a parcel to one sealed file: signed, then encrypted, and in its place whole or not at all.

Before it gets its name it is on the stick itself, read back from there by our own reader.
Attachments are read once, straight into the envelope: no plain byte ever reaches a disk.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evidencekit import canonical
from evidencekit.bundle import bag, opening
from evidencekit.bundle.hashing import HashedTarget
from evidencekit.bundle.landing import landing, settle
from evidencekit.bundle.ledger import encode_line
from evidencekit.bundle.limits import CHUNK_BYTES, KIB
from evidencekit.bundle.manifest import (
    LEDGER_PATH,
    BundleHeader,
    PayloadPart,
    Recipient,
    attachment_path,
    counts_of,
    ranges_of,
)
from evidencekit.bundle.parcel import AttachmentSource, Number, Parcel, Sender
from evidencekit.bundle.roster import Member
from evidencekit.bundle.ustar import Writer
from evidencekit.crypto import sshsig
from evidencekit.crypto.envelope import EnvelopeWriter
from evidencekit.errors.base import Damaged, Refused
from evidencekit.errors.bundle import (
    AttachmentDiffers,
    BundleTooLarge,
    BundleUnreadable,
    NotAsWritten,
    ParcelTooLarge,
    PlaceUnusable,
    RecipientRevoked,
    SenderNotSigner,
)
from evidencekit.ids import BundleId
from evidencekit.progress import Progress, quiet
from evidencekit.records.revision import Revision

__all__ = ["AttachmentSource", "Number", "Parcel", "Sealed", "Sender", "bundle_name", "seal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A bundle that stands in its place."""

    path: Path
    bundle: BundleId
    seq: int
    tag_digest: str  # what the next bundle names as its predecessor
    file_sha512: str
    size: int


def bundle_name(team: str, sender: str, seq: int) -> str:
    """Give a bundle's neutral file name: no person, no place, no day."""
    return f"{team}-{sender}-{seq:06d}.evb"


def seal(
    parcel: Parcel, number: Number, sender: Sender, recipients: Sequence[Member], path: Path,
    progress: Progress = quiet,
) -> Sealed:  # fmt: skip
    """Write a bundle for these members, and for the sender, who can then read it back."""
    attachments = _in_order((*parcel.attachments, *parcel.letters))
    ledger = _Ledger.of(parcel.revisions)
    header = _header(parcel, number, sender, _recipients(sender, recipients), attachments, ledger)
    tags = _tags(header, attachments, ledger, sender)
    content = _Content(header, tags, attachments, ledger)
    with landing(path, content.size_when_sealed) as file:
        target = HashedTarget(file)
        with EnvelopeWriter(target, [r.enc for r in header.recipients]) as envelope:
            content.write(Writer(envelope), progress)
        target.flush()
        if sender.identity is not None:
            settle(file)
            _read_back(path, Path(str(file.name)), sender, target.sha512, progress)
    return Sealed(
        path=path, bundle=number.bundle, seq=number.seq,
        tag_digest=canonical.sha512(tags[bag.TAG_MANIFEST]), file_sha512=target.sha512,
        size=target.count,
    )  # fmt: skip


def _read_back(path: Path, half: Path, sender: Sender, sha512: str, progress: Progress) -> None:
    """Let our own reader accept the file as it stands there; else it never gets its name."""
    if sender.identity is None:
        return
    try:
        opening.reopen(half, sender.identity, sender.trust, file_sha512=sha512, progress=progress)
    except BundleUnreadable as error:
        raise PlaceUnusable(path=str(path.parent), why=str(error.facts["why"])) from error
    except (Damaged, Refused) as error:
        raise NotAsWritten(path=str(path.parent), why=error.code) from error


@dataclass(frozen=True, slots=True)
class _Ledger:
    """The ledger's size and digest; its lines are spelled again when written, not kept."""

    revisions: tuple[Revision, ...]
    size: int
    digest: str

    @classmethod
    def of(cls, revisions: Iterable[Revision]) -> "_Ledger":
        ordered = tuple(sorted(revisions, key=lambda r: (r.header.author, r.header.seq)))
        digest, size = hashlib.sha512(), 0
        for revision in ordered:
            line = encode_line(revision)
            digest.update(line)
            size += len(line)
        return cls(ordered, size, digest.hexdigest())

    def chunks(self) -> Iterator[bytes]:
        pending = bytearray()
        for revision in self.revisions:
            pending += encode_line(revision)
            if len(pending) >= CHUNK_BYTES:
                yield bytes(pending)
                pending.clear()
        if pending:
            yield bytes(pending)


@dataclass(frozen=True, slots=True)
class _Content:
    """Every member of a bundle, in its order."""

    header: BundleHeader
    tags: dict[str, bytes]
    attachments: Sequence[AttachmentSource]
    ledger: _Ledger

    @property
    def size_when_sealed(self) -> int:
        """Give an upper bound: a block or two for each member, 16 bytes for each 64 KiB."""
        plain = sum(part.size for part in self.header.payload) + sum(map(len, self.tags.values()))
        members = len(self.tags) + len(self.header.payload)
        return plain + members * KIB + plain // 4096 + 64 * KIB

    def write(self, writer: Writer, progress: Progress) -> None:
        """Write all members and the end."""
        folder = bag.folder(self.header.bundle)
        step = _Steps(progress, sum(part.size for part in self.header.payload))
        for name, content in self.tags.items():
            writer.add(f"{folder}/{name}", content)
        for attachment in self.attachments:
            name = f"{folder}/{attachment_path(attachment.digest)}"
            writer.stream(name, attachment.size, step.over(_checked(attachment)))
        writer.stream(f"{folder}/{LEDGER_PATH}", self.ledger.size, step.over(self.ledger.chunks()))
        step.last()
        writer.finish()


class _Steps:
    """Tells how far the payload has come."""

    def __init__(self, progress: Progress, of: int) -> None:
        self._progress = progress
        self._of = of
        self._done = 0

    def over(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        for chunk in chunks:
            yield chunk
            self._done += len(chunk)
            self._progress(self._done, self._of)

    def last(self) -> None:
        self._progress(self._of, self._of)


def _in_order(attachments: Iterable[AttachmentSource]) -> list[AttachmentSource]:
    once = {attachment.digest: attachment for attachment in attachments}
    return [once[digest] for digest in sorted(once)]


def _recipients(sender: Sender, recipients: Sequence[Member]) -> tuple[Recipient, ...]:
    trust = sender.trust
    me = trust.member(trust.me)
    if me.public != sender.key.public:
        raise SenderNotSigner(sender=me.id, signer="another key")
    named = {member.id: trust.member(member.id) for member in (*recipients, me)}
    for member in named.values():
        if member.revoked:
            raise RecipientRevoked(member=member.id)
    return tuple(Recipient(id=member, enc=named[member].age) for member in sorted(named))


def _header(
    parcel: Parcel, number: Number, sender: Sender, recipients: tuple[Recipient, ...],
    attachments: Sequence[AttachmentSource], ledger: _Ledger,
) -> BundleHeader:  # fmt: skip
    parts = [PayloadPart(path=attachment_path(a.digest), size=a.size) for a in attachments]
    header = BundleHeader(
        bundle=number.bundle, team=sender.trust.team, sender=sender.trust.me,
        sender_key=sender.key.public.hex(), seq=number.seq, prev=number.prev,
        roster=sender.trust.signed, created=number.created, kind=parcel.kind,
        recipients=recipients, ranges=ranges_of(ledger.revisions),
        checkpoints=tuple(sorted(parcel.checkpoints, key=lambda c: c.author)),
        counts=counts_of(ledger.revisions), framework=parcel.framework, left_out=parcel.left_out,
        payload=(*parts, PayloadPart(path=LEDGER_PATH, size=ledger.size)),
    )  # fmt: skip
    try:
        # Our own reader looks at it before a byte is written.
        return BundleHeader.decode(header.encode())
    except BundleTooLarge as error:
        raise ParcelTooLarge(**error.facts) from error


def _tags(
    header: BundleHeader, attachments: Sequence[AttachmentSource], ledger: _Ledger, sender: Sender
) -> dict[str, bytes]:
    digests = [(attachment_path(a.digest), str(a.digest)) for a in attachments]
    tags = {
        "bagit.txt": bag.BAGIT,
        "bag-info.txt": bag.bag_info(
            header.bundle, header.created, [part.size for part in header.payload]
        ),
        "bundle.json": header.encode(),
        "manifest-sha512.txt": bag.manifest([*digests, (LEDGER_PATH, ledger.digest)]),
    }
    signed = bag.manifest((name, canonical.sha512(tags[name])) for name in bag.TAGS)
    signature = sshsig.sign(signed, sender.key, sshsig.NAMESPACE_BUNDLE)
    return {**tags, bag.TAG_MANIFEST: signed, bag.SIGNATURE: signature.encode()}


def _checked(attachment: AttachmentSource) -> Iterator[bytes]:
    """Give an attachment's bytes, which must still be the ones its digest names."""
    found, size = hashlib.sha512(), 0
    for chunk in attachment.open():
        found.update(chunk)
        size += len(chunk)
        if size > attachment.size:
            raise AttachmentDiffers(attachment=attachment.digest)
        yield chunk
    if (found.hexdigest(), size) != (attachment.digest, attachment.size):
        raise AttachmentDiffers(attachment=attachment.digest)
