"""Dates as exactly as they are known: a day, a month, a year, or about then."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from evidencekit.canonical import Json
from evidencekit.records.given import text

_YEAR, _MONTH = 4, 7  # characters of "2012" and "2012-11"


@dataclass(frozen=True, slots=True, order=True)
class When:
    """The days on which something may have happened, first to last."""

    first: date
    last: date
    is_about: bool = False

    @property
    def is_exact(self) -> bool:
        """Tell whether the day itself is known."""
        return self.first == self.last and not self.is_about

    @property
    def words(self) -> str:
        """Say no more than is known: "19 November 2012", "November 2012", "about 2012"."""
        month = calendar.month_name[self.first.month]
        if self.first == self.last:
            said = f"{self.first.day} {month} {self.first.year}"
        elif self.first.month == self.last.month:
            said = f"{month} {self.first.year}"
        else:
            said = str(self.first.year)
        return f"about {said}" if self.is_about else said


def read_when(answer: Json) -> When | None:
    """Read a date answer or the day of a moment; None for what is no date."""
    if isinstance(answer, Mapping):
        written, precision = text(answer, "date"), text(answer, "precision")
    else:
        written, precision = answer if isinstance(answer, str) else "", ""
    # A full date with the precision "month" is known to the month, whatever day was typed.
    length = {"month": _MONTH, "year": _YEAR}.get(precision, 10)
    return _span(written[:length], is_about=precision == "approx")


def _span(written: str, *, is_about: bool) -> When | None:
    try:
        if len(written) == _YEAR:
            year = date(int(written), 1, 1)
            return When(year, date(year.year, 12, 31), is_about)
        if len(written) == _MONTH:
            month = date.fromisoformat(f"{written}-01")
            days = calendar.monthrange(month.year, month.month)[1]
            return When(month, month.replace(day=days), is_about)
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return When(day, day, is_about)
