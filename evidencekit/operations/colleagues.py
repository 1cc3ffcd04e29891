"""Colleagues: the team as its page shows it, cards and packs as files, roles and revoking."""

from dataclasses import dataclass
from pathlib import Path

from evidencekit.bundle import trust as trusts
from evidencekit.bundle.roster import Member, Role
from evidencekit.canonical import Json
from evidencekit.errors.work import ReasonNeeded
from evidencekit.ids import AuthorId
from evidencekit.operations import authority, files, trusting
from evidencekit.operations.changes import EVERYTHING, Changes
from evidencekit.operations.desk import Desk, lead_trust
from evidencekit.operations.remembering import log, remember_trust
from evidencekit.store import revisions

CARD_ENDING = ".card"
_ROLES = {
    Role.LEAD.value: "Lead inspector", Role.DEPUTY.value: "Deputy lead",
    Role.INSPECTOR.value: "Inspector",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """One person of the team."""

    id: AuthorId
    name: str
    inspectorate: str  # its label
    role: str  # in words
    is_me: bool
    is_lead: bool
    is_deputy: bool
    admitted: str  # the day, "" before there is a team
    revoked: str  # the day, "" for somebody who is on the roster


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamView:
    """Everything the Team page shows."""

    is_joined: bool
    leads: bool  # may change the roster
    digits: str  # one's own, in six groups
    lead_name: str
    people: tuple[Colleague, ...]  # oneself first


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSeen:
    """What a join card says; nothing is trusted before the digits were heard."""

    name: str
    inspectorate: str
    content: bytes
    is_known: bool  # somebody of this id is on the roster already


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSeen:
    """Whom a set-up pack names as lead; nothing is trusted before the digits were heard."""

    path: Path
    lead_name: str
    lead_inspectorate: str


def look(desk: Desk) -> TeamView:
    """Give the team, or oneself alone before there is one."""
    trust, me = desk.trust, desk.me
    members = trust.roster.members if trust is not None else ()
    people = [_colleague(desk, member) for member in members]
    if not any(each.is_me for each in people):
        alone = Colleague(
            id=me.id, name=me.name, inspectorate=_label(desk, me.inspectorate),
            role=_ROLES[me.role], is_me=True, is_lead=me.role == Role.LEAD.value,
            is_deputy=me.role == Role.DEPUTY.value, admitted="", revoked="",
        )  # fmt: skip
        people.append(alone)
    return TeamView(
        is_joined=trust is not None, leads=trust is not None and trust.is_lead,
        digits=trusting.my_digits(desk), lead_name=trust.roster.lead.name if trust else "",
        people=tuple(sorted(people, key=_in_order)),
    )  # fmt: skip


def save_card(desk: Desk, folder: Path) -> Path:
    """Write one's own join card into a folder; its name tells nobody who it is of."""
    path = folder / f"join-{desk.me.id[:8]}{CARD_ENDING}"
    files.write_new(path, trusting.join_card(desk))
    return path


def see_card(desk: Desk, path: Path) -> CardSeen:
    """Read a join card from a file."""
    content = files.read_small(path)
    card = trusting.read_card(content)
    is_known = desk.trust is not None and desk.trust.roster.member(card.id) is not None
    return CardSeen(
        name=card.name, inspectorate=_label(desk, card.inspectorate), content=content,
        is_known=is_known,
    )  # fmt: skip


def see_pack(desk: Desk, path: Path) -> PackSeen:
    """Read whom a set-up pack names as lead."""
    lead = trusting.setup_offer(desk, path).lead
    return PackSeen(
        path=path, lead_name=lead.name, lead_inspectorate=_label(desk, lead.inspectorate)
    )


def make_deputy(desk: Desk, member: str, *, deputy: bool = True) -> Changes:
    """Name a member as deputy, or as inspector again; what they wrote as deputy stands."""
    role = Role.DEPUTY if deputy else Role.INSPECTOR
    known = lead_trust(desk)
    if not deputy:
        # Else a laptop that hears of it first would keep aside what every other one holds.
        upto, _id = revisions.last_in_force(desk.database, AuthorId(member))
        before: dict[str, Json] = {str(k): n for k, n in authority.led_before(known).items()}
        policy = {**known.roster.policy, authority.LED: {**before, member: upto}}
        known = trusts.set_policy(known, desk.signing, policy)
    desk.trust = trusts.set_role(known, desk.signing, member, role.value)
    with desk.database.transaction():
        remember_trust(desk)
        log(desk, f"made {role.value}", member)
    return EVERYTHING


def revoke(desk: Desk, member: str, reason: str) -> Changes:
    """Take a member's keys off the roster, and write down why."""
    if not reason.strip():
        raise ReasonNeeded(what="take somebody off the roster")
    trusting.revoke(desk, member)
    with desk.database.transaction():
        log(desk, "reason for revoking", f"{member}: {reason.strip()}")
    return EVERYTHING


def _colleague(desk: Desk, member: Member) -> Colleague:
    return Colleague(
        id=member.id, name=member.name, inspectorate=_label(desk, member.inspectorate),
        role=_ROLES[member.role], is_me=member.id == desk.me.id, is_lead=member.is_lead,
        is_deputy=member.role == Role.DEPUTY.value, admitted=member.admitted,
        revoked=member.revoked_at,
    )  # fmt: skip


def _label(desk: Desk, inspectorate: str) -> str:
    return desk.pack.label("pack.inspectorates", inspectorate)


def _in_order(each: Colleague) -> tuple[bool, bool, bool, str]:
    return (not each.is_me, bool(each.revoked), not each.is_lead, each.name)
