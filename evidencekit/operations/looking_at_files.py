"""Look at a file before it is added: what it is by its bytes, how large, and what it tells.

This is slow work on frozen values and touches no desk: it belongs on the bench.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import IO

from evidencekit.decoding import asking, filetype, limits, stripping
from evidencekit.decoding.filetype import Family, FileType
from evidencekit.decoding.question import Do, Fact, Question
from evidencekit.errors.attaching import EmptyFile, FileChanged, NotEvidence
from evidencekit.errors.base import Planned
from evidencekit.errors.work import FileTooLarge, FileUnreadable
from evidencekit.ids import AttachmentId
from evidencekit.progress import Progress, quiet

__all__ = [
    "MOST_BYTES",
    "MOST_MB",
    "Candidate",
    "Fact",
    "Family",
    "Ready",
    "kind_words",
    "look_at",
    "look_at_bytes",
    "make_ready",
]

MOST_BYTES = 200 << 20  # more would make every copy and every bundle slow; it is no evidence
MOST_MB = MOST_BYTES >> 20
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A file that was looked at and not added: what a person decides by."""

    name: str
    size: int
    digest: str
    kind: FileType
    facts: tuple[tuple[Fact, str], ...] = field(default=(), repr=False)
    can_strip: bool = False
    is_misnamed: bool = False
    unread: str = ""  # the code of why it could not be looked into, though its kind can be
    path: Path | None = None
    held: bytes = field(default=b"", repr=False)  # of a picture that was pasted

    def named(self, name: str) -> "Candidate":
        """Give the same file under another name."""
        return replace(self, name=name.strip() or self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """The bytes that go in, and what the record will say of them."""

    name: str
    kind: FileType
    digest: AttachmentId
    original: str = ""  # its digest before the metadata was left out
    data: bytes = field(repr=False)


def look_at(path: Path, progress: Progress = quiet) -> Candidate:
    """Look at a file where it lies; it is read and never touched."""
    try:
        size = path.stat().st_size
        with path.open("rb") as source:
            data = _read(path.name, source, size, progress)
    except OSError as error:
        raise FileUnreadable(path=str(path)) from error
    return replace(_looked(path.name, data), path=path)


def look_at_bytes(name: str, data: bytes) -> Candidate:
    """Look at a picture that was pasted; nothing of it lies anywhere but in memory."""
    if len(data) > MOST_BYTES:
        raise FileTooLarge(path=name, limit_mb=MOST_MB)
    return replace(_looked(name, data), held=data)


def make_ready(candidate: Candidate, *, strip: bool, progress: Progress = quiet) -> Ready:
    """Read the file again, leave out its metadata when that is wanted; FileChanged if it is new."""
    data = candidate.held or _read_again(candidate, progress)
    less = stripping.stripped(candidate.kind, data) if strip else None
    if less is None or less == data:
        return Ready(
            name=candidate.name, kind=candidate.kind, digest=AttachmentId(candidate.digest),
            data=data,
        )  # fmt: skip
    digest = AttachmentId(hashlib.sha512(less).hexdigest())
    return Ready(
        name=candidate.name, kind=candidate.kind, digest=digest, original=candidate.digest,
        data=less,
    )  # fmt: skip


def kind_words(media_type: str) -> str:
    """Say what kind of file a record names."""
    return filetype.of_media_type(media_type).words


def _looked(name: str, data: bytes) -> Candidate:
    if not data:
        raise EmptyFile(name=name)
    kind = filetype.type_of(data[: filetype.HEAD_BYTES])
    if kind.family is Family.PROGRAM:
        raise NotEvidence(name=name)
    facts, unread = _told(kind, data)
    return Candidate(
        name=name, size=len(data), digest=hashlib.sha512(data).hexdigest(), kind=kind, facts=facts,
        unread=unread, is_misnamed=filetype.is_misnamed(name, kind),
        can_strip=stripping.can_strip(kind) and stripping.stripped(kind, data) is not None,
    )  # fmt: skip


def _told(kind: FileType, data: bytes) -> tuple[tuple[tuple[Fact, str], ...], str]:
    if kind.family not in {Family.PICTURE, Family.PDF} or len(data) > limits.VIEW_BYTES:
        return (), ""
    try:
        return asking.ask(Question(do=Do.DESCRIBE, media_type=kind.media_type), data).facts, ""
    except Planned as refusal:  # it can be kept all the same; the person is told first
        return (), refusal.code


def _read_again(candidate: Candidate, progress: Progress) -> bytes:
    if candidate.path is None:
        return candidate.held
    try:
        with candidate.path.open("rb") as source:
            data = _read(candidate.name, source, candidate.size, progress)
    except OSError as error:
        raise FileUnreadable(path=str(candidate.path)) from error
    if hashlib.sha512(data).hexdigest() != candidate.digest:
        raise FileChanged(name=candidate.name)
    return data


def _read(name: str, source: IO[bytes], size: int, progress: Progress) -> bytes:
    if size > MOST_BYTES:
        raise FileTooLarge(path=name, limit_mb=MOST_MB)
    read = BytesIO()
    for piece in _pieces(source):
        read.write(piece)
        if read.tell() > MOST_BYTES:
            raise FileTooLarge(path=name, limit_mb=MOST_MB)
        progress(read.tell(), max(size, read.tell()))
    return read.getvalue()


def _pieces(source: IO[bytes]) -> Iterator[bytes]:
    while piece := source.read(_PIECE):
        yield piece
