"""Hold one certificate against what is known here: the chain, the bundles, the two people."""

from collections.abc import Iterator

from evidencekit.bundle.certificate import Certificate
from evidencekit.bundle.roster import Member
from evidencekit.operations import proposing, receipts, remembering
from evidencekit.operations.certificate_text import moment
from evidencekit.operations.desk import Desk, trust_on
from evidencekit.store import revisions

_HANDED_OVER = frozenset({"since", "full"})
_FROM_LEAD = frozenset({"set-up", "return"})


def misfits(desk: Desk, member: Member, made: Certificate) -> tuple[str, ...]:
    """Name everything in a certificate that does not fit what is known here."""
    found = [*_of_its_end(made), *_of_people(desk, made)]
    if _can_tell(desk, member):
        found += [*_of_chain(desk, member, made), *_of_bundles(desk, member, made)]
    return tuple(found)


def notes(desk: Desk, member: Member, made: Certificate | None) -> tuple[str, ...]:
    """Say what to know beside it, the certificate or that there is none."""
    if made is None:
        return (f"Taken off the roster on {member.revoked_at}.",) if member.revoked else ()
    return (*_of_what_it_held(desk, member, made), *_of_what_is_left(desk, member, made))


def _can_tell(desk: Desk, member: Member) -> bool:
    """Tell whether what this person wrote is gathered here: the lead's own is, nowhere else."""
    return member.id == desk.me.id or (desk.is_lead and not member.is_lead)


def _of_its_end(made: Certificate) -> Iterator[str]:
    if not made.finished:
        yield "It says that the destruction began, not that it ended."
    if made.left:
        yield f"{made.left} files could not be removed; their keys are destroyed."


def _of_people(desk: Desk, made: Certificate) -> Iterator[str]:
    confirmation = made.confirmation
    if confirmation is None:
        yield "Nobody confirmed it."
        return
    known = trust_on(desk).roster.member(confirmation.by.member)
    if known is None or known.sign_key != confirmation.by.sign_key:
        yield f"{confirmation.by.name}, who confirmed it, is not on the roster with that key."
    elif known.revoked and confirmation.made[:10] > known.revoked_at:
        yield f"{known.name} confirmed it after being taken off the roster."


def _of_chain(desk: Desk, member: Member, made: Certificate) -> Iterator[str]:
    named = next((each for each in made.proposal.state.chains if each.author == member.id), None)
    theirs = named.seq if named else 0
    ours, head = revisions.last_in_force(desk.database, member.id)
    missing = proposing.missing_of(desk, member.id, theirs)
    if missing:
        yield f"Written there and not here: {missing}. It is gone unless a bundle turns up."
    if ours > theirs:
        yield (
            f"That laptop ended at no. {theirs}, and no. {ours} is here: an older copy was "
            "destroyed, and the newest must still be somewhere."
        )
    elif named and ours == theirs and head != named.id:
        yield f"No. {theirs} there was another version than no. {theirs} here."


def _of_bundles(desk: Desk, member: Member, made: Certificate) -> Iterator[str]:
    if member.id == desk.me.id:
        return
    received = [each for each in remembering.received(desk) if each.sender == member.id]
    came = {each.seq: each.tag_digest for each in received}
    wrote = {each.seq: each.tag_digest for each in made.sent}
    handed = {
        each.seq for each in made.sent
        if each.kind in _HANDED_OVER and desk.me.id in each.to
    }  # fmt: skip
    absent = sorted(handed - came.keys())
    if absent:
        yield f"Bundles written there that never came: {_numbers(absent)}."
    for seq in sorted(came):
        if seq not in wrote:
            yield f"Bundle no. {seq} came from there, and that laptop did not know of it."
        elif came[seq] != wrote[seq]:
            yield f"Bundle no. {seq} is another here than the one written there."


def _of_what_it_held(desk: Desk, member: Member, made: Certificate) -> Iterator[str]:
    state = made.proposal.state
    seq, _head = revisions.last_in_force(desk.database, member.id)
    yield f"Destroyed on {moment(made.finished or made.began)}."
    if not _can_tell(desk, member):
        yield "What it held is not gathered here, so that was not compared."
    elif seq and not any(_of_chain(desk, member, made)):
        yield f"All that was written there, up to no. {seq}, is here."
    if desk.is_lead and any(each.member == member.id for each in receipts.owed(desk)):
        yield "No receipt went out for the last of their bundles."
    if state.unsaved:
        yield f"{state.unsaved} unfinished texts went with it."
    if state.case_key == "elsewhere":
        yield "Its case key was not beside it, and is not destroyed by this."


def _of_what_is_left(desk: Desk, member: Member, made: Certificate) -> Iterator[str]:
    opened = {each.tag_digest for each in made.received}
    packs = [
        each.seq for each in remembering.sent(desk)
        if each.kind in _FROM_LEAD and member.id in each.recipients
        and each.tag_digest not in opened
    ]  # fmt: skip
    if packs:
        yield (
            f"Packs made for it and never joined there: {_numbers(packs)}. The files may still "
            "be on a stick."
        )
    many = len(made.copies)
    if many:
        copies = "1 other copy was" if many == 1 else f"{many} other copies were"
        yield f"{copies} known there; the certificate names what to deal with."


def _numbers(found: list[int]) -> str:
    return ", ".join(f"no. {each}" for each in found)
