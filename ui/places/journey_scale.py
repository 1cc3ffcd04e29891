"""Where days lie on the timeline, how much of it is shown, and which days are named above it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from evidencekit.analysis.about_dates import When

_LEAST_DAYS = 28  # of a whole timeline
LEAST_SHOWN = 10  # days, at the closest
_ROOM = 0.03  # of the whole span, at both ends
_YEAR, _WEEK = 12, 7
_MONTHS = (
    1,
    2,
    3,
    6,
    12,
    24,
    60,
    120,
    600,
    1200,
    6000,
    12_000,
)  # between two names, as there is room
_A_MONTH = 30.44


@dataclass(frozen=True, slots=True)
class Scale:
    """From a day to a place between two pixels."""

    first: date
    last: date
    left: float
    right: float

    @property
    def days(self) -> int:
        """Give how many days lie between the edges."""
        return max(1, (self.last - self.first).days)

    def at(self, day: date) -> float:
        """Give where a day lies; one outside lies outside."""
        share = (day - self.first).days / self.days
        return self.left + share * (self.right - self.left)

    def part(self, start: int, days: int) -> "Scale":
        """Give the same room for so many days only, from a number of days after the first."""
        first = self.first + timedelta(days=min(max(0, start), max(0, self.days - days)))
        return replace(self, first=first, last=first + timedelta(days=min(days, self.days)))

    def ticks(self, least: float) -> Iterator[tuple[float, str]]:
        """Give the days, weeks, months or years to name, at least so many pixels apart."""
        a_day = (self.right - self.left) / self.days
        if a_day * _WEEK < least:
            yield from self.months(least)
            return
        every = 1 if a_day >= least else _WEEK
        start = self.first if every == 1 else _monday(self.first)
        for number in range(0, self.days + 1, every):
            day = _forth(start, timedelta(days=number))
            if day <= self.last:
                named = f"{day.day} {day:%b %Y}" if number == 0 else f"{day.day} {day:%b}"
                yield self.at(day), named

    def months(self, least: float) -> Iterator[tuple[float, str]]:
        """Give the months to name, at least so many pixels apart; whole years when they are far."""
        wide = (self.right - self.left) / self.days * _A_MONTH
        every = next((step for step in _MONTHS if wide * step >= least), _MONTHS[-1])
        year = 0
        for start in _month_starts(self.first, self.last):
            if (start.year * _YEAR + start.month - 1) % every:
                continue
            named = f"{start:%b %Y}" if start.year != year else f"{start:%b}"
            year = start.year
            yield self.at(start), str(start.year) if every >= _YEAR else named


def scale_of(dates: Iterable[When], left: float, right: float) -> Scale | None:
    """Give the scale on which everything dated has room; None without a date."""
    days = [day for when in dates for day in (when.first, when.last)]
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


def _monday(day: date) -> date:
    return _forth(day, timedelta(days=-day.weekday() % _WEEK))


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
