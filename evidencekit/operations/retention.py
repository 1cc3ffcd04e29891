"""The end of a workspace: a lost laptop's contents, legal holds, destruction with certificate."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from evidencekit import canonical, clock
from evidencekit.canonical import Json
from evidencekit.crypto import key_folder
from evidencekit.errors.work import NoSuchMember, ReasonNeeded
from evidencekit.ids import AuthorId
from evidencekit.operations import care, case_key_place, files, holds, remembering
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


def destroy(desk: Desk, certificate: Path, reason: str) -> dict[str, Json]:
    """Destroy a workspace, keys first, then files; the certificate is written before anything."""
    holds.check_none(desk)
    if not reason.strip():
        raise ReasonNeeded(what="destroy a workspace")
    state = care.fingerprint(desk)
    document: dict[str, Json] = {
        "destroyed": clock.stamp(desk.clock.now()), "member": desk.me.id, "area": desk.me.area,
        "fingerprint": state.groups, "sha256": state.sha256, "revisions": state.revisions,
        "reason": reason,
    }  # fmt: skip
    files.write_new(certificate, canonical.encode(document) + b"\n")
    folder = desk.folder
    desk.database.close()
    desk.signing.wipe()
    case_key_place.wipe_folder(folder)
    key_folder.destroy(folder)
    shutil.rmtree(folder)
    return document
