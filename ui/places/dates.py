"""Dates and amounts in words, as people read them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from evidencekit import clock


def long_day(day: date) -> str:
    """Spell a day: Tuesday 20 November 2012."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def day_of(day: date, starts: str, ends: str) -> str:
    """Say which day on site it is, or nothing when the days are not set."""
    first, last = _day(starts), _day(ends)
    if first is None or last is None or last < first:
        return ""
    if day < first:
        return f"{count((first - day).days, 'day')} before the first day on site"
    if day > last:
        return "after the last day on site"
    return f"day {(day - first).days + 1} of {(last - first).days + 1}"


def count(number: int, thing: str, things: str = "") -> str:
    """Say how many: 1 note, 2 notes."""
    return f"{number} {thing}" if number == 1 else f"{number} {things or thing + 's'}"


def moment_words(at: datetime, zone: str, today: date) -> str:
    """Say when: 10:46 today, or 10:46 on 19 November."""
    local = at.astimezone(ZoneInfo(zone))
    when = f"{local:%H:%M}"
    return when if local.date() == today else f"{when} on {local.day} {local:%B}"


def stamp_words(stamp: str, zone: str, today: date) -> str:
    """Say when a UTC stamp was, or nothing for none."""
    return moment_words(clock.moment(stamp), zone, today) if stamp else ""


def local_words(text: str) -> str:
    """Spell a local day or moment: 19 November 2012, 10:30; other text stays as it is."""
    day, _, time = text.partition("T")
    found = _day(day)
    if found is None:
        return text
    spelled = f"{found.day} {found:%B %Y}"
    return f"{spelled}, {time[:5]}" if time else spelled


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
