"""Take real bundles apart and put them together wrongly, as an attacker or a broken tool would."""

import io
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evidencekit import canonical
from evidencekit.bundle import bag
from evidencekit.bundle.ustar import Writer
from evidencekit.canonical import Json
from evidencekit.crypto import sshsig
from evidencekit.crypto.envelope import open_stream, seal_stream
from evidencekit.crypto.keys import AgeIdentity, SigningKey

HEADER = "bundle.json"
MANIFEST = "manifest-sha512.txt"


@dataclass
class Forgery:
    """The members of a bundle, free to be changed, signed anew and sealed anew."""

    folder: str
    members: dict[str, bytes]  # by path inside the folder, in order

    @classmethod
    def of(cls, path: Path, identity: AgeIdentity) -> "Forgery":
        members: dict[str, bytes] = {}
        folder = ""
        with tarfile.open(fileobj=io.BytesIO(plain_tar(path, identity)), mode="r:") as archive:
            for member in archive.getmembers():
                folder, _, name = member.name.partition("/")
                content = archive.extractfile(member)
                assert content is not None
                members[name] = content.read()
        return cls(folder, members)

    @property
    def header(self) -> dict[str, Any]:
        found: dict[str, Any] = canonical.decode_object(self.members[HEADER])
        return found

    def with_header(self, **changes: Json) -> "Forgery":
        changed = {**self.header, **changes}
        return self.with_member(HEADER, canonical.encode(changed))

    def without_field(self, field: str) -> "Forgery":
        left = {key: value for key, value in self.header.items() if key != field}
        return self.with_member(HEADER, canonical.encode(left))

    def with_member(self, name: str, content: bytes) -> "Forgery":
        return Forgery(self.folder, {**self.members, name: content})

    def with_ledger(self, ledger: bytes) -> "Forgery":
        return self.with_member("data/ledger.jsonl", ledger).relisted()

    def relisted(self) -> "Forgery":
        """List the payload as it is now: sizes in the header, digests in the manifest."""
        payload = {name: data for name, data in self.members.items() if name.startswith("data/")}
        sizes: list[Json] = [{"path": name, "size": len(data)} for name, data in payload.items()]
        oxum = bag.bag_info(
            self.header["bundle"], self.header["created"], [len(d) for d in payload.values()]
        )
        digests = [(name, canonical.sha512(data)) for name, data in payload.items()]
        changed = self.with_header(payload=sizes).with_member("bag-info.txt", oxum)
        return changed.with_member(MANIFEST, bag.manifest(digests))

    def signed(self, key: SigningKey, namespace: str = sshsig.NAMESPACE_BUNDLE) -> "Forgery":
        """Hash the tag members as they are now and sign them."""
        listed = bag.manifest((name, canonical.sha512(self.members[name])) for name in bag.TAGS)
        signature = sshsig.sign(listed, key, namespace).encode()
        return self.with_member(bag.TAG_MANIFEST, listed).with_member(bag.SIGNATURE, signature)

    def tar(self, order: Mapping[str, bytes] | None = None) -> bytes:
        target = io.BytesIO()
        writer = Writer(target)
        for name, content in (order or self.members).items():
            writer.add(f"{self.folder}/{name}", content)
        writer.finish()
        return target.getvalue()

    def sealed(self, path: Path, *recipients: str) -> Path:
        return sealed(self.tar(), path, *recipients)


def plain_tar(path: Path, identity: AgeIdentity) -> bytes:
    plain = io.BytesIO()
    with path.open("rb") as file:
        open_stream(file, plain, identity)
    return plain.getvalue()


def sealed(tar: bytes, path: Path, *recipients: str) -> Path:
    with path.open("wb") as file:
        seal_stream(io.BytesIO(tar), file, recipients)
    return path
