"""Take the metadata out of a JPEG without touching one dot of the picture.

A JPEG is a row of segments. Those that say how to draw it stay, byte for byte; those that tell
about it go. How the camera was held is told too: that one number is kept, in a segment of its own.
"""

import struct
from collections.abc import Iterator

from evidencekit.decoding.parts import NotTakenApart, minimal_exif, orientation_in

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_APPS, _COMMENT = range(0xE0, 0xF0), 0xFE
_JFIF, _ICC, _EXIF, _ADOBE = b"JFIF\x00", b"ICC_PROFILE\x00", b"Exif\x00\x00", b"Adobe"
_JFIF_BYTES = 14  # the head alone; a thumbnail may follow it
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})


def without_metadata(data: bytes) -> bytes:
    """Give the same picture without what was told about it; NotTakenApart when it is not whole."""
    if not data.startswith(b"\xff\xd8"):
        raise NotTakenApart
    kept: list[bytes] = [b"\xff\xd8"]
    upright = 1
    for marker, piece in _segments(data):
        if marker == _EXIF_APP and piece[4:].startswith(_EXIF):
            upright = orientation_in(piece[4 + len(_EXIF) :])
        kept.append(_kept(marker, piece))
    if upright != 1:
        told = _EXIF + minimal_exif(upright)
        kept.insert(2 if kept[1][2:].startswith(_JFIF_HEAD) else 1, _segment(_EXIF_APP, told))
    return b"".join(kept)


_EXIF_APP = 0xE1
_JFIF_HEAD = b"\x00\x10" + _JFIF


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Give each segment with its marker; the dots go with the scan they belong to."""
    at = 2
    while True:
        while data[at : at + 2] == b"\xff\xff":
            at += 1
        if len(data) < at + 2 or data[at] != 0xFF:  # noqa: PLR2004 - what every marker begins with
            raise NotTakenApart
        marker = data[at + 1]
        if marker == _END:
            yield marker, data[at : at + 2]
            return  # whatever is hung on behind the end is no part of the picture
        end = at + 2 if marker in _ALONE else _after(data, at, marker)
        yield marker, data[at:end]
        at = end


def _after(data: bytes, at: int, marker: int) -> int:
    length = int.from_bytes(data[at + 2 : at + 4])
    end = at + 2 + length
    if length < 2 or end > len(data) or marker in {0, _START}:  # noqa: PLR2004 - counts itself
        raise NotTakenApart
    return _behind_dots(data, end) if marker == _SCAN else end


def _behind_dots(data: bytes, at: int) -> int:
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        after = data[at + 1]
        if after == 0xFF:  # noqa: PLR2004 - filling
            at += 1
        elif after == 0 or after in _ALONE:
            at += 2
        else:
            return at
    raise NotTakenApart


def _kept(marker: int, piece: bytes) -> bytes:
    if marker == _COMMENT:
        return b""
    if marker not in _APPS:
        return piece
    said = piece[4:]
    if said.startswith(_JFIF):
        return _segment(marker, said[: _JFIF_BYTES - 2] + b"\x00\x00")
    return piece if said.startswith((_ICC, _ADOBE)) else b""


def _segment(marker: int, said: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(said) + 2) + said
