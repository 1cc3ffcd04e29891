"""The end of a workspace: a lost laptop's contents."""

from dataclasses import dataclass

from evidencekit.canonical import Json
from evidencekit.errors.work import NoSuchMember
from evidencekit.ids import AuthorId
from evidencekit.operations import remembering
from evidencekit.operations.desk import Desk, trust_on
from evidencekit.store import chains, revisions


@dataclass(frozen=True, slots=True)
class Statement:
    """What was on one person's laptop, as far as the lead can tell."""

    words: tuple[str, ...]
    document: dict[str, Json]


def statement(desk: Desk, member: AuthorId) -> Statement:
    """Say what a member's laptop held, what the lead holds of it, and what is missing."""
    known = trust_on(desk).roster.member(member)
    if known is None:
        raise NoSuchMember(member=member)
    seq, head = revisions.last_of(desk.database, member)
    gaps = [(gap.first, gap.last) for gap in chains.gaps(desk.database, member)]
    sent = [each for each in remembering.sent(desk) if member in each.recipients]
    received = [each for each in remembering.received(desk) if each.sender == member]
    missing = ", ".join(f"{first} to {last}" for first, last in gaps) or "none"
    words = (
        f"{known.name} ({member}), {known.inspectorate}.",
        f"Held here: revisions up to number {seq}, from {len(received)} bundles.",
        f"Missing in between: {missing}.",
        f"Given to this laptop: {len(sent)} bundles.",
        (
            "Not known here: what was written after the last hand-over "
            f"({received[-1].at if received else 'none was received'})."
        ),
    )
    document: dict[str, Json] = {
        "member": member, "name": known.name, "held_to": seq, "head": head,
        "missing": [list(gap) for gap in gaps], "received": [each.tag_digest for each in received],
        "sent": [each.file_sha512 for each in sent],
    }  # fmt: skip
    return Statement(words, document)
