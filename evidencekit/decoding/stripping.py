"""What can be left out of a file before it is kept, and the file without it."""

from evidencekit.decoding import filetype, jpeg, png
from evidencekit.decoding.filetype import FileType
from evidencekit.decoding.parts import NotTakenApart

_TAKERS = {filetype.JPEG: jpeg.without_metadata, filetype.PNG: png.without_metadata}


def can_strip(kind: FileType) -> bool:
    """Tell whether metadata of this kind of file can be left out without touching the picture."""
    return kind in _TAKERS


def stripped(kind: FileType, data: bytes) -> bytes | None:
    """Give the file without its metadata; None when that cannot be done and it stays as it is."""
    try:
        return _TAKERS[kind](data) if kind in _TAKERS else None
    except NotTakenApart:
        return None
