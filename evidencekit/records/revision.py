"""Revision: one saved state of a record, named by its own content, never edited (format.md §2)."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType

from evidencekit import canonical
from evidencekit.canonical import Json
from evidencekit.errors.records import BodyMismatch, WrongHeader
from evidencekit.ids import AuthorId, RecordId, RevisionId

HEADER_VERSION = 1
DEFAULT_MARKING = "OFFICIAL-SENSITIVE"


class State(Enum):
    """How far a record has come; acceptance is the lead's own record and is not kept here."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    DELETED = "deleted"


class Provenance(Enum):
    """When a text was written, measured from what it tells of (domain.md §3.2)."""

    CONTEMPORANEOUS = "contemporaneous"
    SAME_DAY = "same-day"
    NEXT_DAY = "next-day"
    LATER = "later"
    RECONSTRUCTED = "reconstructed"
    TRANSCRIBED = "transcribed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What a person wrote, with its state and marking."""

    fields: Mapping[str, Json] = field(default_factory=lambda: MappingProxyType({}))
    state: str = State.DRAFT.value
    provenance: str = Provenance.CONTEMPORANEOUS.value
    marking: str = DEFAULT_MARKING
    framework: str = ""  # SHA-256 of the framework pack's canonical content
    extra: Mapping[str, Json] = field(default_factory=lambda: MappingProxyType({}))

    def encode(self) -> bytes:
        """Spell this body; keys of a newer version are kept as they came."""
        known: dict[str, Json] = {
            "fields": dict(self.fields), "state": self.state, "provenance": self.provenance,
            "marking": self.marking, "framework": self.framework,
        }  # fmt: skip
        return canonical.encode({**self.extra, **known})

    @classmethod
    def decode(cls, content: bytes) -> "Body":
        """Read what `encode` wrote; WrongHeader when a known key has another form."""
        return cls._of(canonical.decode_object(content))

    @classmethod
    def stored(cls, content: bytes) -> "Body":
        """Read a text of the ledger: its spelling was checked when it came in, its digest now.

        Spelling it again to compare took half the time of reading a whole base.
        """
        try:
            parts = json.loads(content)
        except ValueError as error:
            raise WrongHeader(why="the text is not JSON") from error
        if not isinstance(parts, dict):
            raise WrongHeader(why="the text is not an object")
        return cls._of(parts)

    @classmethod
    def _of(cls, parts: dict[str, Json]) -> "Body":
        fields = parts.pop("fields", {})
        if not isinstance(fields, dict):
            raise WrongHeader(why="fields is not an object")
        words: dict[str, str] = {}
        for key in ("state", "provenance", "marking", "framework"):
            value = parts.pop(key, "")
            if not isinstance(value, str):
                raise WrongHeader(why=f"{key} is not text")
            words[key] = value
        return cls(fields=fields, extra=parts, **words)


def body_digest(salt: bytes, content: bytes) -> str:
    """Give SHA-256(salt, content) as hex: a short name cannot be guessed back from it."""
    return hashlib.sha256(salt + content).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The part of a revision that stays for ever, erasure included."""

    author: AuthorId
    seq: int
    prev: str
    record: RecordId
    kind: str
    parents: tuple[RevisionId, ...]
    body: str
    at: str  # when it happened: "", "2012-11-19" or "2012-11-19T10:30", local to tz
    tz: str
    written: str  # UTC, "2012-11-19T10:31:07Z"
    reason: str = ""

    def encode(self) -> bytes:
        """Spell this header; its SHA-256 is the revision's id."""
        parts: dict[str, Json] = {
            "v": HEADER_VERSION, "author": self.author, "seq": self.seq, "prev": self.prev,
            "record": self.record, "kind": self.kind, "parents": list(self.parents),
            "body": self.body, "at": self.at, "tz": self.tz, "written": self.written,
        }  # fmt: skip
        if self.reason:
            parts["reason"] = self.reason
        return canonical.encode(parts)

    @classmethod
    def decode(cls, content: bytes) -> "Header":
        """Read canonical header bytes; WrongHeader names what is amiss."""
        return cls.from_json(canonical.decode_object(content))

    @classmethod
    def from_json(cls, untrusted: Mapping[str, Json]) -> "Header":
        """Read a parsed header, checking every key and form."""
        parts = dict(untrusted)
        if parts.pop("v", None) != HEADER_VERSION:
            raise WrongHeader(why="another version")
        seq, parents = parts.pop("seq", None), parts.pop("parents", None)
        if not isinstance(seq, int) or isinstance(seq, bool) or seq < 1:
            raise WrongHeader(why="seq is not a number from 1")
        texts = {name: parts.pop(name, None) for name in _TEXTS}
        texts["reason"] = parts.pop("reason", "")
        for name, text in texts.items():
            if not isinstance(text, str):
                raise WrongHeader(why=f"{name} is not text")
        if parts:
            raise WrongHeader(why="an unknown key")
        return cls(seq=seq, parents=_parents(parents), **texts)  # type: ignore[arg-type]

    @property
    def id(self) -> RevisionId:
        """Give the revision's name."""
        return RevisionId(canonical.sha256(self.encode()))


_TEXTS = ("author", "prev", "record", "kind", "body", "at", "tz", "written")
_HEX_64 = 64


def is_revision_id(text: Json) -> bool:
    """Tell whether this is spelled as a revision id: 64 lower-case hex digits."""
    return (
        isinstance(text, str) and len(text) == _HEX_64 and not set(text) - set("0123456789abcdef")
    )


def _parents(untrusted: Json) -> tuple[RevisionId, ...]:
    if not isinstance(untrusted, Sequence) or isinstance(untrusted, str):
        raise WrongHeader(why="parents is not a list")
    if not all(is_revision_id(parent) for parent in untrusted):
        raise WrongHeader(why="a parent is not a revision id")
    parents = tuple(RevisionId(str(parent)) for parent in untrusted)
    if list(parents) != sorted(set(parents)):
        raise WrongHeader(why="parents are not sorted and different")
    return parents


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A header with the salt and content it was made for; both are None once erased."""

    id: RevisionId
    header: Header
    salt: bytes | None
    content: bytes | None  # canonical body bytes

    @property
    def is_erased(self) -> bool:
        """Tell whether the content was destroyed."""
        return self.content is None

    @property
    def body(self) -> Body:
        """Give what was written; an erased revision gives an empty body."""
        return Body() if self.content is None else Body.decode(self.content)

    def without_content(self) -> "Revision":
        """Give this revision as erasure leaves it."""
        return replace(self, salt=None, content=None)

    def check(self) -> None:
        """Raise BodyMismatch unless the content is the one the header names."""
        if self.content is None or self.salt is None:
            return
        if body_digest(self.salt, self.content) != self.header.body:
            raise BodyMismatch(revision=self.id)


def make_revision(header: Header, body: Body, salt: bytes) -> Revision:
    """Seal a body under a header, whose `body` is filled in here."""
    content = body.encode()
    sealed = replace(
        header, body=body_digest(salt, content), parents=tuple(sorted(set(header.parents)))
    )
    return Revision(id=sealed.id, header=sealed, salt=salt, content=content)
