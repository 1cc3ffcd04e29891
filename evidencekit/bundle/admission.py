"""Who may hand over what to whom: a signed header against what we hold true (format.md §3, §4)."""

from dataclasses import dataclass

from evidencekit.bundle.manifest import LEADS_KINDS, BundleHeader
from evidencekit.bundle.roster import Member, Role
from evidencekit.bundle.sequence import SequenceState
from evidencekit.bundle.tags import Tags
from evidencekit.bundle.trust import Trust
from evidencekit.errors.base import Planned
from evidencekit.errors.bundle import (
    KeyChanged,
    NotForThisReader,
    OnlyTheLead,
    OtherTeam,
    RosterRolledBack,
    SenderNotSigner,
    SenderRevoked,
    SenderUnknown,
    WrongBundleHeader,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """The sender, and our trust: with the newer roster, when the bundle brought one."""

    sender: Member
    trust: Trust


def check_known(public: bytes, tags: Tags, trust: Trust) -> None:
    """Refuse a key that is neither on our roster nor on a newer one that our lead signed."""
    if trust.roster.holder(public) is None:
        _check_introduced(public, tags, trust)


def check_addressed(header: BundleHeader, trust: Trust, recipient: str, stanzas: int) -> None:
    """Refuse a bundle that was made for others, or that more can open than it says."""
    if not any((r.id, r.enc) == (trust.me, recipient) for r in header.recipients):
        raise NotForThisReader(reader=trust.me)
    if len(header.recipients) != stanzas:
        raise WrongBundleHeader(why="it is sealed for others than it names")


def admit_sender(
    header: BundleHeader, tags: Tags, public: bytes, trust: Trust, sequence: SequenceState
) -> Admitted:
    """Hold the header to the roster; gives the sender as the newest roster has them."""
    number = trust.check(header.roster)
    newest = trust.adopt(header.roster) if number > trust.roster.seq else trust
    sender = _holder(header, public, newest)
    if header.kind in LEADS_KINDS and sender.role == Role.INSPECTOR.value:
        raise OnlyTheLead(kind=header.kind.value, sender=sender.id)
    # An inspector may not have the newest roster yet, and an old pack may come late; but what the
    # lead made after all we have seen must not go back behind it.
    is_latest = header.seq > sequence.newest(sender.id)
    if sender.is_lead and number < newest.roster.seq and is_latest:
        raise RosterRolledBack(found=number, ours=newest.roster.seq)
    if sender.revoked and tags.tag_digest not in sender.excepted:
        raise SenderRevoked(sender=sender.id, revoked_at=sender.revoked_at, digest=tags.tag_digest)
    return Admitted(sender=sender, trust=newest)


def check_sender(header: BundleHeader, tags: Tags, public: bytes, trust: Trust) -> None:
    """Refuse another team's bundle, or one whose sender did not sign it."""
    if header.team != trust.team:
        raise OtherTeam(found=header.team, ours=trust.team)
    if header.bundle != tags.bundle:
        raise WrongBundleHeader(why="bundle is not the one in the folder's name")
    signer = trust.roster.holder(public) or header.roster.roster.holder(public)
    if header.sender_key != public.hex() or signer is None or signer.id != header.sender:
        signer_id = signer.id if signer else "somebody else"
        raise SenderNotSigner(sender=header.sender, signer=signer_id)


def _check_introduced(public: bytes, tags: Tags, trust: Trust) -> None:
    try:
        header = BundleHeader.decode(tags.untrusted["bundle.json"])
        number = trust.check(header.roster)
    except Planned as error:
        raise SenderUnknown from error
    if number > trust.roster.seq and header.roster.roster.holder(public) is not None:
        return
    if trust.roster.member(header.sender) is not None:
        raise KeyChanged(member=header.sender)
    raise SenderUnknown


def _holder(header: BundleHeader, public: bytes, trust: Trust) -> Member:
    holder = trust.roster.holder(public)
    if holder is None or holder.id != header.sender:
        raise KeyChanged(member=header.sender)
    return holder
