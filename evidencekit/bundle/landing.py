"""Put a finished file in its place whole or not at all: temp name, fsync, rename, fsync folder."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

from evidencekit.errors.bundle import BundleThere, NoRoom, PlaceUnusable

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_KB = 1000


@contextmanager
def landing(path: Path, needed: int) -> Iterator[FileIO]:
    """Write to a temp file beside `path` and rename it at the end; leave nothing on any failure."""
    half = path.with_name(f".{path.name}.part")
    with _words_for(path, needed):
        _check_place(path, needed)
        # What a power cut left behind under this name is sealed, and of no use to anybody.
        half.unlink(missing_ok=True)
        half.touch(mode=0o600, exist_ok=False)
        try:
            # Unbuffered: closing must never write, or its failure would hide the first one.
            with half.open("wb", buffering=0) as file:
                yield file
                settle(file)
            _check_free(path)
            half.replace(path)
            _sync_folder(path.parent)
        finally:
            half.unlink(missing_ok=True)


def settle(file: FileIO) -> None:
    """Put what was written on the stick itself, and let reading it back come from there."""
    os.fsync(file.fileno())
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def amount(size: int) -> str:
    """Say how many bytes, rounded up: 900 bytes, 12 KB, 3.4 MB."""
    if size < _KB:
        return f"{size} bytes"
    if size < _KB * _KB:
        return f"{-(-size // _KB)} KB"
    return f"{-(-size // (_KB * _KB // 10)) / 10:.1f} MB"


def _check_place(path: Path, needed: int) -> None:
    _check_free(path)
    if shutil.disk_usage(path.parent).free < needed:
        raise _no_room(path, needed)


def _no_room(path: Path, needed: int) -> NoRoom:
    try:
        free = shutil.disk_usage(path.parent).free
    except OSError:
        free = 0  # it went away as well; there is no room on what is not there
    return NoRoom(needed=needed, free=free, needs=amount(needed), has=amount(free))


def _check_free(path: Path) -> None:
    if path.exists() or path.is_symlink():
        raise BundleThere(path=str(path))


def _sync_folder(folder: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):
        return  # Windows has no such thing; there the rename itself is written through
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _words_for(path: Path, needed: int) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise _no_room(path, needed) from error
        why = error.strerror or "it is gone"
        raise PlaceUnusable(path=str(path.parent), why=why) from error
