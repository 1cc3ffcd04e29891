"""The marks of the picture: on which lane, how wide for how exact a date, and who is next to whom.

A day is a point; a month is a bar as wide as the month; what is only about then reaches further,
with a soft edge. Nothing is drawn more exactly than it is known.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from evidencekit.analysis.about_dates import When
from ui.places.journey_scale import Scale
from ui.places.journey_steps import ALONE, HEARD, NOT_SEEN, SEEN, VOICE, Step

ABOUT = timedelta(days=10)  # how far the soft edge of "about" reaches, on either side
MOST_ROWS = 3  # marks that would hide one another stand so many deep at most
_CHILD_LANES = (SEEN, VOICE, HEARD)


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing on the picture."""

    record: str
    lane: str
    when: When
    until: When | None
    icon: str
    colour: str
    is_open: bool = False  # drawn without a fill: it says that something was not so

    @property
    def middle(self) -> date:
        """Give the day that stands for it when distances are compared."""
        return self.when.first + (self.when.last - self.when.first) / 2

    def reach(self) -> tuple[date, date]:
        """Give the first and the last day it may have been, soft edges included."""
        spare = ABOUT if self.when.is_about else timedelta()
        first, last = self.when.first, self.when.last
        low = first - spare if first - date.min > spare else date.min
        return low, last + spare if date.max - last > spare else date.max


def marks_of(steps: Iterable[Step]) -> Iterator[Mark]:
    """Give everything dated: what happened, when the child was seen, and what was said."""
    for step in steps:
        if step.when is None:
            continue
        colour = "voice" if step.lane in {HEARD, VOICE} else "accent"
        yield Mark(step.key, step.lane, step.when, step.until, step.icon, colour)
        yield from _about_the_child(step, step.when)


def _about_the_child(step: Step, when: When) -> Iterator[Mark]:
    if ALONE in step.child:
        yield Mark(step.key, SEEN, when, None, "user-check", "seen")
    elif SEEN in step.child:
        yield Mark(step.key, SEEN, when, None, "eye", "seen")
    elif NOT_SEEN in step.child:
        yield Mark(step.key, SEEN, when, None, "eye-off", "caution", is_open=True)
    if VOICE in step.child and step.lane != VOICE:
        yield Mark(step.key, VOICE, when, None, "ear", "voice")


def lanes_of(marks: Iterable[Mark]) -> tuple[str, ...]:
    """Give the lanes in the order in which they begin; the child's own come last."""
    used = dict.fromkeys(mark.lane for mark in marks)
    last = [lane for lane in _CHILD_LANES if lane in used]
    return (*(lane for lane in used if lane not in last), *last)


def rows_of(marks: Sequence[Mark], scale: Scale, side: float) -> dict[tuple[str, str], int]:
    """Say how deep each mark stands in its lane, so that none hides another."""
    ends: dict[str, list[float]] = {}
    rows: dict[tuple[str, str], int] = {}
    for mark in sorted(marks, key=lambda each: (each.middle, each.record)):
        left, right = extent(mark, scale, side)
        taken = ends.setdefault(mark.lane, [])
        row = next((number for number, end in enumerate(taken) if end <= left), len(taken))
        row = min(row, MOST_ROWS - 1)
        taken[row : row + 1] = [max(right, taken[row] if row < len(taken) else right)]
        rows[mark.record, mark.lane] = row
    return rows


def extent(mark: Mark, scale: Scale, side: float) -> tuple[float, float]:
    """Give from where to where a mark is drawn: a point for a day, a bar for more."""
    first, last = mark.reach()
    left, right = scale.at(first), scale.at(last)
    if right - left < side:
        middle = (left + right) / 2
        return middle - side / 2, middle + side / 2
    return left, right


def beside(marks: Sequence[Mark], lanes: Sequence[str], now: Mark, by: int) -> Mark | None:
    """Give the mark of the next lane up or down that lies nearest in time; None at the edge."""
    number = lanes.index(now.lane) + by
    if not 0 <= number < len(lanes):
        return None
    there = [mark for mark in marks if mark.lane == lanes[number]]
    return min(there, key=lambda each: abs((each.middle - now.middle).days), default=None)


def along(marks: Sequence[Mark], now: Mark | None, by: int) -> Mark | None:
    """Give the mark of the next or the previous record in time; the first or last from nowhere."""
    order: dict[str, Mark] = {}
    for mark in marks:
        order.setdefault(mark.record, mark)
    records = list(order)
    if not records:
        return None
    if now is None or now.record not in order:
        return order[records[0 if by > 0 else -1]]
    number = min(max(records.index(now.record) + by, 0), len(records) - 1)
    return order[records[number]]
