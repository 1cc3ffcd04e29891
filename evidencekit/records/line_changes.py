"""What may be done to lines of a meeting; no change ever loses a word."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from evidencekit.records.meeting_line import MeetingLine, respelt
from evidencekit.records.typed_line import MY_VIEW, OBSERVED, QUOTE, FindArea, read_line
from evidencekit.records.words import VOCABULARIES

_MARKS = '"“”'
_HOUR, _DAY = 60, 24 * 60
_BEFORE_START = 6 * _HOUR  # a note may tell of what came shortly before the meeting


class Typed(NamedTuple):
    """What stands before the caret, and what stands after it."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """When a line is changed, and how marks are read and spelt."""

    moment: str  # "2012-11-19T10:43"
    find_area: FindArea
    speaker_before: str = ""

    def of(self, line: MeetingLine, **parts: object) -> MeetingLine:
        """Give the line with other parts, spelt again, and marked as edited."""
        changed = replace(line, **parts, edited=self.moment)  # type: ignore[arg-type]
        return respelt(changed, self.find_area)


def split(
    line: MeetingLine, typed: Typed, key: str, change: Change
) -> tuple[MeetingLine, MeetingLine] | None:
    """Make two lines of one at the caret; None when one of them would have no words.

    Both keep the time, the areas and the child's voice; the second is said by the same person in
    the same way, unless its own first marks say otherwise.
    """
    first = read_line(typed.before, change.find_area, change.speaker_before)
    second = read_line(typed.after, change.find_area, first.speaker or line.speaker)
    kind = second.kind or line.kind
    text = _balanced(second.text) if kind == QUOTE and not second.kind else second.text
    if not first.text or not text:
        return None
    areas = tuple(dict.fromkeys((*line.areas, *first.areas, *second.areas)))
    child = line.child_voice or first.child_voice or second.child_voice
    kept = replace(line, areas=areas, child_voice=child)
    return (
        change.of(kept, text=first.text),
        change.of(
            kept, key=key, text=text, kind=kind, speaker=second.speaker or line.speaker
        ),
    )  # fmt: skip


def join(above: MeetingLine, below: MeetingLine, change: Change) -> MeetingLine:
    """Make one line of two; where they were said otherwise, the words themselves tell it."""
    is_same = (above.speaker, above.kind) == (below.speaker, below.kind)
    texts = (above.text, below.text) if is_same else (_told(above), _told(below))
    return change.of(
        above,
        text=_between(*texts),
        kind=above.kind if is_same else OBSERVED,
        speaker=above.speaker if is_same else "",
        areas=tuple(dict.fromkeys((*above.areas, *below.areas))),
        child_voice=above.child_voice or below.child_voice,
        polarity=_agreed(above.polarity, below.polarity),
        weight=_agreed(above.weight, below.weight),
        rest={**below.rest, **above.rest},
    )


def at_time(line: MeetingLine, time: str, change: Change) -> MeetingLine:
    """Give the line another time."""
    return change.of(line, time=time)


def shifted(time: str, minutes: int) -> str:
    """Give a time so many minutes later, round midnight."""
    return _spelt((_minutes(time) + minutes) % _DAY)


def with_area(line: MeetingLine, area: str, change: Change) -> MeetingLine:
    """Add an area to a line, or take it away when it is there."""
    left = tuple(each for each in line.areas if each != area)
    return change.of(line, areas=left if area in line.areas else (*line.areas, area))


def place_by_time(lines: Sequence[MeetingLine], time: str, started: str = "") -> int:
    """Give where a line of this time stands: behind the last one that is not later.

    A meeting may pass midnight: times are counted from a while before it started.
    """
    begin = (_minutes(started) - _BEFORE_START) % _DAY if started else 0
    at = (_minutes(time) - begin) % _DAY
    earlier = [
        place
        for place, line in enumerate(lines)
        if not line.time or (_minutes(line.time) - begin) % _DAY <= at
    ]
    return earlier[-1] + 1 if earlier else 0


def _between(above: str, below: str) -> str:
    return f"{above} {below}"


def _told(line: MeetingLine) -> str:
    text = line.text
    if line.kind == QUOTE and text[:1] not in _MARKS:
        text = f"“{text}”"
    who = VOCABULARIES["practitioner-roles"].label_of(line.speaker) if line.speaker else ""
    who = who or ("My view" if line.kind == MY_VIEW else "")
    return f"{who}: {text}" if who else text


def _agreed(one: str, other: str) -> str:
    """Give what both say, or the one that says something; where they differ nobody has decided."""
    return one or other if not (one and other) or one == other else ""


def _balanced(text: str) -> str:
    if sum(text.count(mark) for mark in _MARKS) % 2 and text[-1:] in _MARKS:
        return text[:-1].rstrip()
    return text


def _minutes(time: str) -> int:
    hour, _, minute = time.partition(":")
    return int(hour) * _HOUR + int(minute) if hour.isdigit() and minute.isdigit() else 0


def _spelt(minutes: int) -> str:
    return f"{minutes // _HOUR:02}:{minutes % _HOUR:02}"
