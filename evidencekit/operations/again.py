"""The same bundle again: known by its file's digest, and answered without opening it.

Only a bundle of which everything stands here in force is answered so. One of which something was
set aside, not allowed or withdrawn since is opened like a new one: a newer roster, or a merge in
between, may have changed what becomes of it.
"""

from dataclasses import dataclass
from pathlib import Path

from evidencekit.bundle.whole import digest_of_file
from evidencekit.ids import AuthorId
from evidencekit.operations import reading, remembering
from evidencekit.operations.desk import Desk
from evidencekit.progress import Progress, quiet
from evidencekit.store import batches

__all__ = ["Held", "digest_of_file", "held", "known"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A bundle that was joined here before, all of it in force."""

    path: Path
    sender: AuthorId
    sender_name: str
    seq: int
    kind: str
    at: str  # when it was joined
    batch: int
    revisions: int


def held(desk: Desk, path: Path, progress: Progress = quiet) -> Held | None:
    """Look whether this very file was joined before, in one go, for scripts."""
    return known(desk, path, digest_of_file(path, progress))


def known(desk: Desk, path: Path, file_sha512: str) -> Held | None:
    """Give the bundle that was joined from a file of this digest (DESK)."""
    found = remembering.received_as(desk, file_sha512)
    if found is None or found.set_aside or not _is_whole(desk, found):
        return None
    person = reading.people_of(desk).get(found.sender)
    return Held(
        path=path, sender=found.sender, sender_name=person.name if person else found.sender,
        seq=found.seq, kind=found.kind, at=found.at, batch=found.batch, revisions=found.revisions,
    )  # fmt: skip


def _is_whole(desk: Desk, found: remembering.Received) -> bool:
    if batches.get(desk.database, found.batch).is_withdrawn:
        return False
    return batches.count_in_force(desk.database, found.batch) == found.revisions
