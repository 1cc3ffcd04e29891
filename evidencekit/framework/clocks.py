"""Say how long something took beside what is published: a count, never a verdict."""

from datetime import date
from typing import assert_never

from evidencekit.framework.prompts import Clock, Unit
from evidencekit.framework.working_days import Calendar, england

_MONTHS = 12
_UNIT = {Unit.WORKING_DAYS: "working day", Unit.MONTHS: "month"}


def clock_words(clock: Clock, start: date, held: date) -> str:
    """Say how long after `start` it was held, and what is published.

    "Held 17 working days after the strategy discussion. Working Together … says 15."
    """
    if held < start:
        return f"Held before {clock.counted_from}, by the dates recorded."
    span = _span(clock.unit, start, held)
    if not span:
        return f"The working days since {clock.counted_from} stand in no calendar held here."
    return f"Held {span} after {clock.counted_from}. {published(clock)}"


def published(clock: Clock) -> str:
    """Say what is published about a clock: "Working Together … says 3 months"."""
    span = _many(clock.at_most, _UNIT[clock.unit])
    about = f" for {clock.label}" if clock.label else ""
    return f"{clock.source} says {span}{about}."


def due_words(due: date, held: date, calendar: Calendar | None = None) -> str:
    """Say how a day lies to the day it was due by on the local record."""
    count = (calendar or england()).between(due, held)
    if due == held:
        return "Held on the day it was due by."
    if count is None:
        span = _many(abs((held - due).days), "day")
    else:
        span = _many(abs(count), "working day")
    return f"Held {span} {'after' if held > due else 'before'} the day it was due by."


def _span(unit: Unit, start: date, held: date) -> str:
    match unit:
        case Unit.WORKING_DAYS:
            count = england().between(start, held)
            return "" if count is None else _many(count, _UNIT[unit])
        case Unit.MONTHS:
            return months_words(start, held)
        case never:
            assert_never(never)


def months_words(start: date, end: date) -> str:
    """Say the time between two days in whole months and the days left over."""
    months = (end.year - start.year) * _MONTHS + end.month - start.month
    if months and _later_by(start, months) > end:
        months -= 1
    days = (end - _later_by(start, months)).days
    parts = [_many(months, "month")] if months else []
    if days or not months:
        parts.append(_many(days, "day"))
    return " and ".join(parts)


def _later_by(start: date, months: int) -> date:
    """Give the same day some months later, or the last day of a month that is shorter."""
    whole = start.month - 1 + months
    year, month = start.year + whole // _MONTHS, whole % _MONTHS + 1
    for day in (start.day, 30, 29, 28):
        try:
            return date(year, month, min(day, start.day))
        except ValueError:
            continue
    return date(year, month, 28)


def _many(count: int, of: str) -> str:
    return f"{count} {of}{'' if count == 1 else 's'}"
