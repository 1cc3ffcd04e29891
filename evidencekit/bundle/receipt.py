"""Receipt: the lead's signed answer, saying what was received and what the lead now holds.

It travels as the only attachment of a bundle of the kind "receipt" whose ledger is empty
(docs/formats/bundle.md says why).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from evidencekit import canonical
from evidencekit.bundle import shape
from evidencekit.bundle.limits import RECEIPT_BYTES, check_size
from evidencekit.bundle.manifest import BundleKind, FrameworkRef
from evidencekit.bundle.parcel import AttachmentSource, Parcel
from evidencekit.bundle.set_aside import SetAside
from evidencekit.bundle.shape import Shape
from evidencekit.canonical import Json
from evidencekit.errors.bundle import UnknownVersion, WrongReceipt
from evidencekit.ids import AttachmentId, AuthorId, BundleId, RevisionId, TeamId

FORMAT = "evidencekit-receipt"
VERSION = 1
_MARK = f'"format":"{FORMAT}"'.encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What became of one bundle: its number, its digest, how many of each class."""

    bundle: BundleId
    seq: int
    tag_digest: str
    counts: Mapping[str, int]  # "new", "held", "clashes" …
    set_aside: tuple[SetAside, ...] = ()

    def to_json(self) -> dict[str, Json]:
        """Give this as the receipt spells it."""
        return {
            "bundle": self.bundle, "seq": self.seq, "tag_digest": self.tag_digest,
            "counts": dict(self.counts), "set_aside": [item.to_json() for item in self.set_aside],
        }  # fmt: skip

    @classmethod
    def from_json(cls, untrusted: Json) -> "Received":
        """Read what `to_json` gave."""
        parts = Shape(untrusted, _refusal)
        found = cls(
            bundle=BundleId(parts.text("bundle", shape.UUID)), seq=parts.number("seq", 1),
            tag_digest=parts.text("tag_digest", shape.SHA512), counts=parts.counts("counts"),
            set_aside=tuple(SetAside.from_json(i, _refusal) for i in parts.items("set_aside")),
        )  # fmt: skip
        parts.done()
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The newest revision that the lead holds of one author."""

    author: AuthorId
    seq: int
    id: RevisionId

    def to_json(self) -> dict[str, Json]:
        """Give this as the receipt spells it."""
        return {"author": self.author, "seq": self.seq, "id": self.id}

    @classmethod
    def from_json(cls, untrusted: Json) -> "Head":
        """Read what `to_json` gave."""
        parts = Shape(untrusted, _refusal)
        found = cls(
            author=AuthorId(parts.text("author", shape.AUTHOR)), seq=parts.number("seq", 1),
            id=RevisionId(parts.text("id", shape.SHA256)),
        )  # fmt: skip
        parts.done()
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The lead's answer to one member's bundles."""

    team: TeamId
    member: AuthorId
    at: str
    bundles: tuple[Received, ...]
    heads: tuple[Head, ...]
    fingerprint: str
    revisions: int

    def encode(self) -> bytes:
        """Spell the receipt."""
        return canonical.encode({
            "format": FORMAT, "version": VERSION, "team": self.team, "member": self.member,
            "at": self.at, "bundles": [received.to_json() for received in self.bundles],
            "heads": [head.to_json() for head in self.heads],
            "fingerprint": self.fingerprint, "revisions": self.revisions,
        })  # fmt: skip

    @classmethod
    def decode(cls, untrusted: bytes) -> "Receipt":
        """Read what `encode` wrote."""
        check_size("receipt", len(untrusted), RECEIPT_BYTES)
        parts = Shape(shape.read_object(untrusted, "receipt"), _refusal)
        form, version = parts.text("format", shape.WORD), parts.number("version")
        if (form, version) != (FORMAT, VERSION):
            raise UnknownVersion(found=f"{form} {version}", known=f"{FORMAT} {VERSION}")
        receipt = cls(
            team=TeamId(parts.text("team", shape.TEAM)),
            member=AuthorId(parts.text("member", shape.AUTHOR)), at=parts.time("at"),
            bundles=tuple(Received.from_json(item) for item in parts.items("bundles")),
            heads=tuple(Head.from_json(item) for item in parts.items("heads")),
            fingerprint=parts.text("fingerprint", shape.SHA256),
            revisions=parts.number("revisions"),
        )  # fmt: skip
        parts.done()
        return receipt


def parcel_of(receipt: Receipt, framework: FrameworkRef) -> Parcel:
    """Give the parcel that carries a receipt and nothing else."""
    return Parcel(kind=BundleKind.RECEIPT, framework=framework, letters=(letter_of(receipt),))


def letter_of(receipt: Receipt) -> AttachmentSource:
    """Give a receipt as the part that carries it, alone or in a return pack."""
    content = receipt.encode()
    check_size("receipt", len(content), RECEIPT_BYTES)
    return AttachmentSource(digest=digest_of(receipt), size=len(content), open=lambda: (content,))


def digest_of(receipt: Receipt) -> AttachmentId:
    """Give the digest that names a receipt's part."""
    return AttachmentId(canonical.sha512(receipt.encode()))


def looks_like_one(content: bytes) -> bool:
    """Tell whether a part can be a receipt at all, before it is read as one."""
    return content.startswith(b'{"at":"') and _MARK in content


def _refusal(why: str) -> WrongReceipt:
    return WrongReceipt(why=why)
