"""Verified copies of the whole store, encrypted like the store itself."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

from evidencekit.errors.base import Planned
from evidencekit.errors.store import CopyNotVerified, DiskFull, DiskTrouble, StoreExists
from evidencekit.store import fingerprint, safeguards
from evidencekit.store.connection import Database

Told = Callable[[int, int], None]

_UNFINISHED = ".unfinished"
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def copy(database: Database, path: Path, *, told: Told | None = None) -> Path:
    """Copy the store to a new file, open the copy and check it; only then it gets its name.

    The bytes are copied as they lie on the disk, which takes a tenth of the time the library's own
    way of copying takes. This connection holds the lock and no transaction is open: they are whole.
    """
    if path.exists():
        raise StoreExists(name=path.name)
    unfinished = path.with_name(path.name + _UNFINISHED)
    unfinished.unlink(missing_ok=True)
    try:
        _write(database, unfinished, told)
        _verify(database, unfinished)
        unfinished.replace(path)
    except OSError as error:
        full = error.errno in _NO_ROOM
        raise (DiskFull if full else DiskTrouble)(name=path.name) from error
    finally:
        unfinished.unlink(missing_ok=True)
    safeguards.sync_folder(path.parent)
    return path


def _write(database: Database, path: Path, told: Told | None) -> None:
    whole = database.path.stat().st_size
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        for offset, piece in database.pieces():
            file.seek(offset)
            file.write(piece)
            if told:
                told(offset + len(piece), whole)
        file.flush()
        os.fsync(file.fileno())


def _verify(database: Database, path: Path) -> None:
    try:
        copied = database.open_copy(path)
        try:
            same = not copied.rows("PRAGMA cipher_integrity_check") and fingerprint.fingerprint(
                copied
            ) == fingerprint.fingerprint(database)
        finally:
            copied.close()
    except Planned as refusal:
        raise CopyNotVerified(name=path.name) from refusal
    if not same:
        raise CopyNotVerified(name=path.name)
