"""Destruction by two people: a proposal by the owner of a workspace, a confirmation by another.

Each is a small file signed by its writer (docs/formats/disposal.md). It holds counts, digests,
chain heads and times, and no content.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from typing_extensions import override

from evidencekit import canonical
from evidencekit.bundle import shape
from evidencekit.bundle.disposal_parts import WORDS, Carried, Copy, Signer, State, refusal
from evidencekit.bundle.limits import PAPER_BYTES, check_size
from evidencekit.bundle.shape import Shape
from evidencekit.canonical import Json
from evidencekit.crypto import sshsig
from evidencekit.crypto.keys import SigningKey, check_public
from evidencekit.errors.bundle import UnknownVersion
from evidencekit.errors.crypto import SignatureMismatch
from evidencekit.errors.disposal import WrongPaper
from evidencekit.ids import AuthorId

__all__ = [
    "CONFIRMATION",
    "NAMESPACE",
    "PROPOSAL",
    "VERSION",
    "Carried",
    "Confirmation",
    "Copy",
    "Proposal",
    "Signer",
    "State",
    "as_form",
    "check_signed",
    "opened",
    "read",
    "refusal",
    "sign",
    "signer_line",
]

NAMESPACE = sshsig.NAMESPACE_DISPOSAL
PROPOSAL, CONFIRMATION = "evidencekit-proposal", "evidencekit-confirmation"
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(ABC):
    """A paper that its writer signs; what is not signed yet has no signature."""

    sig: str = ""

    @abstractmethod
    def paper(self) -> dict[str, Json]:
        """Give the part that is signed."""

    def signed(self, key: SigningKey) -> Self:
        """Give this paper with its writer's signature."""
        return replace(self, sig=sign(self.paper(), key))

    def to_json(self) -> dict[str, Json]:
        """Give the signed part and its signature."""
        return {"paper": self.paper(), "sig": self.sig}

    def encode(self) -> bytes:
        """Spell this as a file."""
        return canonical.encode(self.to_json())


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal(Paper):
    """What one person asks to destroy, and under which rule; it runs out."""

    team: str  # "" for a workspace that never joined one
    by: Signer
    made: str
    until: str
    reason: str
    rule: str  # the retention rule it follows, in words; "" when none was named
    state: State
    sent: tuple[Carried, ...]
    received: tuple[Carried, ...]
    copies: tuple[Copy, ...]

    @override
    def paper(self) -> dict[str, Json]:
        """Give the part that is signed."""
        return {
            "format": PROPOSAL, "version": VERSION, "team": self.team, "by": self.by.to_json(),
            "made": self.made, "until": self.until, "reason": self.reason, "rule": self.rule,
            "state": self.state.to_json(), "sent": [each.to_json() for each in self.sent],
            "received": [each.to_json() for each in self.received],
            "copies": [each.to_json() for each in self.copies],
        }  # fmt: skip

    @property
    def digest(self) -> str:
        """Give the SHA-512 by which a confirmation names this proposal."""
        return canonical.sha512(canonical.encode(self.paper()))

    @classmethod
    def from_json(cls, untrusted: Json) -> "Proposal":
        """Read a proposal that the key it names has signed."""
        parts, sig, paper = opened(untrusted, PROPOSAL)
        found = cls(
            team=parts.text_or_none("team", shape.TEAM), by=Signer.from_json(parts.object("by")),
            made=parts.time("made"), until=parts.time("until"),
            reason=parts.text("reason", WORDS), rule=parts.text_or_none("rule", WORDS),
            state=State.from_json(parts.object("state")),
            sent=tuple(Carried.from_json(each) for each in parts.items("sent")),
            received=tuple(Carried.from_json(each) for each in parts.items("received")),
            copies=tuple(Copy.from_json(each) for each in parts.items("copies")), sig=sig,
        )  # fmt: skip
        parts.done()
        check_signed(paper, sig, found.by.sign_key)
        return found

    @classmethod
    def decode(cls, untrusted: bytes) -> "Proposal":
        """Read what `encode` wrote."""
        return cls.from_json(read(untrusted, "proposal"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation(Paper):
    """That a second person agrees to one proposal, to the letter."""

    team: str
    proposal: str  # SHA-512 of the proposal
    by: Signer
    made: str
    held_to: int  # how far the second person holds the first one's chain
    note: str

    @override
    def paper(self) -> dict[str, Json]:
        """Give the part that is signed."""
        return {
            "format": CONFIRMATION, "version": VERSION, "team": self.team,
            "proposal": self.proposal, "by": self.by.to_json(), "made": self.made,
            "held_to": self.held_to, "note": self.note,
        }  # fmt: skip

    @classmethod
    def from_json(cls, untrusted: Json) -> "Confirmation":
        """Read a confirmation that the key it names has signed."""
        parts, sig, paper = opened(untrusted, CONFIRMATION)
        found = cls(
            team=parts.text("team", shape.TEAM), proposal=parts.text("proposal", shape.SHA512),
            by=Signer.from_json(parts.object("by")), made=parts.time("made"),
            held_to=parts.number("held_to"), note=parts.text_or_none("note", WORDS), sig=sig,
        )  # fmt: skip
        parts.done()
        check_signed(paper, sig, found.by.sign_key)
        return found

    @classmethod
    def decode(cls, untrusted: bytes) -> "Confirmation":
        """Read what `encode` wrote."""
        return cls.from_json(read(untrusted, "confirmation"))


def sign(paper: Mapping[str, Json], key: SigningKey) -> str:
    """Sign a paper."""
    return sshsig.sign(canonical.encode(paper), key, NAMESPACE)


def signer_line(member: AuthorId, public: bytes) -> str:
    """Give the line of an allowed_signers file by which stock tools check a member's papers."""
    return sshsig.allowed_signers_line(member, public, NAMESPACE)


def check_signed(paper: Mapping[str, Json], sig: str, sign_key: str) -> None:
    """Raise WrongPaper unless the key that a paper names has signed it."""
    public = bytes.fromhex(sign_key)
    check_public(public)
    try:
        sshsig.verify(canonical.encode(paper), sig, public, NAMESPACE)
    except SignatureMismatch as error:
        raise WrongPaper(why="the key it names did not sign it") from error


def read(untrusted: bytes, part: str) -> dict[str, Json]:
    """Read the bytes of a paper; nothing is proved yet."""
    check_size(part, len(untrusted), PAPER_BYTES)
    return shape.read_object(untrusted, part)


def opened(untrusted: Json, form: str) -> tuple[Shape, str, dict[str, Json]]:
    """Take a paper and its signature apart, and check which paper it is."""
    outer = Shape(untrusted, refusal)
    paper, sig = outer.object("paper"), outer.text("sig", shape.SIGNATURE)
    outer.done()
    return as_form(paper, form), sig, paper


def as_form(paper: Mapping[str, Json], form: str) -> Shape:
    """Give a paper's parts, once it says that it is of this form and version."""
    parts = Shape(paper, refusal)
    found, version = parts.text("format", shape.WORD), parts.number("version")
    if found != form:
        parts.refuse(f"it is another paper ({found})")
    if version != VERSION:
        raise UnknownVersion(found=f"{found} {version}", known=f"{form} {VERSION}")
    return parts
