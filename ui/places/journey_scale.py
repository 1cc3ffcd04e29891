"""Where days lie on the timeline, and which months are named above it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from evidencekit.analysis.journey import Journey

_LEAST_DAYS = 28
_ROOM = 0.03  # of the whole span, at both ends
_YEAR = 12


@dataclass(frozen=True, slots=True)
class Scale:
    """From a day to a place between two pixels."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Give where a day lies."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return self.left + share * (self.right - self.left)

    def months(self, least: float) -> Iterator[tuple[float, str]]:
        """Give the months to name, at least so many pixels apart."""
        starts = list(_month_starts(self.first, self.last))
        wide = (self.right - self.left) / max(1, len(starts))
        every = max(1, -(-int(least) // max(1, int(wide))))
        year = 0
        for start in starts[::every]:
            named = f"{start:%b %Y}" if start.year != year else f"{start:%b}"
            year = start.year
            yield self.at(start), named


def scale_of(found: Journey, left: float, right: float) -> Scale | None:
    """Give the scale on which everything dated has room; None without a date."""
    days = [
        day for event in found.events if event.when for day in (event.when.first, event.when.last)
    ]
    days += [event.until.last for event in found.events if event.until]
    days += [day for v in found.voices if v.when for day in (v.when.first, v.when.last)]
    if not days:
        return None
    first, last = min(days), max(days)
    spare = timedelta(days=max(int((last - first).days * _ROOM), 4))
    if (last - first).days < _LEAST_DAYS:
        spare = timedelta(days=_LEAST_DAYS // 2)
    return Scale(_back(first, spare), _forth(last, spare), left, right)


def _back(day: date, by: timedelta) -> date:
    return day - by if day - date.min > by else date.min


def _forth(day: date, by: timedelta) -> date:
    return day + by if date.max - day > by else date.max


def _month_starts(first: date, last: date) -> Iterator[date]:
    start = first.replace(day=1) if first.day == 1 else _next_month(first)
    while start <= last:
        yield start
        if (start.year, start.month) == (date.max.year, _YEAR):
            return
        start = _next_month(start)


def _next_month(day: date) -> date:
    if (day.year, day.month) == (date.max.year, _YEAR):
        return date.max
    return date(day.year + day.month // _YEAR, day.month % _YEAR + 1, 1)
