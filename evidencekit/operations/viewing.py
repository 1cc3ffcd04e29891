"""Look at a kept file inside the app, or write out a plain copy on purpose.

The bytes go from the store to a process apart and come back as dots; no plain file is made unless a
person asks for one, and that is written down.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from evidencekit.decoding import asking, filetype, limits
from evidencekit.decoding.filetype import Family, FileType
from evidencekit.decoding.question import Answer, Do, Fact, Question, plain
from evidencekit.errors.attaching import NoSuchFile
from evidencekit.errors.decoding import NotShownHere, TooLargeToShow
from evidencekit.ids import AttachmentId, RecordId
from evidencekit.operations import reading, remembering
from evidencekit.operations.desk import Desk
from evidencekit.operations.files import write_new
from evidencekit.records.links import AttachmentRef, attachments_of
from evidencekit.store import attachments

__all__ = [
    "Answer",
    "Fact",
    "Family",
    "Held",
    "Side",
    "can_show",
    "copy_name",
    "file_of",
    "held",
    "show_page",
    "show_text",
    "write_copy",
    "write_copy_into",
]

TEXT_CHARACTERS = 1_000_000
_ENCODINGS = ("utf-8-sig", "cp1252")
_OWN_ONLY = 0o600
_NO_NAME = frozenset('/\\:*?"<>|')
_NAME_CHARACTERS = 120
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Side:
    """How a page is wanted: which, to fit what, turned how many quarters to the right."""

    page: int = 0
    width: int = 0
    height: int = 0
    turns: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """A kept file in memory, to be shown; it goes when the viewer is left."""

    kind: FileType
    data: bytes = field(repr=False)

    @property
    def is_text(self) -> bool:
        """Tell whether it is read as text."""
        return self.kind.family is Family.TEXT


def can_show(media_type: str, size: int) -> bool:
    """Tell whether the app itself shows files of this kind and size."""
    return filetype.of_media_type(media_type).is_shown and 0 < size <= limits.VIEW_BYTES


def held(desk: Desk, digest: str) -> Held:
    """Take a file out of the store into memory; what it is, is told by its bytes once more."""
    known = attachments.get(desk.database, AttachmentId(digest))
    if known is not None and known.size > limits.VIEW_BYTES:
        raise TooLargeToShow
    data = b"".join(reading.read_attachment(desk, digest))
    kind = filetype.type_of(data[: filetype.HEAD_BYTES])
    if not kind.is_shown:
        raise NotShownHere(kind=kind.words)
    return Held(kind, data)


def show_page(file: Held, side: Side) -> Answer:
    """Draw a page of a PDF, or a picture; slow, and touches no desk."""
    asked = Question(
        do=Do.SHOW, media_type=file.kind.media_type, page=side.page, width=side.width,
        height=side.height, turns=side.turns,
    )  # fmt: skip
    return asking.ask(asked, file.data)


def show_text(file: Held) -> str:
    """Read a plain text; signs that nobody can see become spaces."""
    return plain(_read(file.data), TEXT_CHARACTERS, lines=True)


def file_of(desk: Desk, record: RecordId, named: str) -> AttachmentRef:
    """Find a file of a record by its digest, the beginning of one, or its name."""
    item = reading.item(desk, record)
    found = [each for each in attachments_of(item.kind, item.fields) if _is_named(each, named)]
    if len(found) != 1 or not attachments.has(desk.database, found[0].digest):
        raise NoSuchFile(digest=named)
    return found[0]


def write_copy(desk: Desk, record: RecordId, digest: str, path: Path) -> AttachmentRef:
    """Write a file out as it is, plain, to be read by anybody; it is written down first."""
    file = file_of(desk, record, digest)
    data = b"".join(_whole(desk, file))
    is_written = False
    try:
        with desk.database.transaction():
            remembering.log(desk, "plain copy of a file", f"{file.digest} of {record} to {path}")
            write_new(path, data, _OWN_ONLY)  # fails: then nothing was written down either
            is_written = True
    except BaseException:
        if is_written:  # and could not be written down: then it may not stay
            path.unlink(missing_ok=True)
        raise
    return file


def write_copy_into(desk: Desk, record: RecordId, digest: str, folder: Path) -> Path:
    """Write a plain copy into a folder under the file's own name, made harmless; gives its path."""
    path = folder / copy_name(file_of(desk, record, digest))
    write_copy(desk, record, digest, path)
    return path


def copy_name(file: AttachmentRef) -> str:
    """Give a name that any system takes, leads nowhere, and ends as the file's own kind does."""
    kind = filetype.of_media_type(file.media_type)
    kept = "".join(c if c.isprintable() and c not in _NO_NAME else "-" for c in file.name)
    name = kept.strip(" .-")[-_NAME_CHARACTERS:] or "file"
    stem, _, ending = name.rpartition(".")
    if kind.endings and (not stem or ending.casefold() not in kind.endings):
        name = f"{name}.{kind.endings[0]}"
    return f"_{name}" if _RESERVED.match(name) else name


def _whole(desk: Desk, file: AttachmentRef) -> Iterator[bytes]:
    return attachments.read(desk.database, file.digest)


def _is_named(file: AttachmentRef, named: str) -> bool:
    is_digest = len(named) >= reading.PREFIX_LEAST and file.digest.startswith(named)
    return is_digest or file.name == named


def _read(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
