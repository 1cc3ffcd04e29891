"""Make a disclosure pack: burned in, readable without this program, signed, checked by stock tools.

Three steps: gather (DESK), write (BENCH), remember (DESK); `disclose` does all three. No record is
changed but the request itself, which remembers that the pack was made.
"""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from evidencekit import canonical
from evidencekit.analysis.disclosures import InScope, weigh
from evidencekit.analysis.snapshot import Snapshot
from evidencekit.analysis.undecided import Guard
from evidencekit.canonical import Json
from evidencekit.crypto import sshsig
from evidencekit.crypto.keys import SigningKey
from evidencekit.errors.disclosing import (
    CheckedByOneself,
    NotChecked,
    NothingInScope,
    StillOpen,
    WordsLeft,
)
from evidencekit.errors.work import AlreadyThere, FileUnwritable
from evidencekit.ids import AuthorId, RecordId
from evidencekit.operations import reading, remembering, wordbook
from evidencekit.operations.capture import Captured
from evidencekit.operations.changes import NOTHING, Changes
from evidencekit.operations.desk import Desk, Me
from evidencekit.operations.disclosure_requests import look, request_item, rewrite
from evidencekit.operations.files import write_new
from evidencekit.progress import Progress, quiet, stage
from evidencekit.records.given import YES, rows
from evidencekit.report import disclosure_files
from evidencekit.report.disclosure import Making, disclosure
from evidencekit.report.disclosure_files import Signed

__all__ = [
    "Disclosed",
    "Making",
    "Ready",
    "check",
    "disclose",
    "free_folder",
    "gather",
    "remember",
    "write",
]

NO = "no"
_DAY = len("2012-11-19")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """Everything a pack is made from, taken off the desk."""

    request: RecordId
    snapshot: Snapshot
    guard: Guard
    making: Making
    me: Me
    key: SigningKey
    made_at: str  # local


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosed:
    """A pack that stands in its place."""

    path: Path
    files: tuple[str, ...]
    sha256: str  # of the list of files
    printed: int
    withheld: int  # pieces of text
    withheld_whole: int
    undecided: int
    for_release: bool
    changes: Changes = NOTHING


def disclose(
    desk: Desk, request: RecordId, folder: Path, making: Making | None = None,
    progress: Progress = quiet,
) -> Disclosed:  # fmt: skip
    """Make the pack of a request in a new folder; for release unless `making` says otherwise."""
    ready = gather(desk, request, making or Making(for_release=True))
    return remember(desk, ready, write(ready, folder, progress))


def gather(desk: Desk, request: RecordId, making: Making) -> Ready:
    """Take off the desk what the pack is made from (DESK)."""
    item = request_item(desk, request)
    now = desk.clock.now().astimezone(ZoneInfo(desk.clock.zone))
    return Ready(
        request=item.record, snapshot=reading.whole(desk), guard=Guard(wordbook.let_be(desk)),
        making=making, me=desk.me, key=desk.signing, made_at=f"{now:%Y-%m-%dT%H:%M}",
    )  # fmt: skip


def free_folder(folder: Path, ready: Ready) -> Path:
    """Give a name in a folder that nothing has; a pack is never written over."""
    kind = "disclosure" if ready.making.for_release else "to-be-checked"
    for number in count(1):
        more = f"-{number}" if number > 1 else ""
        path = folder / f"{kind}-{ready.made_at[:_DAY]}{more}"
        if not path.exists():
            return path
    raise AssertionError  # pragma: no cover - counting does not end


def write(ready: Ready, folder: Path, progress: Progress = quiet) -> Disclosed:
    """Make and sign the pack, whole or not at all (BENCH); the folder may not be there yet."""
    if folder.exists():
        raise AlreadyThere(path=str(folder))
    found = weigh(ready.snapshot, ready.request, ready.guard)
    _check(found, ready.making)
    made = disclosure(found, ready.making, stage(progress, 0, 2))
    signed = Signed(
        name=ready.snapshot.name_of(ready.me.id), member=ready.me.id, public=ready.key.public,
        made_at=ready.made_at,
    )  # fmt: skip
    files = dict(disclosure_files.files(found, made, signed, stage(progress, 1, 2)))
    left = disclosure_files.words_left(files, made.burned.everywhere)
    if left:
        raise WordsLeft(count=left)
    manifest = disclosure_files.manifest(files)
    files[disclosure_files.MANIFEST] = manifest
    files[disclosure_files.SIGNATURE] = sshsig.sign(
        manifest, ready.key, sshsig.NAMESPACE_DISCLOSURE
    ).encode()
    _place(folder, files)
    return Disclosed(
        path=folder, files=tuple(sorted(files)), sha256=canonical.sha256(manifest),
        printed=made.printed, withheld=len(made.log), withheld_whole=made.withheld_whole,
        undecided=len(found.open), for_release=ready.making.for_release,
    )  # fmt: skip


def remember(desk: Desk, ready: Ready, made: Disclosed) -> Disclosed:
    """Keep with the request that this pack was made, under the number of its files (DESK)."""
    item = request_item(desk, ready.request)
    told: dict[str, Json] = {
        "made_at": ready.made_at, "for_release": YES if made.for_release else NO,
        "name": made.path.name, "sha256": made.sha256, "records": made.printed,
        "withheld": made.withheld, "undecided": ready.making.undecided_because,
    }  # fmt: skip
    row = {key: value for key, value in told.items() if value != ""}
    packs = [*rows(item.fields, "packs"), row]
    kept = rewrite(desk, item, {**item.fields, "packs": packs})
    with desk.database.transaction():
        remembering.log(desk, "disclosed", f"{made.sha256} {ready.snapshot.fingerprint}")
    return replace(made, changes=kept.changes)


def check(desk: Desk, request: RecordId, note: str, by: str = "") -> Captured:
    """Write down that a second person looked over what is withheld and released, as it is now.

    `by` is a member's id, or a role outside the team; without it, this person checked.
    CheckedByOneself when whoever decided anything would check it.
    """
    item, found = request_item(desk, request), look(desk, request)
    people = reading.people_of(desk)
    named = by.strip() or desk.me.id
    decided = {each.by for each in found.decisions.every}
    decided |= {item.author} if not decided else set()
    own = {people[each].name.casefold() for each in decided if each in people}
    if AuthorId(named) in decided or named.casefold() in own:
        raise CheckedByOneself
    who = people.get(AuthorId(named))
    now = desk.clock.now().astimezone(ZoneInfo(desk.clock.zone))
    told: dict[str, Json] = {
        "by": who.name if who else named, "at": f"{now:%Y-%m-%dT%H:%M}", "state": found.state,
        **({"note": note.strip()} if note.strip() else {}),
    }  # fmt: skip
    return rewrite(desk, item, {**item.fields, "check": told})


def _check(found: InScope, making: Making) -> None:
    if not found.items:
        raise NothingInScope
    if found.open and not making.undecided_because.strip():
        raise StillOpen(count=len(found.open))
    if making.for_release and not found.is_checked:
        raise NotChecked


def _place(folder: Path, files: Mapping[str, bytes]) -> None:
    with _beside(folder) as made:
        for name, content in files.items():
            write_new(made / name, content)
        try:
            made.rename(folder)
        except OSError as error:
            raise FileUnwritable(path=str(folder)) from error


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """Give a folder beside the target that goes again unless it was moved there."""
    try:
        made = Path(tempfile.mkdtemp(prefix=".evidencekit-", dir=folder.parent))
    except OSError as error:
        raise FileUnwritable(path=str(folder)) from error
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)
