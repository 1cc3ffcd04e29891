"""The small values that bundle.json lists, each read and written in one place."""

import re
from dataclasses import dataclass

from evidencekit.bundle import shape
from evidencekit.bundle.limits import MEMBER_BYTES, check_size
from evidencekit.bundle.shape import Refusal, Shape
from evidencekit.canonical import Json
from evidencekit.ids import AttachmentId, AuthorId, FrameworkId

LEDGER_PATH = "data/ledger.jsonl"
_ATTACHMENT_FOLDER = "data/att/"
_ATTACHMENT_DIGITS = 40
_PATH = re.compile(r"data/(att/[0-9a-f]{40}|ledger\.jsonl)")
_FRAMEWORK = re.compile(r"[a-z0-9][a-z0-9.-]{0,63}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Somebody a bundle is made for, and the age recipient it is sealed with."""

    id: AuthorId
    enc: str

    def to_json(self) -> dict[str, Json]:
        """Give this as bundle.json spells it."""
        return {"id": self.id, "enc": self.enc}

    @classmethod
    def from_json(cls, untrusted: Json, refusal: Refusal) -> "Recipient":
        """Read what `to_json` gave."""
        parts = Shape(untrusted, refusal)
        author, enc = AuthorId(parts.text("id", shape.AUTHOR)), parts.text("enc", shape.RECIPIENT)
        parts.done()
        return cls(id=author, enc=enc)


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Which of an author's revisions a bundle holds, both ends included."""

    author: AuthorId
    first: int
    last: int

    def to_json(self) -> dict[str, Json]:
        """Give this as bundle.json spells it."""
        return {"author": self.author, "from": self.first, "to": self.last}

    @classmethod
    def from_json(cls, untrusted: Json, refusal: Refusal) -> "Range":
        """Read what `to_json` gave."""
        parts = Shape(untrusted, refusal)
        author, first = AuthorId(parts.text("author", shape.AUTHOR)), parts.number("from", 1)
        last = parts.number("to", first)
        parts.done()
        return cls(author=author, first=first, last=last)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkRef:
    """The inspection framework the evidence was gathered under."""

    id: FrameworkId
    version: int
    sha256: str

    def to_json(self) -> dict[str, Json]:
        """Give this as bundle.json spells it."""
        return {"id": self.id, "version": self.version, "sha256": self.sha256}

    @classmethod
    def from_json(cls, untrusted: Json, refusal: Refusal) -> "FrameworkRef":
        """Read what `to_json` gave."""
        parts = Shape(untrusted, refusal)
        pack, version = FrameworkId(parts.text("id", _FRAMEWORK)), parts.number("version")
        sha256 = parts.text("sha256", shape.SHA256)
        parts.done()
        return cls(id=pack, version=version, sha256=sha256)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """How many records of a kind stayed behind, and the word for why."""

    kind: str
    count: int
    why: str

    def to_json(self) -> dict[str, Json]:
        """Give this as bundle.json spells it."""
        return {"kind": self.kind, "count": self.count, "why": self.why}

    @classmethod
    def from_json(cls, untrusted: Json, refusal: Refusal) -> "LeftOut":
        """Read what `to_json` gave."""
        parts = Shape(untrusted, refusal)
        kind, why = parts.text("kind", shape.WORD), parts.text("why", shape.WORD)
        count = parts.number("count", 1)
        parts.done()
        return cls(kind=kind, count=count, why=why)


@dataclass(frozen=True, slots=True, kw_only=True)
class PayloadPart:
    """A member under data/, with its size."""

    path: str
    size: int

    def to_json(self) -> dict[str, Json]:
        """Give this as bundle.json spells it."""
        return {"path": self.path, "size": self.size}

    @classmethod
    def from_json(cls, untrusted: Json, refusal: Refusal) -> "PayloadPart":
        """Read what `to_json` gave; its size is looked at."""
        parts = Shape(untrusted, refusal)
        path, size = parts.text("path", _PATH), parts.number("size")
        parts.done()
        check_size("part", size, MEMBER_BYTES)
        return cls(path=path, size=size)


def attachment_path(digest: AttachmentId) -> str:
    """Give the path of an attachment: from its digest, never its own name."""
    return _ATTACHMENT_FOLDER + digest[:_ATTACHMENT_DIGITS]
