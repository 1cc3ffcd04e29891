"""Dates and times as people here write them: 19 November 2012, 14:05."""

import re
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from evidencekit.clock import moment

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z", re.ASCII)
_LOCAL = re.compile(r"(\d{4}-\d\d-\d\d)T((?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d)?\Z", re.ASCII)


@lru_cache(maxsize=4096)
def day(text: str) -> str:
    """Spell a day, a month or a year; what is none of these is given back as it came."""
    found = _DAY.match(text)
    if not found:
        return text
    year, month, number = found.groups()
    if not month:
        return year
    if not 1 <= int(month) <= len(MONTHS):
        return text
    name = MONTHS[int(month) - 1]
    if not number:
        return f"{name} {year}"
    return f"{int(number)} {name} {year}" if _is_day(text) else text


def local(text: str) -> str:
    """Spell a local day or moment: 19 November 2012, 10:30."""
    found = _LOCAL.match(text)
    return f"{day(found[1])}, {found[2]}" if found else day(text)


def span(start: str, end: str) -> str:
    """Spell a stretch of time: 19 November 2012, 10:30 to 11:45."""
    if not end or not start:
        return local(start or end)
    first, last = _LOCAL.match(start), _LOCAL.match(end)
    if first and last and first[1] == last[1]:
        return f"{local(start)} to {last[2]}"
    return f"{local(start)} to {local(end)}"


@lru_cache(maxsize=4096)
def written(utc: str, zone: str) -> str:
    """Spell a UTC moment in a place's own time; UTC itself when the place is unknown."""
    try:
        at = moment(utc)
    except ValueError:
        return utc
    place = _zone(zone)
    if place is None:
        return f"{_spell(at)} UTC"
    return _spell(at.astimezone(place))


def _spell(at: datetime) -> str:
    return f"{at.day} {MONTHS[at.month - 1]} {at.year}, {at:%H:%M}"


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
