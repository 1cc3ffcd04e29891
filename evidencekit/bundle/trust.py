"""Whose keys we know, and since when (format.md §4).

A workspace pins the lead's key once, by voice; everything else follows from the roster that the
lead signs. A roster only ever moves forward.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from evidencekit.bundle.join_card import JoinCard
from evidencekit.bundle.roster import Member, Role, Roster, SignedRoster
from evidencekit.canonical import Json
from evidencekit.crypto import spoken, sshsig
from evidencekit.crypto.keys import SigningKey
from evidencekit.errors.bundle import (
    DigitsDiffer,
    LeadStays,
    NoSuchColleague,
    NotTheLead,
    OtherTeam,
    RosterForked,
    RosterRolledBack,
)
from evidencekit.ids import AuthorId, TeamId

__all__ = [
    "JoinCard",
    "Member",
    "Role",
    "Roster",
    "SignedRoster",
    "Trust",
    "admit",
    "admit_bundle",
    "allowed_signers",
    "digits_of",
    "found_team",
    "pin",
    "revoke",
    "set_policy",
    "set_role",
]

_NAMESPACES = (sshsig.NAMESPACE_BUNDLE, sshsig.NAMESPACE_LEDGER, sshsig.NAMESPACE_ROSTER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """What one workspace holds true about its team; made only from a roster the lead signed."""

    me: AuthorId
    lead_key: str  # the pinned key, 64 hex digits
    signed: SignedRoster

    def __post_init__(self) -> None:
        self.signed.verify(bytes.fromhex(self.lead_key))

    @property
    def roster(self) -> Roster:
        """Give the newest roster known."""
        return self.signed.roster

    @property
    def team(self) -> TeamId:
        """Give the team."""
        return self.roster.team

    @property
    def is_lead(self) -> bool:
        """Tell whether this workspace is the lead's."""
        return self.roster.lead.id == self.me

    def member(self, member: str) -> Member:
        """Give the member of that id; NoSuchColleague for anybody else."""
        found = self.roster.member(member)
        if found is None:
            raise NoSuchColleague(member=member)
        return found

    def adopt(self, found: SignedRoster) -> "Trust":
        """Move on to a newer roster; the same one changes nothing, an older one is refused."""
        if self.check(found) < self.roster.seq:
            raise RosterRolledBack(found=found.roster.seq, ours=self.roster.seq)
        return replace(self, signed=found) if found.roster.seq > self.roster.seq else self

    def check(self, found: SignedRoster) -> int:
        """Give the number of a roster that our lead signed for our team and that is no fork."""
        roster = found.roster
        if roster.team != self.team:
            raise OtherTeam(found=roster.team, ours=self.team)
        found.verify(bytes.fromhex(self.lead_key))
        follows = roster.seq == self.roster.seq + 1
        if (roster.seq == self.roster.seq and roster.digest != self.roster.digest) or (
            follows and roster.prev != self.roster.digest
        ):
            raise RosterForked(seq=roster.seq)
        return roster.seq


def found_team(team: TeamId, lead: Member, key: SigningKey) -> Trust:
    """Begin a team: roster number 1, with the lead alone."""
    roster = Roster(team=team, seq=1, prev="", members=(lead,))
    return _signed(lead.id, roster, key)


def pin(signed: SignedRoster, me: AuthorId, digits: str) -> Trust:
    """Trust the lead of a roster whose 30 digits were heard; DigitsDiffer when they are others."""
    lead = signed.roster.lead
    if not spoken.same(digits_of(signed.roster.team, lead), digits):
        raise DigitsDiffer
    trust = Trust(me=me, lead_key=lead.sign_key, signed=signed)
    trust.member(me)
    return trust


def admit(
    trust: Trust, key: SigningKey, card: JoinCard, *, digits: str, role: str, admitted: str
) -> Trust:
    """Put the holder of a join card on the roster once the 30 digits were heard.

    For somebody who is on it already this is how a changed key comes in: with its own digits.
    """
    if not spoken.same(card.digits, digits):
        raise DigitsDiffer
    known = trust.roster.member(card.id)
    if role == Role.LEAD.value or (known is not None and known.is_lead):
        raise LeadStays
    member = Member(
        id=card.id, name=card.name, inspectorate=card.inspectorate, role=role,
        sign_key=card.sign_key, age=card.age, admitted=admitted,
        excepted=known.excepted if known else (),
    )  # fmt: skip
    return _with(trust, key, member)


def revoke(trust: Trust, key: SigningKey, member: str, *, revoked_at: str) -> Trust:
    """Take a member's keys off; the name stays, so that old evidence keeps its author."""
    known = _not_lead(trust, member)
    return _with(trust, key, replace(known, revoked=True, revoked_at=revoked_at))


def admit_bundle(trust: Trust, key: SigningKey, member: str, tag_digest: str) -> Trust:
    """Admit by its hash one bundle that a revoked member had sent on its way."""
    known = _not_lead(trust, member)
    excepted = tuple(sorted({*known.excepted, tag_digest}))
    return _with(trust, key, replace(known, excepted=excepted))


def set_role(trust: Trust, key: SigningKey, member: str, role: str) -> Trust:
    """Name a member as deputy, or as inspector again."""
    if role == Role.LEAD.value:
        raise LeadStays
    return _with(trust, key, replace(_not_lead(trust, member), role=role))


def set_policy(trust: Trust, key: SigningKey, policy: Mapping[str, Json]) -> Trust:
    """Put other rules of the team on the roster."""
    return _next(trust, key, replace(trust.roster, policy=dict(policy)))


def digits_of(team: str, member: Member) -> str:
    """Give the 30 digits of a member of a team."""
    return spoken.digits(team, member.id, member.public, member.age)


def allowed_signers(roster: Roster) -> str:
    """Write who may sign, for ssh-keygen -Y verify; the revoked are left out."""
    return "".join(
        sshsig.allowed_signers_line(member.id, member.public, *_NAMESPACES)
        for member in roster.members
        if not member.revoked
    )


def _not_lead(trust: Trust, member: str) -> Member:
    known = trust.member(member)
    if known.is_lead:
        raise LeadStays
    return known


def _with(trust: Trust, key: SigningKey, member: Member) -> Trust:
    others = (known for known in trust.roster.members if known.id != member.id)
    members = tuple(sorted((*others, member), key=lambda each: each.id))
    return _next(trust, key, replace(trust.roster, members=members))


def _next(trust: Trust, key: SigningKey, roster: Roster) -> Trust:
    if key.public.hex() != trust.lead_key:
        raise NotTheLead
    before = trust.roster
    return _signed(trust.me, replace(roster, seq=before.seq + 1, prev=before.digest), key)


def _signed(me: AuthorId, roster: Roster, key: SigningKey) -> Trust:
    # What is signed is read back first: no roster leaves here that no colleague would take.
    signed = SignedRoster.sign(Roster.decode(roster.encode()), key)
    return Trust(me=me, lead_key=key.public.hex(), signed=signed)
