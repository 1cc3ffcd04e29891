"""The payload, read exactly as the signed header lists it: size and hash of each part.

The ledger is read line by line while it is hashed; attachments are only hashed.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from evidencekit.bundle import bag
from evidencekit.bundle.ledger import Line, read_lines
from evidencekit.bundle.limits import RECEIPT_BYTES, check_size
from evidencekit.bundle.manifest import (
    LEDGER_PATH,
    BundleHeader,
    BundleKind,
    PayloadPart,
    attachment_path,
)
from evidencekit.bundle.receipt import looks_like_one
from evidencekit.bundle.set_aside import SetAside
from evidencekit.bundle.tags import Tags, expect
from evidencekit.bundle.ustar import Reader
from evidencekit.errors.bundle import (
    BundleAltered,
    UnexpectedMember,
    WrongManifest,
    WrongReceipt,
)
from evidencekit.ids import AttachmentId
from evidencekit.records.links import attachments_of

Step = Callable[[], None]
_MOST_LETTERS = 4  # a receipt's look-alikes among a return pack's attachments are few


@dataclass(frozen=True, slots=True)
class Payload:
    """What the payload holds, each part checked against the manifest."""

    lines: tuple[Line | SetAside, ...]
    receipt: bytes  # the content of a receipt, or of the one in a return pack; else empty


def read_digests(header: BundleHeader, tags: Tags) -> Mapping[str, str]:
    """Read the manifest, which must list the payload of the header and nothing else."""
    sizes = {part.path: part.size for part in header.payload}
    bag.check_bag_info(tags.untrusted["bag-info.txt"], sizes.values())
    untrusted = tags.untrusted["manifest-sha512.txt"]
    digests = bag.read_manifest(untrusted, "manifest-sha512.txt", sizes)
    for path, digest in digests.items():
        if path not in {LEDGER_PATH, attachment_path(AttachmentId(digest))}:
            raise WrongManifest(why="an attachment is not named by its digest")
    return digests


def read_payload(
    reader: Reader, header: BundleHeader, digests: Mapping[str, str], step: Step
) -> Payload:
    """Read every part to the end of the bundle; nothing may stand behind it."""
    _check_receipt(header)
    folder = bag.folder(header.bundle)
    letters = _Letters(header)
    lines: list[Line | SetAside] = []
    for part in header.payload:
        chunks = checked_chunks(reader, folder, part, digests[part.path])
        stepped = _stepping(chunks, step)
        if part.path == LEDGER_PATH:
            lines += read_lines(stepped)
        elif letters.wants(part):
            letters.take(AttachmentId(digests[part.path]), b"".join(stepped))
        else:
            _exhaust(stepped)
    check_end(reader)
    return Payload(tuple(lines), letters.receipt(lines))


def checked_chunks(reader: Reader, folder: str, part: PayloadPart, digest: str) -> Iterator[bytes]:
    """Give a part in chunks; the last one only once the whole part is known to be right."""
    head = expect(reader, f"{folder}/{part.path}")
    if head.size != part.size:
        raise BundleAltered(part=part.path)
    found, held = hashlib.sha512(), b""
    for chunk in reader.chunks(head):
        if held:
            yield held
        found.update(chunk)
        held = chunk
    if found.hexdigest() != digest:
        raise BundleAltered(part=part.path)
    if held:
        yield held


def check_end(reader: Reader) -> None:
    """Refuse any member, and any byte, behind the ledger."""
    head = reader.next()
    if head is not None:
        raise UnexpectedMember(expected="the end", found=head.name)


class _Letters:
    """Finds the receipt: all there is in one, and in a return pack the part no record names."""

    def __init__(self, header: BundleHeader) -> None:
        self._kind = header.kind
        self._found: dict[AttachmentId, bytes] = {}

    def wants(self, part: PayloadPart) -> bool:
        """Tell whether a part may be a receipt, and so is kept while the bundle is read."""
        if self._kind is BundleKind.RECEIPT:
            return True
        is_room = part.size <= RECEIPT_BYTES and len(self._found) < _MOST_LETTERS
        return self._kind is BundleKind.RETURN and is_room

    def take(self, digest: AttachmentId, content: bytes) -> None:
        """Keep a part that looks like a receipt."""
        if self._kind is BundleKind.RECEIPT or looks_like_one(content):
            self._found[digest] = content

    def receipt(self, lines: Iterable[Line | SetAside]) -> bytes:
        """Give the receipt, empty for none; two of them are refused."""
        named = _named(lines) if self._found else frozenset()
        letters = [content for digest, content in self._found.items() if digest not in named]
        if len(letters) > 1:
            raise WrongReceipt(why="the pack holds more than one")
        return letters[0] if letters else b""


def _named(lines: Iterable[Line | SetAside]) -> frozenset[AttachmentId]:
    """Give the files that records of the bundle name: evidence, whatever it looks like."""
    revisions = [each.revision for each in lines if isinstance(each, Line)]
    return frozenset(
        each.digest
        for revision in revisions
        if not revision.is_erased
        for each in attachments_of(revision.header.kind, revision.body.fields)
    )


def _check_receipt(header: BundleHeader) -> None:
    if header.kind is not BundleKind.RECEIPT:
        return
    if len(header.attachments) != 1 or header.payload[-1].size:
        raise WrongReceipt(why="it holds something else than its one part")
    check_size("receipt", header.payload[0].size, RECEIPT_BYTES)


def _stepping(chunks: Iterator[bytes], step: Step) -> Iterator[bytes]:
    for chunk in chunks:
        step()
        yield chunk


def _exhaust(chunks: Iterator[bytes]) -> None:
    for _chunk in chunks:
        pass
