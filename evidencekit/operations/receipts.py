"""Receipts: the lead's signed answer to a bundle, and what an answer said."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from evidencekit import clock
from evidencekit.bundle.receipt import Head, Receipt, Received, parcel_of
from evidencekit.errors.work import NoSuchBatch, NoSuchMember
from evidencekit.ids import AuthorId, RevisionId
from evidencekit.operations import gathering, hand_over, remembering
from evidencekit.operations.desk import Desk, lead_trust
from evidencekit.operations.outgoing import Outgoing
from evidencekit.progress import Progress, quiet
from evidencekit.store import fingerprint, revisions


@dataclass(frozen=True, slots=True)
class Answer:
    """What a receipt says about one's own bundles."""

    at: str
    bundles: Mapping[int, str]  # number to tag digest
    held_to: int  # the lead holds this person's revisions up to this number


def answer_to(desk: Desk, batch: int) -> Outgoing:
    """Prepare the receipt for the sender of a merge (DESK)."""
    trust = lead_trust(desk)
    received = next((each for each in remembering.received(desk) if each.batch == batch), None)
    if received is None:
        raise NoSuchBatch(batch=batch)
    member = trust.roster.member(received.sender)
    if member is None:
        raise NoSuchMember(member=received.sender)
    state = fingerprint.fingerprint(desk.database)
    seq, head = revisions.last_of(desk.database, member.id)
    receipt = Receipt(
        team=trust.team,
        member=member.id,
        at=clock.stamp(desk.clock.now()),
        bundles=(
            Received(
                bundle=received.bundle, seq=received.seq, tag_digest=received.tag_digest,
                counts=received.counts, set_aside=received.set_aside,
            ),
        ),
        heads=(Head(author=member.id, seq=seq, id=RevisionId(head)),) if seq else (),
        fingerprint=state.hex,
        revisions=state.revisions,
    )  # fmt: skip
    return hand_over.outgoing(desk, parcel_of(receipt, gathering.framework_ref(desk)), [member])


def write_receipt(desk: Desk, batch: int, target: Path, progress: Progress = quiet) -> Path:
    """Write the receipt for the sender of a merge."""
    ready = answer_to(desk, batch)
    return hand_over.record(desk, ready, hand_over.seal(ready, target, progress)).path


def answers(desk: Desk) -> tuple[Answer, ...]:
    """Give what the lead's receipts said about one's own bundles, oldest first."""
    found = []
    for receipt in remembering.receipts(desk):
        heads = {head.author: head.seq for head in receipt.heads}
        bundles = {each.seq: each.tag_digest for each in receipt.bundles}
        found.append(Answer(receipt.at, bundles, heads.get(AuthorId(desk.me.id), 0)))
    return tuple(found)
