"""Roster: who is in the team and with which keys, signed by the lead (format.md §4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from evidencekit import canonical
from evidencekit.bundle import shape
from evidencekit.bundle.shape import Shape
from evidencekit.canonical import Json
from evidencekit.crypto import sshsig
from evidencekit.crypto.keys import SigningKey, check_public, check_recipient
from evidencekit.errors.bundle import RosterNotSigned, SharedKey, WrongRoster
from evidencekit.errors.crypto import SignatureMismatch
from evidencekit.ids import AuthorId, TeamId

MOST_MEMBERS = 200


class Role(Enum):
    """What a member may do beyond gathering evidence."""

    LEAD = "lead"
    DEPUTY = "deputy"
    INSPECTOR = "inspector"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One person on one workspace, with both public keys."""

    id: AuthorId
    name: str
    inspectorate: str
    role: str
    sign_key: str  # Ed25519, 64 hex digits
    age: str  # age1…
    admitted: str  # "2012-11-19"
    revoked: bool = False
    revoked_at: str = ""
    excepted: tuple[str, ...] = ()  # tag digests of bundles admitted after the key was revoked

    @property
    def is_lead(self) -> bool:
        """Tell whether this is the lead."""
        return self.role == Role.LEAD.value

    @property
    def public(self) -> bytes:
        """Give the signing key's 32 public bytes."""
        return bytes.fromhex(self.sign_key)

    def to_json(self) -> dict[str, Json]:
        """Give this member as the roster spells it."""
        return {
            "id": self.id, "name": self.name, "inspectorate": self.inspectorate, "role": self.role,
            "sign_key": self.sign_key, "age": self.age, "admitted": self.admitted,
            "revoked": self.revoked, "revoked_at": self.revoked_at, "excepted": list(self.excepted),
        }  # fmt: skip

    @classmethod
    def from_json(cls, untrusted: Json) -> "Member":
        """Read a member, its keys included."""
        parts = Shape(untrusted, _refusal)
        member = cls(
            id=AuthorId(parts.text("id", shape.AUTHOR)), name=parts.text("name", shape.NAME),
            inspectorate=parts.text("inspectorate", shape.WORD),
            role=_role(parts), sign_key=parts.text("sign_key", shape.KEY),
            age=parts.text("age", shape.RECIPIENT), admitted=parts.text("admitted", shape.DAY),
            revoked=parts.flag("revoked"), revoked_at=parts.text_or_none("revoked_at", shape.DAY),
            excepted=_digests(parts.items("excepted")),
        )  # fmt: skip
        parts.done()
        if member.revoked != bool(member.revoked_at):
            parts.refuse("revoked and revoked_at do not agree")
        _check_keys(member)
        return member


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """One numbered state of the team."""

    team: TeamId
    seq: int
    prev: str  # SHA-512 of the roster before, "" for the first
    members: tuple[Member, ...]  # sorted by id, the revoked ones included
    policy: Mapping[str, Json] = field(default_factory=lambda: MappingProxyType({}))

    def to_json(self) -> dict[str, Json]:
        """Give this roster as the bundle header carries it."""
        return {
            "team": self.team, "seq": self.seq, "prev": self.prev,
            "members": [member.to_json() for member in self.members], "policy": dict(self.policy),
        }  # fmt: skip

    def encode(self) -> bytes:
        """Spell this roster; these are the bytes the lead signs."""
        return canonical.encode(self.to_json())

    @property
    def digest(self) -> str:
        """Give the SHA-512 that the next roster names as its predecessor."""
        return canonical.sha512(self.encode())

    @classmethod
    def from_json(cls, untrusted: Json) -> "Roster":
        """Read a roster; one lead, sorted members, no key twice."""
        parts = Shape(untrusted, _refusal)
        team, seq = TeamId(parts.text("team", shape.TEAM)), parts.number("seq", 1)
        prev, policy = parts.text_or_none("prev", shape.SHA512), parts.object("policy")
        untrusted_members = parts.items("members")
        parts.done()
        if not 1 <= len(untrusted_members) <= MOST_MEMBERS:
            parts.refuse(f"{len(untrusted_members)} members")
        if (seq == 1) != (prev == ""):
            parts.refuse("seq and prev do not agree")
        members = tuple(Member.from_json(member) for member in untrusted_members)
        _check_members(members)
        return cls(team=team, seq=seq, prev=prev, members=members, policy=policy)

    @classmethod
    def decode(cls, untrusted: bytes) -> "Roster":
        """Read what `encode` wrote."""
        return cls.from_json(shape.read_object(untrusted, "roster"))

    @property
    def lead(self) -> Member:
        """Give the lead."""
        return next(member for member in self.members if member.is_lead)

    def member(self, member: str) -> Member | None:
        """Give the member of that id, or None."""
        return next((known for known in self.members if known.id == member), None)

    def holder(self, public: bytes) -> Member | None:
        """Give the member who has that signing key, or None."""
        return next((known for known in self.members if known.public == public), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedRoster:
    """A roster with the lead's signature; `verify` says whether it holds."""

    roster: Roster
    sig: str

    @classmethod
    def sign(cls, roster: Roster, key: SigningKey) -> "SignedRoster":
        """Sign a roster as its lead."""
        sig = sshsig.sign(roster.encode(), key, sshsig.NAMESPACE_ROSTER)
        return cls(roster=roster, sig=sig)

    def verify(self, lead_key: bytes) -> None:
        """Raise RosterNotSigned unless this lead signed it and stands in it as the lead."""
        if self.roster.lead.public != lead_key:
            raise RosterNotSigned
        try:
            sshsig.verify(self.roster.encode(), self.sig, lead_key, sshsig.NAMESPACE_ROSTER)
        except SignatureMismatch as error:
            raise RosterNotSigned from error

    def to_json(self) -> dict[str, Json]:
        """Give the roster and its signature as the bundle header carries them."""
        return {"roster": self.roster.to_json(), "sig": self.sig}

    def encode(self) -> bytes:
        """Spell the roster and its signature, for the store."""
        return canonical.encode(self.to_json())

    @classmethod
    def from_json(cls, untrusted: Json) -> "SignedRoster":
        """Read a roster and its signature; nothing is proved yet."""
        parts = Shape(untrusted, _refusal)
        roster, sig = Roster.from_json(parts.object("roster")), parts.text("sig", shape.SIGNATURE)
        parts.done()
        return cls(roster=roster, sig=sig)

    @classmethod
    def decode(cls, untrusted: bytes) -> "SignedRoster":
        """Read what `encode` wrote."""
        return cls.from_json(shape.read_object(untrusted, "roster"))


def _check_members(members: Sequence[Member]) -> None:
    """Refuse a team with doubled ids or keys, out of order, or with another number of leads."""
    ids = [member.id for member in members]
    if ids != sorted(set(ids)):
        raise WrongRoster(why="members are not sorted and different")
    leads = [member for member in members if member.is_lead]
    if len(leads) != 1 or leads[0].revoked:
        raise WrongRoster(why="not exactly one lead")
    _check_shared(members)


def _check_keys(member: Member) -> None:
    """Refuse keys that no honest program makes (WeakKey, WrongRecipient)."""
    check_public(member.public)
    check_recipient(member.age)


def _check_shared(members: Sequence[Member]) -> None:
    owner: dict[str, AuthorId] = {}
    for member in members:
        for key in (member.sign_key, member.age):
            other = owner.setdefault(key, member.id)
            if other != member.id:
                raise SharedKey(member=member.id, other=other)


def _refusal(why: str) -> WrongRoster:
    return WrongRoster(why=why)


def _role(parts: Shape) -> str:
    role = parts.text("role", shape.WORD)
    if role not in {known.value for known in Role}:
        parts.refuse("role is not one of lead, deputy, inspector")
    return role


def _digests(untrusted: Sequence[Json]) -> tuple[str, ...]:
    texts = tuple(str(item) for item in untrusted if isinstance(item, str))
    if len(texts) != len(untrusted) or not all(map(shape.SHA512.fullmatch, texts)):
        raise WrongRoster(why="excepted has another form")
    if list(texts) != sorted(set(texts)):
        raise WrongRoster(why="excepted is not sorted and different")
    return texts
