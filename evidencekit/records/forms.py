"""The form an answer must have, for the kinds of question that hold one value."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from types import MappingProxyType

from evidencekit.canonical import Json
from evidencekit.ids import CROCKFORD
from evidencekit.records.fields import FieldKind
from evidencekit.records.revision import is_revision_id

Amiss = str  # why an answer is not right, as the end of a sentence; "" when it is

MEMBER_LENGTH = 10

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_YEAR = re.compile(r"[0-9]{4}")
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_DIGEST = re.compile(r"[0-9a-f]{128}")

_FILE_KEYS = frozenset({"digest", "name", "size", "type"})
# When it was added; what was left out of it, and the digest it had before.
_FILE_HISTORY = frozenset({"added", "left_out", "original"})


def text(answer: Json) -> Amiss:
    """Ask for text."""
    return "" if isinstance(answer, str) else "it is not text"


def day(answer: Json) -> Amiss:
    """Ask for a day of the calendar."""
    return "" if _is_day(answer) else "a date is written like 2012-11-19"


def time_of_day(answer: Json) -> Amiss:
    """Ask for a time of the day, 24 hours."""
    is_time = isinstance(answer, str) and _TIME.fullmatch(answer)
    return "" if is_time else "a time is written like 09:30"


def moment(answer: Json) -> Amiss:
    """Ask for a day and a time, local."""
    if isinstance(answer, str) and _MOMENT.fullmatch(answer):
        with suppress(ValueError):  # the thirty-first of November has the form and is no day
            datetime.fromisoformat(answer)
            return ""
    return "a date and time is written like 2012-11-19T09:30"


def about_day(answer: Json) -> Amiss:
    """Ask for a date and how exactly it is known; the two must fit each other."""
    if not isinstance(answer, Mapping) or set(answer) != {"date", "precision"}:
        return 'it is written like {"date": "2012-11", "precision": "month"}'
    precision = answer["precision"]
    allowed = _ABOUT.get(precision) if isinstance(precision, str) else None
    if allowed is None:
        return f"the precision is one of: {', '.join(_ABOUT)}"
    if not any(fits(answer["date"]) for fits in allowed):
        return f"the date does not have the form that goes with {precision}"
    return ""


def number(answer: Json) -> Amiss:
    """Ask for a whole number."""
    is_number = isinstance(answer, int) and not isinstance(answer, bool)
    return "" if is_number else "it is not a whole number"


def record(answer: Json) -> Amiss:
    """Ask for the id of a record."""
    is_id = isinstance(answer, str) and _UUID.fullmatch(answer)
    return "" if is_id else "it is not the id of a record"


def member(answer: Json) -> Amiss:
    """Ask for the id of a member of the team."""
    is_id = isinstance(answer, str) and len(answer) == MEMBER_LENGTH
    return "" if is_id and not set(str(answer)) - set(CROCKFORD) else "it is not a member's id"


def revision(answer: Json) -> Amiss:
    """Ask for the id of a revision."""
    return "" if is_revision_id(answer) else "it is not the id of a version"


def attachments(answer: Json) -> Amiss:
    """Ask for a list of files, each named by its digest."""
    if not isinstance(answer, list | tuple):
        return "it is not a list"
    return "" if all(map(_is_file, answer)) else "a file has a digest, a name, a size and a type"


def _is_day(answer: Json) -> bool:
    return isinstance(answer, str) and bool(_DAY.fullmatch(answer)) and _exists(answer)


def _is_month(answer: Json) -> bool:
    return isinstance(answer, str) and bool(_MONTH.fullmatch(answer)) and _exists(f"{answer}-01")


def _is_year(answer: Json) -> bool:
    return isinstance(answer, str) and bool(_YEAR.fullmatch(answer)) and _exists(f"{answer}-01-01")


def _exists(day_text: str) -> bool:
    try:
        date.fromisoformat(day_text)
    except ValueError:
        return False
    return True


_ABOUT: Mapping[str, tuple[Callable[[Json], bool], ...]] = {
    "exact": (_is_day,),
    "month": (_is_month,),
    "year": (_is_year,),
    "approx": (_is_day, _is_month, _is_year),
}


def _is_file(answer: Json) -> bool:
    if not isinstance(answer, Mapping) or set(answer) - _FILE_HISTORY != _FILE_KEYS:
        return False
    if not all(isinstance(answer.get(key, ""), str) for key in _FILE_HISTORY):
        return False
    digest, size = answer["digest"], answer["size"]
    is_digest = isinstance(digest, str) and bool(_DIGEST.fullmatch(digest))
    is_size = not number(size) and isinstance(size, int) and size >= 0
    return is_digest and is_size and all(isinstance(answer[key], str) for key in ("name", "type"))


SINGLE: Mapping[FieldKind, Callable[[Json], Amiss]] = MappingProxyType(
    {
        FieldKind.TEXT: text,
        FieldKind.LONG_TEXT: text,
        FieldKind.DATE: day,
        FieldKind.ABOUT_DATE: about_day,
        FieldKind.TIME: time_of_day,
        FieldKind.MOMENT: moment,
        FieldKind.NUMBER: number,
        FieldKind.RECORD: record,
        FieldKind.MEMBER: member,
        FieldKind.REVISION: revision,
        FieldKind.ATTACHMENTS: attachments,
    }
)
