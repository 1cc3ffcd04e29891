"""Small files beside a workspace: never written over, never half written."""

import os
from contextlib import suppress
from itertools import count
from pathlib import Path

from evidencekit.errors.work import AlreadyThere, FileUnreadable, FileUnwritable

SMALL = 1 << 20  # bytes; a join card or a code is far smaller


def read_small(path: Path) -> bytes:
    """Give the bytes of a small file; FileUnreadable when it is none."""
    try:
        with path.open("rb") as source:
            content = source.read(SMALL + 1)
    except OSError as error:
        raise FileUnreadable(path=str(path)) from error
    if len(content) > SMALL:
        raise FileUnreadable(path=str(path))
    return content


def check_free(path: Path) -> None:
    """Raise AlreadyThere before any work is done for a file that could not be written."""
    if os.path.lexists(path):
        raise AlreadyThere(path=str(path))


def new_folder(within: Path, name: str) -> Path:
    """Make a folder that is not there yet, with a number behind its name when it is taken."""
    for number in count(1):
        path = within / (name if number == 1 else f"{name}-{number}")
        try:
            path.mkdir()
        except FileExistsError:
            continue
        except OSError as error:
            raise FileUnwritable(path=str(path)) from error
        return path
    raise AssertionError  # pragma: no cover - counting does not end


def write_new(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Write a file that is not there yet, whole and synced, or not at all."""
    try:
        handle = os.open(
            path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode
        )
    except FileExistsError as error:
        raise AlreadyThere(path=str(path)) from error
    except OSError as error:
        raise FileUnwritable(path=str(path)) from error
    try:
        with os.fdopen(handle, "wb") as target:
            target.write(content)
            target.flush()
            os.fsync(target.fileno())
    except OSError as error:
        with suppress(OSError):
            path.unlink()
        raise FileUnwritable(path=str(path)) from error
