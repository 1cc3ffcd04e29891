"""The two copies of the key file in a workspace, and how they are replaced without a gap.

Each copy is written under another name, brought to the disk, and only then takes the old one's
place; keys.json before keys.bak.json, so that at every moment one whole copy stands.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from evidencekit.crypto.key_file import MAX_BYTES, KeyFile, decode, encode
from evidencekit.errors.crypto import (
    KeyFileAbsent,
    KeyFileDamaged,
    KeyFileExists,
    KeyFileNotRead,
    KeyFileNotWritten,
)

MAIN = "keys.json"
BACKUP = "keys.bak.json"
_NAMES = (MAIN, BACKUP)
_NEW = ".new"

_FOLDER_MODE = 0o700
_FILE_MODE = 0o600
_CREATE = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Copies:
    """The readable copies, the highest generation first; keys.json first among equals."""

    readable: tuple[KeyFile, ...]

    @property
    def generation(self) -> int:
        """Give the highest generation that can be read."""
        return self.readable[0].generation


def read(folder: Path) -> Copies:
    """Read both copies; KeyFileDamaged when neither can be read, KeyFileAbsent without any."""
    found: list[KeyFile] = []
    damage: list[KeyFileDamaged | KeyFileNotRead] = []
    for name in _NAMES:
        try:
            untrusted = _bytes(folder / name)
            if untrusted is not None:
                found.append(decode(untrusted))
        except (KeyFileDamaged, KeyFileNotRead) as error:
            damage.append(error)
    if found:
        return Copies(tuple(sorted(found, key=lambda file: -file.generation)))
    if damage:
        raise damage[0]
    raise KeyFileAbsent


def prepare(folder: Path) -> None:
    """Make the folder of a new workspace, for its owner only; KeyFileExists if it holds keys."""
    if any(os.path.lexists(folder / name) for name in _NAMES):
        raise KeyFileExists
    try:
        folder.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
        folder.chmod(_FOLDER_MODE)
    except OSError as error:
        raise KeyFileNotWritten(why=_reason(error)) from error


def write(folder: Path, file: KeyFile) -> None:
    """Replace both copies; KeyFileNotWritten, with the old copies untouched, if that fails."""
    data = encode(file)
    try:
        for name in _NAMES:
            _write_new(folder / name, data)
        _replace(folder, MAIN)
    except OSError as error:
        _drop_new(folder)
        raise KeyFileNotWritten(why=_reason(error)) from error
    # From here on the change stands. A second copy that could not follow is repaired when the
    # workspace is next opened.
    with suppress(OSError):
        _replace(folder, BACKUP)


def is_whole(folder: Path, file: KeyFile) -> bool:
    """Say whether both copies are this file, and nothing is left over from writing."""
    data = encode(file)
    left_over = any(os.path.lexists(folder / (name + _NEW)) for name in _NAMES)
    return not left_over and all(_bytes_or_none(folder / name) == data for name in _NAMES)


def repair(folder: Path, file: KeyFile) -> bool:
    """Bring both copies to this file and clear leftovers; say whether that was possible."""
    data = encode(file)
    # The notes open all the same: a read-only place must not lock its owner out.
    with suppress(OSError):
        for name in _NAMES:
            if _bytes_or_none(folder / name) != data:
                _write_new(folder / name, data)
                _replace(folder, name)
    _drop_new(folder)
    return is_whole(folder, file)


def destroy(folder: Path) -> None:
    """Overwrite and remove both copies, so that what they wrapped can never be opened.

    A disk may keep old blocks that no program can reach, and a backup holds its own copy.
    """
    _drop_new(folder)
    for name in _NAMES:
        path = folder / name
        with suppress(FileNotFoundError):
            with path.open("r+b") as file:
                file.write(bytes(path.stat().st_size))
                file.flush()
                os.fsync(file.fileno())
            path.unlink()
    _sync_folder(folder)


def _bytes(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise KeyFileNotRead(why=_reason(error)) from error


def _bytes_or_none(path: Path) -> bytes | None:
    try:
        return _bytes(path)
    except KeyFileNotRead:
        return None


def _write_new(path: Path, data: bytes) -> None:
    new = path.with_name(path.name + _NEW)
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, _CREATE, _FILE_MODE), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _replace(folder: Path, name: str) -> None:
    (folder / (name + _NEW)).replace(folder / name)
    _sync_folder(folder)


def _drop_new(folder: Path) -> None:
    for name in _NAMES:
        with suppress(OSError):
            (folder / (name + _NEW)).unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows has no way to sync a folder; its file system journals names
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _reason(error: OSError) -> str:
    return os.strerror(error.errno or 0)
