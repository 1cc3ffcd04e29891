"""Where the case key stands, how it is opened, made and wiped, and what is known without it."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from evidencekit import canonical
from evidencekit.canonical import Json
from evidencekit.crypto import case_key_slot as slot
from evidencekit.crypto.wiping import wipe
from evidencekit.errors.case_key import (
    CaseKeyAbsent,
    CaseKeyDamaged,
    CaseKeyMissing,
    CaseKeyUnwritable,
)
from evidencekit.ids import RecordId
from evidencekit.operations.desk import Desk
from evidencekit.store import case_key as kept, safeguards, settings
from evidencekit.store.connection import Database

SLOT, LIST = "slot.json", "names.db"
SETTING = "case-key"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldLine:
    """That something is held about a case, and until when; never what."""

    record: RecordId
    reference: str
    expires_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What can be said of the case key without opening it."""

    is_made: bool
    is_here: bool
    name: str  # of its folder, beside the workspace
    held: tuple[HeldLine, ...]
    due: tuple[HeldLine, ...]  # past the day until which it may be held
    destroyed: str  # the moment and the person, "" when it never was

    def holds(self, record: str) -> bool:
        """Tell whether anything is held about a case."""
        return any(line.record == record for line in self.held)


def place_of(folder: Path) -> Path:
    """Give where a workspace's case key stands: beside it, so that no copy of it takes it along."""
    return folder.with_name(f"{folder.name.removesuffix('.evidence')}.case-key")


def status(desk: Desk) -> Status:
    """Say what is held and until when, without opening."""
    known = remembered(desk)
    lines = tuple(
        HeldLine(record=RecordId(record), reference=str(line[0]), expires_on=str(line[1]))
        for record, line in sorted(_dict(known.get("held")).items())
        if isinstance(line, list)
    )
    today = desk.clock.now().astimezone(ZoneInfo(desk.clock.zone)).date().isoformat()
    folder = place_of(desk.folder)
    return Status(
        is_made=bool(known.get("made")), is_here=(folder / SLOT).is_file(), name=folder.name,
        held=tuple(sorted(lines, key=lambda line: line.reference)),
        due=tuple(line for line in lines if line.expires_on < today),
        destroyed=str(known.get("destroyed", "")),
    )  # fmt: skip


@contextmanager
def opened(desk: Desk) -> Generator[Database]:
    """Open the case key for as long as the block lasts."""
    folder = place_of(desk.folder)
    if not (folder / SLOT).is_file():
        is_made = bool(remembered(desk).get("made"))
        if is_made and folder.is_dir():
            raise CaseKeyDamaged(name=folder.name)
        raise (CaseKeyMissing(name=folder.name) if is_made else CaseKeyAbsent)
    key = slot.read(folder / SLOT, desk.me.id, desk.signing.to_bytes())
    try:
        database = kept.open_file(folder / LIST, bytes(key))
    finally:
        wipe(key)
    try:
        yield database
    finally:
        database.close()


@contextmanager
def opened_or_made(desk: Desk) -> Generator[Database]:
    """Open the case key, and make an empty one first when there never was one."""
    is_there = (place_of(desk.folder) / SLOT).is_file()
    if not is_there and not remembered(desk).get("made"):
        _make(desk)
    with opened(desk) as database:
        yield database


def _make(desk: Desk) -> None:
    wipe_folder(desk.folder)  # what a making that never ended has left behind
    folder = place_of(desk.folder)
    content, key = slot.make(desk.me.id, desk.signing.to_bytes())
    try:
        folder.mkdir(mode=0o700)
        kept.create(folder / LIST, bytes(key)).close()
        slot.write(folder / SLOT, content)  # last: without it there is no case key
        safeguards.sync_folder(folder)
        safeguards.sync_folder(folder.parent)
    except OSError as error:
        raise CaseKeyUnwritable(why=str(error.strerror)) from error
    finally:
        wipe(key)


def wipe_folder(workspace: Path) -> bool:
    """Overwrite and remove a workspace's case key, its key first; False when there is none."""
    folder = place_of(workspace)
    if not folder.is_dir():
        return False
    try:
        for name in (SLOT, LIST, f"{LIST}-journal"):
            slot.wipe_file(folder / name)
        folder.rmdir()
        safeguards.sync_folder(folder.parent)
    except OSError as error:
        raise CaseKeyUnwritable(why=str(error.strerror)) from error
    return True


def remember_held(desk: Desk, database: Database) -> None:
    """Note in the store which references are held and until when, so that Today can say it."""
    held: dict[str, Json] = {}
    for entry in kept.entries(database):
        line = held.get(entry.record)
        until = str(line[1]) if isinstance(line, list) else entry.expires_on
        held[entry.record] = [entry.reference, min(until, entry.expires_on)]
    remember(desk, {**remembered(desk), "held": held, "made": True})


def remember(desk: Desk, facts: Mapping[str, Json]) -> None:
    """Keep what is known of the case key without opening it."""
    settings.put(desk.database, SETTING, canonical.encode(dict(facts)).decode())


def remembered(desk: Desk) -> dict[str, Json]:
    """Give what is known of the case key without opening it."""
    return canonical.decode_object(settings.get(desk.database, SETTING, "{}").encode())


def _dict(value: Json) -> Mapping[str, Json]:
    return value if isinstance(value, Mapping) else {}
