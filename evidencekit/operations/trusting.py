"""Who is trusted: join cards, admission by voice, the pinned lead, the roster."""

from dataclasses import dataclass
from pathlib import Path

from evidencekit import clock
from evidencekit.bundle import opening, trust as trusts
from evidencekit.bundle.join_card import JoinCard
from evidencekit.bundle.opening import SetUpOffer
from evidencekit.bundle.roster import Member, Role
from evidencekit.crypto import spoken
from evidencekit.errors.bundle import NotHeldBack, SenderRevoked
from evidencekit.errors.work import ReasonNeeded
from evidencekit.ids import AuthorId
from evidencekit.operations import receive
from evidencekit.operations.changes import EVERYTHING, Changes
from evidencekit.operations.desk import Desk, lead_trust, trust_on
from evidencekit.operations.receive import Joined
from evidencekit.operations.remembering import follow_roster, log, remember_trust
from evidencekit.progress import Progress, quiet


@dataclass(frozen=True, slots=True)
class Team:
    """The team as the newest roster has it, and the digits of one's own keys."""

    team: str
    seq: int
    members: tuple[Member, ...]
    my_digits: str


@dataclass(frozen=True, slots=True)
class Admitted:
    """The member who was admitted, and the roster's new number."""

    member: Member
    roster_seq: int
    changes: Changes = EVERYTHING


@dataclass(frozen=True, slots=True)
class Pinned:
    """The lead who is trusted now, and what the set-up pack brought."""

    lead: AuthorId
    lead_name: str
    team: str
    area: str
    joined: Joined
    changes: Changes = EVERYTHING


def join_card(desk: Desk) -> bytes:
    """Make this person's join card, signed with their own key."""
    return _card(desk).encode()


def my_digits(desk: Desk) -> str:
    """Give the 30 digits to read aloud: the lead's for pinning, an inspector's for admission."""
    if desk.trust is not None and desk.trust.is_lead:
        return spoken.grouped(trusts.digits_of(desk.trust.team, desk.trust.roster.lead))
    return spoken.grouped(_card(desk).digits)


def read_card(content: bytes) -> JoinCard:
    """Read a join card; WrongCard unless its own key signed it."""
    return JoinCard.decode(content)


def admit(desk: Desk, card: bytes, digits: str, *, deputy: bool = False) -> Admitted:
    """Admit the person of a join card, after the lead heard the digits."""
    known, read = lead_trust(desk), read_card(card)
    day = clock.stamp(desk.clock.now())[:10]
    role = Role.DEPUTY.value if deputy else Role.INSPECTOR.value
    desk.trust = trusts.admit(known, desk.signing, read, digits=digits, role=role, admitted=day)
    with desk.database.transaction():
        remember_trust(desk)
        log(desk, "admitted", read.id)
    return Admitted(desk.trust.member(read.id), desk.trust.roster.seq)


def revoke(desk: Desk, member: str) -> Team:
    """Take a member's keys off the roster; what they wrote keeps its author."""
    day = clock.stamp(desk.clock.now())[:10]
    desk.trust = trusts.revoke(lead_trust(desk), desk.signing, member, revoked_at=day)
    with desk.database.transaction():
        remember_trust(desk)
        log(desk, "revoked", member)
    return team_of(desk)


def admit_bundle(desk: Desk, path: Path, reason: str, *, progress: Progress = quiet) -> str:
    """Let in one bundle that was made before its sender's key was revoked; gives its digest.

    For a stick that comes after the laptop was lost. Every other check holds as for any bundle.
    """
    known = lead_trust(desk)
    if not reason.strip():
        raise ReasonNeeded(what="let this bundle in")
    held_back = _held_back(desk, path, progress)
    member, digest = str(held_back.facts["sender"]), str(held_back.facts["digest"])
    desk.trust = trusts.admit_bundle(known, desk.signing, member, digest)
    try:
        receive.verify(desk, path, progress)
        with desk.database.transaction():
            remember_trust(desk)
            log(desk, "bundle admitted", f"{member} {digest} {reason.strip()}")
    except BaseException:
        desk.trust = known
        raise
    return digest


def _held_back(desk: Desk, path: Path, progress: Progress) -> SenderRevoked:
    try:
        receive.verify(desk, path, progress)
    except SenderRevoked as error:
        return error
    raise NotHeldBack


def setup_offer(desk: Desk, path: Path) -> SetUpOffer:
    """Read who a set-up pack says its lead is; nothing is trusted yet."""
    return opening.read_setup(path, desk.reading)


def pin(desk: Desk, path: Path, digits: str, *, progress: Progress = quiet) -> Pinned:
    """Trust the lead of a set-up pack whose digits were heard, and join what it brings."""
    offer = setup_offer(desk, path)
    before = desk.trust
    desk.trust = trusts.pin(offer.signed, desk.me.id, digits)
    try:
        verified = receive.verify(desk, path, progress)
        with desk.database.transaction():
            remember_trust(desk)
            follow_roster(desk, desk.trust)
            log(desk, "pinned", desk.trust.roster.lead.id)
        joined = receive.join(desk, receive.preview(desk, path, verified), progress)
    except BaseException:
        desk.trust = before
        raise
    lead = desk.trust.roster.lead
    return Pinned(lead.id, lead.name, desk.trust.team, desk.me.area, joined)


def team_of(desk: Desk) -> Team:
    """Give the team; NotJoined before there is one."""
    trust = trust_on(desk)
    return Team(trust.team, trust.roster.seq, trust.roster.members, my_digits(desk))


def allowed_signers(desk: Desk) -> bytes:
    """Give who may sign, for ssh-keygen -Y verify."""
    return trusts.allowed_signers(trust_on(desk).roster).encode()


def reading_key(desk: Desk) -> bytes:
    """Give this workspace's age identity; that it was given out is logged."""
    with desk.database.transaction():
        log(desk, "reading-key exported", desk.me.id)
    return f"{desk.reading.text}\n".encode()


def _card(desk: Desk) -> JoinCard:
    me = desk.me
    return JoinCard.make(me.id, me.name, me.inspectorate, desk.signing, desk.reading)
