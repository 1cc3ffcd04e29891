"""Typed lines: what a hand types in a meeting, read into speaker, kind, areas and text.

Nothing typed is removed unless it was understood: an unknown mark stays in the text.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cache
from types import MappingProxyType

from evidencekit.records.words import VOCABULARIES

FindArea = Callable[[str], str | None]  # what stands after # to the id of an area

OBSERVED, QUOTE, MY_VIEW = "observed", "quote", "my-view"
CHILD_VOICE = "cv"
SAME_SPEAKER = "::"

_TIME = re.compile(r"@(\d{1,2})[:.]?(\d{2})(?=\s)")
_SPEAKER = re.compile(r"([A-Za-z]{2}):")
_TAG = re.compile(r"(?<!\S)#([A-Za-z0-9]+)(?![^\s.,;:!?)\"”])")
_QUOTES = '"“”'
_HOURS, _MINUTES = 24, 60


class MarkKind(Enum):
    """What a mark says."""

    TIME = "time"
    SPEAKER = "speaker"
    KIND = "kind"
    AREA = "area"
    CHILD_VOICE = "child-voice"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark that was understood, and where it stands in what was typed."""

    kind: MarkKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedLine:
    """One line as it was understood; "" and () where nothing was said."""

    text: str = ""
    time: str = ""  # "10:32"
    speaker: str = ""  # a key of practitioner-roles
    kind: str = ""  # "" when no mark told it
    areas: tuple[str, ...] = ()
    child_voice: bool = False
    marks: tuple[Mark, ...] = field(default=(), compare=False)


@cache
def speaker_codes() -> Mapping[str, str]:
    """Give the two letters of each speaker: "sw" to "social-worker"."""
    words = VOCABULARIES["practitioner-roles"].words
    return MappingProxyType({word.code: word.key for word in words if word.code})


@cache
def code_of(speaker: str) -> str:
    """Give the two letters of a speaker, or nothing."""
    word = VOCABULARIES["practitioner-roles"].word(speaker)
    return word.code if word else ""


def read_line(typed: str, find_area: FindArea, before: str = "") -> TypedLine:
    """Read a typed line; `before` is who spoke on the line above, for `::`."""
    found, start = _read_start(typed, before)
    areas, marks = _read_tags(typed, start, find_area)
    child = any(mark.kind is MarkKind.CHILD_VOICE for mark in marks)
    text = _without(typed, marks, start)
    if found.kind == QUOTE:
        text, closing = _unquoted(text)
        marks += _closing(typed, start, marks) if closing else ()
    return replace(
        found, text=text, areas=areas, child_voice=child, marks=(*found.marks, *marks)
    )  # fmt: skip


def _read_start(typed: str, before: str) -> tuple[TypedLine, int]:
    """Read the marks that stand first, each at most once; a kind ends them."""
    found, at = TypedLine(), _past_blanks(typed, 0)
    while not found.kind:
        step = _read_time(typed, at, found) or _read_speaker(typed, at, found, before)
        step = step or _read_kind(typed, at, found)
        if step is None:
            break
        found, at = step
        at = _past_blanks(typed, at)
    return found, at


def _read_time(typed: str, at: int, found: TypedLine) -> tuple[TypedLine, int] | None:
    match = _TIME.match(typed, at)
    if match is None or found.time or int(match[1]) >= _HOURS or int(match[2]) >= _MINUTES:
        return None
    said = replace(found, time=f"{int(match[1]):02}:{match[2]}")
    return _marked(said, MarkKind.TIME, at, match.end())


def _read_speaker(
    typed: str, at: int, found: TypedLine, before: str
) -> tuple[TypedLine, int] | None:  # fmt: skip
    if found.speaker:
        return None
    if before and typed.startswith(SAME_SPEAKER, at):
        end = at + len(SAME_SPEAKER)
        return _marked(replace(found, speaker=before), MarkKind.SPEAKER, at, end)
    match = _SPEAKER.match(typed, at)
    speaker = speaker_codes().get(match[1].lower()) if match else None
    if match is None or speaker is None or typed.startswith(SAME_SPEAKER, match.end() - 1):
        return None
    return _marked(replace(found, speaker=speaker), MarkKind.SPEAKER, at, match.end())


def _read_kind(typed: str, at: int, found: TypedLine) -> tuple[TypedLine, int] | None:
    first = typed[at : at + 1]
    kind = MY_VIEW if first == "!" else QUOTE if first and first in _QUOTES else ""
    return _marked(replace(found, kind=kind), MarkKind.KIND, at, at + 1) if kind else None


def _marked(found: TypedLine, kind: MarkKind, start: int, end: int) -> tuple[TypedLine, int]:
    return replace(found, marks=(*found.marks, Mark(kind, start, end))), end


def _read_tags(
    typed: str, start: int, find_area: FindArea
) -> tuple[tuple[str, ...], tuple[Mark, ...]]:  # fmt: skip
    areas: list[str] = []
    marks: list[Mark] = []
    for match in _TAG.finditer(typed, start):
        if match[1].lower() == CHILD_VOICE:
            marks.append(Mark(MarkKind.CHILD_VOICE, match.start(), match.end()))
            continue
        area = find_area(match[1])
        if area is not None:
            marks.append(Mark(MarkKind.AREA, match.start(), match.end()))
            areas.append(area)
    return tuple(dict.fromkeys(areas)), tuple(marks)


def _without(typed: str, marks: tuple[Mark, ...], start: int) -> str:
    """Take the understood marks out, each with the blanks before it; the rest stays as it is."""
    kept, at = [], start
    for mark in marks:
        kept.append(typed[at : mark.start].rstrip(" \t"))
        at = mark.end
    return "".join((*kept, typed[at:])).strip()


def _unquoted(text: str) -> tuple[str, bool]:
    """Take the closing mark off; words after a closing mark keep both marks in the text."""
    if text and text[-1] in _QUOTES:
        return text[:-1].rstrip(), True
    inside = sum(text.count(mark) for mark in _QUOTES)
    return (f'"{text}' if inside % 2 else text), False


def _closing(typed: str, start: int, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    taken = {place for mark in marks for place in range(mark.start, mark.end)}
    for place in range(len(typed) - 1, start - 1, -1):
        if place not in taken and typed[place] in _QUOTES:
            return (Mark(MarkKind.KIND, place, place + 1),)
    return ()


def _past_blanks(typed: str, at: int) -> int:
    while at < len(typed) and typed[at].isspace():
        at += 1
    return at
