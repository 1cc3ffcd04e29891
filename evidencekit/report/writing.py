"""Put a finished document in its place: whole or not at all, never half."""

import errno
import os
import tempfile
from pathlib import Path

from evidencekit.errors.report import ReportDiskFull, ReportPlaceClosed

TEMP_PREFIX = ".evidencekit-"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def write(path: Path, content: bytes) -> None:
    """Write beside the target, sync, then rename over it; a refusal leaves no trace."""
    try:
        _write(path, content)
    except OSError as error:
        if error.errno in _FULL:
            raise ReportDiskFull(path=str(path), size_kb=_kilobytes(content)) from error
        raise ReportPlaceClosed(path=str(path)) from error


def _write(path: Path, content: bytes) -> None:
    number, name = tempfile.mkstemp(prefix=TEMP_PREFIX, dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # Windows has no handle of a folder to sync
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _kilobytes(content: bytes) -> int:
    return -(-len(content) // 1024)
