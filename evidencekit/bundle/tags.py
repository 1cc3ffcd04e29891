"""The six tag members: read in their order and size-capped, then held to the signature."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from evidencekit import canonical
from evidencekit.bundle import bag
from evidencekit.bundle.limits import TAG_BYTES
from evidencekit.bundle.ustar import Reader
from evidencekit.bundle.ustar_header import MemberHead
from evidencekit.crypto import sshsig
from evidencekit.errors.bundle import (
    BundleAltered,
    BundleTruncated,
    UnexpectedMember,
    WrongManifest,
)

_FIRST = "bagit.txt"
_FIRST_NAME = re.compile(r"(bundle-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))/bagit\.txt")


@dataclass(frozen=True, slots=True)
class Tags:
    """The tag members as they came: nothing in them is proved."""

    bundle: str  # the UUID in the folder's name
    untrusted: Mapping[str, bytes]

    @property
    def tag_digest(self) -> str:
        """Give the SHA-512 of the bytes that are signed: the bundle's own name."""
        return canonical.sha512(self.untrusted[bag.TAG_MANIFEST])

    def check_signature(self) -> bytes:
        """Give the key that signed; SignatureMismatch or WeakKey when no sound key did."""
        signature = self.untrusted[bag.SIGNATURE].decode("ascii", "replace")
        public = sshsig.claimed_signer(signature)
        signed = self.untrusted[bag.TAG_MANIFEST]
        sshsig.verify(signed, signature, public, sshsig.NAMESPACE_BUNDLE)
        return public

    def check_hashes(self) -> None:
        """Refuse any tag member that is not the one the signed list names."""
        listed = bag.read_manifest(self.untrusted[bag.TAG_MANIFEST], bag.TAG_MANIFEST, bag.TAGS)
        for name, digest in listed.items():
            if canonical.sha512(self.untrusted[name]) != digest:
                raise BundleAltered(part=name)
        if self.untrusted[_FIRST] != bag.BAGIT:
            raise WrongManifest(why="bagit.txt says something else than BagIt 1.0")


def read_tags(reader: Reader) -> Tags:
    """Read the six tag members; each size is looked at before its bytes are."""
    head = reader.next()
    if head is None:
        raise BundleTruncated(where="before its first part")
    found = _FIRST_NAME.fullmatch(head.name)
    if found is None:
        raise UnexpectedMember(expected="bundle-…/bagit.txt", found=head.name)
    folder, bundle = found.groups()
    contents = {_FIRST: reader.whole(head, TAG_BYTES[_FIRST])}
    for name, limit in TAG_BYTES.items():
        if name != _FIRST:
            contents[name] = reader.whole(expect(reader, f"{folder}/{name}"), limit)
    return Tags(bundle, contents)


def expect(reader: Reader, name: str) -> MemberHead:
    """Give the next member, which must have this name."""
    head = reader.next()
    if head is None:
        raise BundleTruncated(where=f"before {name}")
    if head.name != name:
        raise UnexpectedMember(expected=name, found=head.name)
    return head
