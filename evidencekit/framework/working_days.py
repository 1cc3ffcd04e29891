"""Working days of England: counted, never judged; bank holidays are data."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from evidencekit.framework.shapes import misfit
from evidencekit.framework.tables import read_table, shipped_text

FILE = "england.toml"

_A_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A day on which offices are shut, though it is no Saturday or Sunday."""

    day: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The bank holidays of some years; about other years it knows nothing and says so."""

    place: str
    first: int  # year
    last: int  # year
    source: str
    days: tuple[Holiday, ...]
    _shut: frozenset[date] = field(init=False, repr=False, compare=False, default=frozenset())

    def __post_init__(self) -> None:
        shut = frozenset(found for one in self.days if (found := _day(one.day)) is not None)
        object.__setattr__(self, "_shut", shut)

    def knows(self, *days: date) -> bool:
        """Tell whether all of these days stand in years it knows."""
        return all(self.first <= day.year <= self.last for day in days)

    def is_working(self, day: date) -> bool:
        """Tell whether offices are open on that day."""
        return day.weekday() < _SATURDAY and day not in self._shut

    def between(self, start: date, end: date) -> int | None:
        """Count the working days after `start` up to and with `end`; None in unknown years."""
        if not self.knows(start, end):
            return None
        if end < start:
            count = self.between(end, start)
            return None if count is None else -count
        days = ((start + number * _A_DAY) for number in range(1, (end - start).days + 1))
        return sum(self.is_working(day) for day in days)

    def after(self, start: date, count: int) -> date | None:
        """Give the working day that is the `count`th after `start`; None in unknown years."""
        day = start
        while count > 0 and self.knows(day):
            day += _A_DAY
            count -= self.is_working(day)
        return day if self.knows(start, day) else None


@cache
def england() -> Calendar:
    """Give the calendar that ships with this version."""
    return read_calendar(shipped_text(FILE))


def read_calendar(untrusted: str, file: str = FILE) -> Calendar:
    """Read a calendar; BadTable names the line that is no day, stands twice or is out of place."""
    return read_table(Calendar, untrusted, file, _days_fit)


def _days_fit(calendar: Calendar) -> None:
    seen: set[date] = set()
    for place, one in enumerate(calendar.days):
        day = _day(one.day)
        path = ("days", place, "day")
        if day is None:
            misfit(path, "a day is written like 2012-12-25")
        if not calendar.knows(day):
            misfit(path, f"the day is not between {calendar.first} and {calendar.last}")
        if day in seen:
            misfit(path, f"{one.day} stands twice")
        seen.add(day)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
