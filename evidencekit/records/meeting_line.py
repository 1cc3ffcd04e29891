"""A line of an observation: as JSON keeps it, as a value, and as a hand would type it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from evidencekit.canonical import Json
from evidencekit.records.typed_line import (
    CHILD_VOICE,
    MY_VIEW,
    OBSERVED,
    QUOTE,
    FindArea,
    code_of,
    read_line,
)

_OPENING = {QUOTE: '"', MY_VIEW: "!"}
_CLOSING = {QUOTE: '"'}
_TEXTS = ("key", "time", "speaker", "kind", "text", "polarity", "weight", "typed", "edited")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLine:
    """One line that was filed; `rest` holds what a newer version wrote."""

    key: str
    text: str
    time: str = ""
    speaker: str = ""
    kind: str = OBSERVED
    areas: tuple[str, ...] = ()
    child_voice: bool = False
    polarity: str = ""  # what it shows of its areas; "" until it was sorted
    weight: str = ""
    typed: str = ""
    edited: str = ""
    rest: Mapping[str, Json] = field(
        default_factory=lambda: MappingProxyType({}), compare=False, repr=False
    )

    def to_json(self) -> dict[str, Json]:
        """Spell this line for the record; what is blank is left out."""
        words: dict[str, Json] = {name: getattr(self, name) for name in _TEXTS}
        words["areas"] = list(self.areas)
        words["child_voice"] = "yes" if self.child_voice else ""
        return {**self.rest, **{name: value for name, value in words.items() if value}}


def line_of(row: Mapping[str, Json]) -> MeetingLine:
    """Read a line from the record."""
    rest = dict(row)
    words = {name: _text(rest.pop(name, "")) for name in _TEXTS}
    areas = rest.pop("areas", ())
    child = rest.get("child_voice")
    if child == "yes":
        del rest["child_voice"]  # "no" and "unclear" were said by somebody and stay as they are
    return MeetingLine(
        **{**words, "kind": words["kind"] or OBSERVED},
        areas=tuple(_text(area) for area in areas) if isinstance(areas, list | tuple) else (),
        child_voice=child == "yes",
        rest=MappingProxyType(rest),
    )


def lines_of(fields: Mapping[str, Json]) -> tuple[MeetingLine, ...]:
    """Read the lines of an observation; a line without a key is named by its place."""
    rows = fields.get("lines")
    found = (
        [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list | tuple) else []
    )
    return tuple(
        line_of(row if row.get("key") else {**row, "key": f"line-{place}"})
        for place, row in enumerate(found, 1)
    )


def spelt(line: MeetingLine, find_area: FindArea) -> str:
    """Give the line with its marks, so that reading it again gives the same line."""
    if line.typed and _says(line, line.typed, find_area):
        return line.typed
    code = code_of(line.speaker)
    opening, closing = _OPENING.get(line.kind, ""), _CLOSING.get(line.kind, "")
    if any(mark in line.text for mark in '"“”') and line.kind == QUOTE:
        opening, closing = ("", "") if line.text.startswith('"') else (opening, closing)
    tags = [f"#{area}" for area in line.areas] + ([f"#{CHILD_VOICE}"] if line.child_voice else [])
    said = f"{opening}{line.text}{closing}"
    return " ".join(part for part in (f"{code}:" if code else "", said, *tags) if part)


def respelt(line: MeetingLine, find_area: FindArea) -> MeetingLine:
    """Give the line with its typed form made new, after something other than typing changed it."""
    return replace(line, typed=spelt(replace(line, typed=""), find_area))


def joined(
    now: Sequence[MeetingLine], kept: Sequence[MeetingLine]
) -> tuple[MeetingLine, ...]:  # fmt: skip
    """Join lines of a record with those of an older draft: nothing is lost, later edits win."""
    by_key = {line.key: line for line in now}
    for line in kept:
        there = by_key.get(line.key)
        if there is None or line.edited > there.edited:
            by_key[line.key] = line
    return tuple(sorted(by_key.values(), key=lambda line: line.time))


def _says(line: MeetingLine, typed: str, find_area: FindArea) -> bool:
    read = read_line(typed, find_area)
    same_kind = (read.kind or OBSERVED) == line.kind
    same_words = (read.text, read.speaker) == (line.text, line.speaker)
    return same_kind and same_words and set(read.areas) == set(line.areas)


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""
