"""What JPEG and PNG share when metadata is taken out: how the camera was held, and giving up."""

import struct

_ORIENTATION, _SHORT = 0x0112, 3
_MOST_TAGS = 512
_ENTRY = 12


class NotTakenApart(Exception):
    """A file that is not built as its kind is; it is left as it is."""


def orientation_in(exif: bytes) -> int:
    """Give how the camera was held, from 1 to 8; 1 when nothing is told."""
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(exif[:4])
    if order is None:
        return 1
    try:
        (at,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, at)
        for n in range(min(count, _MOST_TAGS)):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", exif, at + 2 + n * _ENTRY)
            if (tag, kind) == (_ORIENTATION, _SHORT):
                return value if value in range(1, 9) else 1
    except struct.error:
        return 1
    return 1


def minimal_exif(orientation: int) -> bytes:
    """Tell how the camera was held and nothing else."""
    return struct.pack(
        ">2sHIHHHIHHI", b"MM", 42, 8, 1, _ORIENTATION, _SHORT, 1, orientation, 0, 0
    )  # fmt: skip
