"""Dates for an analyst: counted from a day that is not told, or moved by weeks that are not."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from evidencekit.canonical import Json
from evidencekit.report.dataset.tables import Cell, Column, Form

_MINUTES = 60
_MONTH, _YEAR = len("2012-11"), len("2012")


class Dates(Enum):
    """How dates go out (decision 0034)."""

    NUMBERS = "numbers"
    SHIFTED = "shifted"


@dataclass(frozen=True, slots=True)
class Clock:
    """What a date is counted from, and by how many weeks it is moved."""

    zero: date | None
    first: int = 0  # the number of that day itself
    weeks: int = 0

    def number(self, day: date) -> int | None:
        """Give the number of a day; None where there is nothing to count from."""
        return (day - self.zero).days + self.first if self.zero else None

    def moved(self, day: date) -> date | None:
        """Give a day moved; None when it would fall out of the calendar."""
        with suppress(OverflowError):
            return day + timedelta(weeks=self.weeks)
        return None


@dataclass(frozen=True, slots=True)
class Clocks:
    """The clock of the inspection and that of the case a record is about."""

    work: Clock
    case: Clock
    zone: str = "UTC"  # where the record's local times were read off


Cells = Callable[[Json, Clocks], tuple[Cell, ...]]


def day_columns(stem: str, means: str, dates: Dates, *, of_case: bool) -> tuple[Column, ...]:
    """Give the columns of a date."""
    stem = stem.removesuffix("_on").removesuffix("_day")
    number = _number(stem, means, of_case=of_case)
    if dates is Dates.NUMBERS:
        return (number,)
    moved = Column(name=f"{stem}_on", form=Form.DAY, means=f"{means} Moved.")
    return (number, moved) if of_case else (moved,)


def day_cells(answer: Json, clocks: Clocks, dates: Dates, *, of_case: bool) -> tuple[Cell, ...]:
    """Give the cells of a date."""
    day, clock = read_day(answer), clocks.case if of_case else clocks.work
    number = clock.number(day) if day else None
    if dates is Dates.NUMBERS:
        return (number,)
    moved = clock.moved(day) if day else None
    return (number, moved) if of_case else (moved,)


def moment_columns(stem: str, means: str, dates: Dates) -> tuple[Column, ...]:
    """Give the columns of a date with a time."""
    stem = stem.removesuffix("_at")
    if stem in {"", "at"}:
        stem = "happened"
    if dates is Dates.NUMBERS:
        return (
            _number(stem, means, of_case=False),
            Column(name=f"{stem}_minute", form=Form.WHOLE, means=f"{means} {MINUTE}"),
        )
    return (Column(name=f"{stem}_at", form=Form.INSTANT, means=f"{means} {MIDNIGHT}"),)


def moment_cells(answer: Json, clocks: Clocks, dates: Dates) -> tuple[Cell, ...]:
    """Give the cells of a date with a time, local to where it was read off."""
    day, minute = read_day(answer), read_minute(str(answer)[11:])
    if dates is Dates.NUMBERS:
        return (clocks.work.number(day) if day else None, minute if day else None)
    moved = clocks.work.moved(day) if day else None
    return (_instant(moved, minute, clocks.zone),)


def read_day(answer: Json) -> date | None:
    """Read a date, or the first day of a month or year; None for anything else."""
    if not isinstance(answer, str):
        return None
    text = {_MONTH: f"{answer}-01", _YEAR: f"{answer}-01-01"}.get(len(answer), answer[:10])
    with suppress(ValueError):
        return date.fromisoformat(text)
    return None


def read_minute(answer: Json) -> int | None:
    """Read a time as minutes since midnight; None for anything else."""
    if not isinstance(answer, str):
        return None
    hours, colon, minutes = answer[:5].partition(":")
    if not (colon and hours.isdecimal() and minutes.isdecimal()):
        return None
    return int(hours) * _MINUTES + int(minutes)


def local_time(moment: datetime, zone: str) -> str:
    """Spell a moment as local time, the way an answer spells it."""
    return f"{moment.astimezone(_zone(zone)):%Y-%m-%dT%H:%M}"


def _number(stem: str, means: str, *, of_case: bool) -> Column:
    counted = COUNTED_IN_CASE if of_case else COUNTED
    name = stem if stem == "day" else f"{stem}_day"
    return Column(name=name, form=Form.WHOLE, means=f"{means} {counted}")


def _instant(day: date | None, minute: int | None, zone: str) -> datetime | None:
    if day is None:
        return None
    midnight = datetime(day.year, day.month, day.day, tzinfo=_zone(zone))
    with suppress(OverflowError):
        return (midnight + timedelta(minutes=minute or 0)).astimezone(UTC)
    return None


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


COUNTED = "Day of the inspection: 1 is the first on site, 0 the day before."
COUNTED_IN_CASE = "Days since the first dated event of this case."
MINUTE = "Minutes since midnight, local time."
MIDNIGHT = "Moved; midnight, local time, where no time was given."
