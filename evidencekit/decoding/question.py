"""Question and answer between us and the process apart: small, framed, and checked word by word.

What comes back is not believed: the process that sent it has met a foreign file.
"""

import json
import struct
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import IO, Any

from evidencekit.decoding import limits

_LENGTHS = struct.Struct(">4sIQ")
_QUESTION, _ANSWER = b"EKq1", b"EKa1"
_COLOURS = 3  # red, green, blue: a byte each


class Do(StrEnum):
    """What can be asked."""

    SHOW = "show"
    DESCRIBE = "describe"


class Why(StrEnum):
    """Why a file is not shown; the only words that may come back instead of an answer."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too-large"
    LOCKED = "locked"
    NO_SUCH_PAGE = "no-such-page"
    MEMORY = "memory"


class Fact(StrEnum):
    """What a file says about itself."""

    TAKEN = "taken"
    CAMERA = "camera"
    PLACE = "place"
    OWNER = "owner"
    SOFTWARE = "software"
    THUMBNAIL = "thumbnail"
    DESCRIPTION = "description"
    COMMENT = "comment"
    TITLE = "title"
    AUTHOR = "author"
    PRODUCER = "producer"
    CREATED = "created"
    OTHER = "other"


class Garbled(Exception):
    """Bytes that are no question or no answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked about a file: which page of it, to fit which box, turned how."""

    do: Do
    media_type: str
    page: int = 0
    width: int = 0  # the box to fit into, in dots
    height: int = 0
    turns: int = 0  # quarters to the right


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the process apart says: dots, text, facts, or why not."""

    width: int = 0  # of what comes along
    height: int = 0
    pages: int = 0
    whole_width: int = 0  # of the picture itself, or of the page in points
    whole_height: int = 0
    text: str = ""
    facts: tuple[tuple[Fact, str], ...] = ()
    why: Why | None = None
    dots: bytes = field(default=b"", repr=False)


def write_question(target: IO[bytes], question: Question, data: bytes) -> None:
    """Send a question with the file it is about."""
    _write(target, _QUESTION, asdict(question), data)


def read_question(source: IO[bytes]) -> tuple[Question, bytes]:
    """Read a question; Garbled when it is none."""
    said, data = _read(source, _QUESTION, limits.VIEW_BYTES)
    try:
        return Question(**{**said, "do": Do(str(said.get("do")))}), data
    except (TypeError, ValueError) as error:
        raise Garbled from error


def write_answer(target: IO[bytes], answer: Answer) -> None:
    """Send an answer."""
    said = asdict(answer)
    dots = said.pop("dots")
    _write(target, _ANSWER, said, dots)


def read_answer(source: IO[bytes]) -> Answer:
    """Read an answer and check every part of it; Garbled when anything is not as it must be."""
    said, dots = _read(source, _ANSWER, limits.ANSWER_DOTS * _COLOURS)
    if source.read(1):
        raise Garbled
    width, height = _number(said, "width"), _number(said, "height")
    if width * height * _COLOURS != len(dots) or max(width, height) > limits.ANSWER_SIDE:
        raise Garbled
    return Answer(
        width=width, height=height, dots=dots, pages=_number(said, "pages", limits.PAGES),
        whole_width=_number(said, "whole_width"), whole_height=_number(said, "whole_height"),
        text=_text(said.get("text"), limits.TEXT_CHARACTERS), facts=_facts(said.get("facts")),
        why=_why(said.get("why")),
    )  # fmt: skip


def plain(text: str, most: int, *, lines: bool = False) -> str:
    """Keep what can be printed; a foreign text may hold anything."""
    kept = (c if c.isprintable() or (lines and c in "\n\t") else " " for c in text[:most])
    return "".join(kept).strip()


def _write(target: IO[bytes], mark: bytes, said: Mapping[str, Any], data: bytes) -> None:
    words = json.dumps(said).encode()
    target.write(_LENGTHS.pack(mark, len(words), len(data)))
    target.write(words)
    target.write(data)
    target.flush()


def _read(source: IO[bytes], mark: bytes, most: int) -> tuple[dict[str, Any], bytes]:
    try:
        found, words, length = _LENGTHS.unpack(_exactly(source, _LENGTHS.size))
        if found != mark or words > limits.HEADER_BYTES or length > most:
            raise Garbled
        said = json.loads(_exactly(source, words))
    except (struct.error, ValueError, RecursionError) as error:
        raise Garbled from error
    if not isinstance(said, dict):
        raise Garbled
    return said, _exactly(source, length)


def _exactly(source: IO[bytes], length: int) -> bytes:
    data = source.read(length)
    if len(data) != length:
        raise Garbled
    return data


def _number(said: Mapping[str, Any], key: str, most: int = limits.DOTS) -> int:
    value = said.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise Garbled
    return value


def _text(value: object, most: int) -> str:
    if not isinstance(value, str) or len(value) > most:
        raise Garbled
    return plain(value, most, lines=True)


def _facts(value: object) -> tuple[tuple[Fact, str], ...]:
    if not isinstance(value, list) or len(value) > limits.FACTS:
        raise Garbled
    return tuple(map(_fact, value))


def _fact(value: object) -> tuple[Fact, str]:
    match value:
        case [str(key), str(said)] if key in set(Fact):
            return Fact(key), plain(said, limits.FACT_CHARACTERS)
        case _:
            raise Garbled


def _why(value: object) -> Why | None:
    if value is None:
        return None
    if not isinstance(value, str) or value not in set(Why):
        raise Garbled
    return Why(value)
