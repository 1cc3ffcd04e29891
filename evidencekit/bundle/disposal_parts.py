"""The parts of a proposal to destroy: who signs, what is held in numbers, what lies elsewhere."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from evidencekit.bundle import shape
from evidencekit.bundle.receipt import Head
from evidencekit.bundle.shape import Shape
from evidencekit.canonical import Json
from evidencekit.errors.disposal import WrongPaper
from evidencekit.ids import AuthorId, RevisionId

# A person's own words and the names of things: no control character but the end of a line.
WORDS = re.compile(r"[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]{1,4000}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who signs a paper, and with which key."""

    member: AuthorId
    name: str
    inspectorate: str
    sign_key: str  # Ed25519, 64 hex digits

    def to_json(self) -> dict[str, Json]:
        """Give this as the paper spells it."""
        return {
            "member": self.member, "name": self.name, "inspectorate": self.inspectorate,
            "sign_key": self.sign_key,
        }  # fmt: skip

    @classmethod
    def from_json(cls, untrusted: Json) -> "Signer":
        """Read what `to_json` gave."""
        parts = Shape(untrusted, refusal)
        found = cls(
            member=AuthorId(parts.text("member", shape.AUTHOR)),
            name=parts.text("name", shape.NAME),
            inspectorate=parts.text("inspectorate", shape.WORD),
            sign_key=parts.text("sign_key", shape.KEY),
        )
        parts.done()
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a workspace holds, in numbers."""

    fingerprint: str  # SHA-256 over the sorted revision ids
    revisions: int
    counts: Mapping[str, int]  # records of each kind
    chains: tuple[Head, ...]  # how far each author's chain is held
    attachments: int
    unsaved: int  # texts that were being written, on this laptop only
    case_key: str  # none, beside, elsewhere or destroyed

    def to_json(self) -> dict[str, Json]:
        """Give this as the paper spells it."""
        return {
            "fingerprint": self.fingerprint, "revisions": self.revisions,
            "counts": dict(self.counts), "chains": [each.to_json() for each in self.chains],
            "attachments": self.attachments, "unsaved": self.unsaved, "case_key": self.case_key,
        }  # fmt: skip

    @classmethod
    def from_json(cls, untrusted: Json) -> "State":
        """Read what `to_json` gave."""
        parts = Shape(untrusted, refusal)
        found = cls(
            fingerprint=parts.text("fingerprint", shape.SHA256),
            revisions=parts.number("revisions"), counts=parts.counts("counts"),
            chains=tuple(_head(each) for each in parts.items("chains")),
            attachments=parts.number("attachments"), unsaved=parts.number("unsaved"),
            case_key=parts.text("case_key", shape.WORD),
        )  # fmt: skip
        parts.done()
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A bundle that was written on a laptop or joined there."""

    sender: AuthorId
    seq: int
    kind: str
    tag_digest: str
    to: tuple[AuthorId, ...] = ()  # whom it was made for, where it was written here

    def to_json(self) -> dict[str, Json]:
        """Give this as the paper spells it."""
        return {
            "sender": self.sender, "seq": self.seq, "kind": self.kind,
            "tag_digest": self.tag_digest, "to": list(self.to),
        }  # fmt: skip

    @classmethod
    def from_json(cls, untrusted: Json) -> "Carried":
        """Read what `to_json` gave."""
        parts = Shape(untrusted, refusal)
        found = cls(
            sender=AuthorId(parts.text("sender", shape.AUTHOR)), seq=parts.number("seq", 1),
            kind=parts.text("kind", shape.WORD), tag_digest=parts.text("tag_digest", shape.SHA512),
            to=tuple(_author(each) for each in parts.items("to")),
        )  # fmt: skip
        parts.done()
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A copy that was made of something here, and that a person has to deal with."""

    what: str
    at: str

    def to_json(self) -> dict[str, Json]:
        """Give this as the paper spells it."""
        return {"what": self.what, "at": self.at}

    @classmethod
    def from_json(cls, untrusted: Json) -> "Copy":
        """Read what `to_json` gave."""
        parts = Shape(untrusted, refusal)
        found = cls(what=parts.text("what", WORDS), at=parts.time("at"))
        parts.done()
        return found


def refusal(why: str) -> WrongPaper:
    """Give the refusal of a paper that is not of its form."""
    return WrongPaper(why=why)


def _author(untrusted: Json) -> AuthorId:
    if not isinstance(untrusted, str) or not shape.AUTHOR.fullmatch(untrusted):
        raise WrongPaper(why="to has another form")
    return AuthorId(untrusted)


def _head(untrusted: Json) -> Head:
    parts = Shape(untrusted, refusal)
    found = Head(
        author=AuthorId(parts.text("author", shape.AUTHOR)), seq=parts.number("seq", 1),
        id=RevisionId(parts.text("id", shape.SHA256)),
    )  # fmt: skip
    parts.done()
    return found
