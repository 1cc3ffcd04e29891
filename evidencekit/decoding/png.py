"""Take the metadata out of a PNG without touching one dot of the picture."""

import struct
import zlib
from collections.abc import Iterator

from evidencekit.decoding.parts import NotTakenApart, minimal_exif, orientation_in

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_END, _EXIF = b"IEND", b"eXIf"
# What says how to draw it, moving pictures included. All else tells about it, known to us or not.
_DRAWING = frozenset(
    {
        b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
        b"cICP", b"mDCV", b"cLLI", b"bKGD", b"pHYs", b"hIST", b"sPLT", b"acTL", b"fcTL", b"fdAT",
    }
)  # fmt: skip


def without_metadata(data: bytes) -> bytes:
    """Give the same picture without what was told about it; NotTakenApart when it is not whole."""
    if not data.startswith(_SIGNATURE):
        raise NotTakenApart
    chunks = list(_chunks(data))
    kept = [_chunk(name, said) for name, said in chunks if name in _DRAWING]
    upright = next((orientation_in(said) for name, said in chunks if name == _EXIF), 1)
    if upright != 1:
        kept.insert(1, _chunk(_EXIF, minimal_exif(upright)))
    return _SIGNATURE + b"".join(kept)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while True:
        head = data[at : at + 8]
        if len(head) < 8:  # noqa: PLR2004 - a length and a name
            raise NotTakenApart
        length, name = struct.unpack(">I4s", head)
        said, seal = data[at + 8 : at + 8 + length], data[at + 8 + length : at + 12 + length]
        if len(said) != length or seal != struct.pack(">I", zlib.crc32(name + said)):
            raise NotTakenApart
        yield name, said
        if name == _END:
            return  # whatever is hung on behind the end is no part of the picture
        at += 12 + length


def _chunk(name: bytes, said: bytes) -> bytes:
    return struct.pack(">I", len(said)) + name + said + struct.pack(">I", zlib.crc32(name + said))
