"""Attach a file: its bytes go into the encrypted store, its name only into the record."""

import hashlib
import mimetypes
from collections.abc import Iterator
from pathlib import Path

from evidencekit.canonical import Json
from evidencekit.errors.work import FileTooLarge, FileUnreadable
from evidencekit.ids import AttachmentId
from evidencekit.operations.desk import Desk
from evidencekit.store import attachments

MOST_BYTES = 200 << 20  # one file of 200 MiB keeps the desk for some seconds; more is no evidence
_PIECE = 1 << 20
_UNKNOWN = "application/octet-stream"


def attach_file(desk: Desk, path: Path) -> dict[str, Json]:
    """Keep a file and give what a record's attachments field names it by.

    FileUnreadable or FileTooLarge leave everything as it was.
    """
    try:
        size, digest = _measured(path)
        media_type = mimetypes.guess_type(path.name)[0] or _UNKNOWN
        attachments.keep_stream(desk.database, digest, size, media_type, _pieces(path))
    except OSError as error:
        raise FileUnreadable(path=str(path)) from error
    return {"digest": digest, "name": path.name, "size": size, "type": media_type}


def _measured(path: Path) -> tuple[int, AttachmentId]:
    hashed, size = hashlib.sha512(), 0
    for piece in _pieces(path):
        hashed.update(piece)
        size += len(piece)
        if size > MOST_BYTES:
            raise FileTooLarge(path=str(path), limit_mb=MOST_BYTES >> 20)
    return size, AttachmentId(hashed.hexdigest())


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece
