"""Receipts: the signed answer of the lead or a deputy to bundles, and what an answer said.

A sender gets one receipt for everything that was joined since the last one, alone or in the
return pack made for that person.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evidencekit import clock
from evidencekit.bundle.manifest import BundleKind
from evidencekit.bundle.receipt import Head, Receipt, Received, letter_of, parcel_of
from evidencekit.bundle.roster import Member
from evidencekit.bundle.trust import Trust
from evidencekit.errors.work import LeadOnly, NobodyToAnswer, NoSuchBatch, NoSuchMember
from evidencekit.ids import AuthorId, RevisionId
from evidencekit.operations import gathering, hand_over, remembering
from evidencekit.operations.desk import Desk, trust_on
from evidencekit.operations.hand_over import HandedOver
from evidencekit.operations.outgoing import Outgoing
from evidencekit.progress import Progress, quiet
from evidencekit.store import fingerprint, revisions

_ANSWERED = frozenset({BundleKind.SINCE.value, BundleKind.FULL.value})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a receipt says about one's own bundles."""

    at: str
    bundles: Mapping[int, str]  # number to tag digest
    held_to: int  # the lead holds this person's revisions up to this number


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """Somebody whose bundles were joined, and who has no receipt for some of them."""

    member: AuthorId
    name: str
    bundles: tuple[int, ...]


def owed(desk: Desk) -> tuple[Owed, ...]:
    """Give everybody who waits for a receipt, by name."""
    trust = _leading(desk)
    found = []
    for member in sorted(trust.roster.members, key=lambda each: each.name):
        waiting = () if member.revoked else _unanswered(desk, member.id)
        if waiting:
            numbers = tuple(each.seq for each in waiting)
            found.append(Owed(member=member.id, name=member.name, bundles=numbers))
    return tuple(found)


def answer_to(desk: Desk, batch: int) -> Outgoing:
    """Prepare the receipt for the sender of a merge (DESK)."""
    _leading(desk)
    received = next((each for each in remembering.received(desk) if each.batch == batch), None)
    if received is None:
        raise NoSuchBatch(batch=batch)
    return _alone(desk, _member(desk, received.sender), [received])


def answer_for(desk: Desk, member: AuthorId) -> Outgoing:
    """Prepare one receipt for all of a sender's bundles that have none (DESK)."""
    found = _unanswered(desk, member)
    if not found:
        raise NobodyToAnswer(member=_member(desk, member).name)
    return _alone(desk, _member(desk, member), found)


def pack_for(desk: Desk, member: AuthorId) -> Outgoing:
    """Prepare the return pack of one person: what the team needs, and this person's receipt."""
    trust, parcel = _leading(desk), gathering.parcel(desk, BundleKind.RETURN)
    found = _unanswered(desk, member)
    if found:
        letter = letter_of(_receipt(desk, _member(desk, member), found))
        parcel = replace(parcel, letters=(letter,))
    readers = gathering.recipients(trust, BundleKind.RETURN, [member])
    ready = hand_over.outgoing(desk, parcel, readers)
    return replace(ready, answers=tuple(each.bundle for each in found))


def pack_members(desk: Desk) -> tuple[Member, ...]:
    """Give everybody who gets a return pack, by name."""
    members = sorted(_leading(desk).roster.members, key=lambda each: each.name)
    return tuple(each for each in members if not each.revoked and each.id != desk.me.id)


def write_receipt(desk: Desk, batch: int, target: Path, progress: Progress = quiet) -> Path:
    """Write the receipt for the sender of a merge."""
    ready = answer_to(desk, batch)
    return hand_over.record(desk, ready, hand_over.seal(ready, target, progress)).path


def write_receipts(
    desk: Desk, folder: Path, progress: Progress = quiet
) -> tuple[tuple[str, HandedOver], ...]:
    """Write one receipt for everybody who waits for one; gives each name with what was written."""
    waiting = owed(desk)
    if not waiting:
        raise NobodyToAnswer(member="anybody")
    return tuple(
        (each.name, _write(desk, answer_for, (each.member, folder), progress)) for each in waiting
    )


def write_packs(
    desk: Desk, folder: Path, progress: Progress = quiet
) -> tuple[tuple[str, HandedOver], ...]:
    """Write a return pack for everybody, each with that person's receipt in it."""
    return tuple(
        (each.name, _write(desk, pack_for, (each.id, folder), progress))
        for each in pack_members(desk)
    )


def answers(desk: Desk) -> tuple[Answer, ...]:
    """Give what the lead's receipts said about one's own bundles, oldest first."""
    found = []
    for receipt in remembering.receipts(desk):
        heads = {head.author: head.seq for head in receipt.heads}
        bundles = {each.seq: each.tag_digest for each in receipt.bundles}
        found.append(Answer(receipt.at, bundles, heads.get(AuthorId(desk.me.id), 0)))
    return tuple(found)


def _write(
    desk: Desk, prepare: Callable[[Desk, AuthorId], Outgoing], where: tuple[AuthorId, Path],
    progress: Progress,
) -> HandedOver:  # fmt: skip
    member, folder = where
    ready = prepare(desk, member)
    return hand_over.record(desk, ready, hand_over.seal(ready, folder, progress))


def _leading(desk: Desk) -> Trust:
    trust = trust_on(desk)
    if not desk.is_lead:
        raise LeadOnly(kind="receipt")
    return trust


def _member(desk: Desk, member: AuthorId) -> Member:
    found = _leading(desk).roster.member(member)
    if found is None:
        raise NoSuchMember(member=member)
    return found


def _unanswered(desk: Desk, member: AuthorId) -> Sequence[remembering.Received]:
    done = {bundle for each in remembering.sent(desk) for bundle in each.answers}
    return [
        each
        for each in remembering.received(desk)
        if each.sender == member and each.kind in _ANSWERED and each.bundle not in done
    ]


def _alone(desk: Desk, member: Member, found: Sequence[remembering.Received]) -> Outgoing:
    parcel = parcel_of(_receipt(desk, member, found), gathering.framework_ref(desk))
    ready = hand_over.outgoing(desk, parcel, [member])
    return replace(ready, answers=tuple(each.bundle for each in found))


def _receipt(desk: Desk, member: Member, found: Sequence[remembering.Received]) -> Receipt:
    state = fingerprint.fingerprint(desk.database)
    seq, head = revisions.whole_to(desk.database, member.id)
    return Receipt(
        team=trust_on(desk).team,
        member=member.id,
        at=clock.stamp(desk.clock.now()),
        bundles=tuple(
            Received(
                bundle=each.bundle, seq=each.seq, tag_digest=each.tag_digest, counts=each.counts,
                set_aside=each.set_aside,
            )
            for each in found
        ),
        heads=(Head(author=member.id, seq=seq, id=RevisionId(head)),) if seq else (),
        fingerprint=state.hex,
        revisions=state.revisions,
    )  # fmt: skip
