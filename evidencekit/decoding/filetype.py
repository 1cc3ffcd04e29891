"""What kind of file it is, by its bytes; a name proves nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

HEAD_BYTES = 4096
_PRINTED = frozenset(range(0x20, 0x100)) | {0x09, 0x0A, 0x0C, 0x0D}


class Family(Enum):
    """What can be done with a file here."""

    PICTURE = "picture"
    PDF = "pdf"
    TEXT = "text"
    RECORDING = "recording"
    PROGRAM = "program"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class FileType:
    """A type as the record keeps it, in words, and what can be done with it."""

    media_type: str
    words: str
    family: Family
    endings: tuple[str, ...] = ()

    @property
    def is_shown(self) -> bool:
        """Tell whether the app itself can show it."""
        return self.family in {Family.PICTURE, Family.PDF, Family.TEXT}


_P, _R, _X, _O = Family.PICTURE, Family.RECORDING, Family.PROGRAM, Family.OTHER
JPEG = FileType("image/jpeg", "JPEG picture", _P, ("jpg", "jpeg", "jpe"))
PNG = FileType("image/png", "PNG picture", _P, ("png",))
WEBP = FileType("image/webp", "WebP picture", _P, ("webp",))
GIF = FileType("image/gif", "GIF picture", _P, ("gif",))
TIFF = FileType("image/tiff", "TIFF picture", _P, ("tif", "tiff"))
BMP = FileType("image/bmp", "BMP picture", _P, ("bmp", "dib"))
PDF = FileType("application/pdf", "PDF", Family.PDF, ("pdf",))
TEXT = FileType("text/plain", "Plain text", Family.TEXT)
HEIC = FileType("image/heic", "HEIC picture", _O, ("heic", "heif", "avif"))
ZIP = FileType("application/zip", "Packed file (also Word, Excel and OpenDocument)", _O)
OLE = FileType("application/x-ole-storage", "Older Office file", _O, ("doc", "xls", "ppt", "msg"))
RTF = FileType("application/rtf", "Rich text", _O, ("rtf", "doc"))
AUDIO = FileType("audio/unknown", "Sound recording", _R)
VIDEO = FileType("video/unknown", "Film or sound recording", _R)
PROGRAM = FileType("application/x-executable", "Program", _X)
UNKNOWN = FileType("application/octet-stream", "Unknown kind of file", _O)

_ALL = (JPEG, PNG, WEBP, GIF, TIFF, BMP, PDF, TEXT, HEIC, ZIP, OLE, RTF, AUDIO, VIDEO, PROGRAM)
BY_MEDIA_TYPE: Mapping[str, FileType] = MappingProxyType({each.media_type: each for each in _ALL})

_BEGINNINGS: tuple[tuple[bytes, FileType], ...] = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"%PDF-", PDF),
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
    (b"{\\rtf", RTF),
    (b"MZ", PROGRAM),
    (b"\x7fELF", PROGRAM),
    (b"#!", PROGRAM),
    (b"\xcf\xfa\xed\xfe", PROGRAM),
    (b"\xca\xfe\xba\xbe", PROGRAM),
    (b"ID3", AUDIO),
    (b"OggS", AUDIO),
    (b"fLaC", AUDIO),
    (b"#!AMR", AUDIO),
    (b"\x1aE\xdf\xa3", VIDEO),
    (b"\x00\x00\x01\xba", VIDEO),
)
_RIFF: Mapping[bytes, FileType] = {b"WEBP": WEBP, b"WAVE": AUDIO, b"AVI ": VIDEO}
_STILLS = (b"heic", b"heix", b"mif1", b"msf1", b"heim", b"avif")


def type_of(head: bytes) -> FileType:
    """Tell a file by its first bytes; HEAD_BYTES of them are enough."""
    for look in _LOOKS:
        found = look(head)
        if found is not None:
            return found
    return UNKNOWN


def of_media_type(media_type: str) -> FileType:
    """Give what is known of a type that a record names."""
    return BY_MEDIA_TYPE.get(media_type, UNKNOWN)


def is_misnamed(name: str, found: FileType) -> bool:
    """Tell whether a name promises another kind of file than its bytes are."""
    _stem, dot, ending = name.rpartition(".")
    if not dot:
        return False
    said = [each for each in _ALL if ending.casefold() in each.endings]
    return bool(said) and found not in said


def _by_beginning(head: bytes) -> FileType | None:
    # The longest first: a sound of a telephone begins with the two signs of a script.
    fitting = [pair for pair in _BEGINNINGS if head.startswith(pair[0])]
    return max(fitting, key=lambda pair: len(pair[0]))[1] if fitting else None


def _by_riff(head: bytes) -> FileType | None:
    return _RIFF.get(head[8:12]) if head.startswith(b"RIFF") else None


def _by_brand(head: bytes) -> FileType | None:
    if head[4:8] != b"ftyp":
        return None
    return HEIC if head[8:12] in _STILLS else VIDEO


def _by_bitmap(head: bytes) -> FileType | None:
    # Two letters prove little; the four bytes of zero and the size of the next header more.
    is_bitmap = head.startswith(b"BM") and head[6:10] == bytes(4) and head[15:18] == bytes(3)
    return BMP if is_bitmap else None


def _by_text(head: bytes) -> FileType | None:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return TEXT
    return TEXT if head and set(head) <= _PRINTED else None


_LOOKS: tuple[Callable[[bytes], FileType | None], ...] = (
    _by_beginning, _by_riff, _by_brand, _by_bitmap, _by_text,
)  # fmt: skip
