"""A date that is only roughly known: a year, a month or a day, and how sure that is."""

from collections.abc import Callable, Mapping, Sequence
from datetime import MAXYEAR, date
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import spaced
from ui.widgets.blank_date import DateInput, Typed, read_date, read_month, read_year, today_here
from ui.widgets.segment import Segments

PRECISIONS = (("exact", "Exact"), ("month", "To the month"), ("approx", "About"))
_MONTHS_A_YEAR = 12


def read_about(typed: Typed) -> str | None:
    """Read 2012-11-19, 2012-11 or 2012; None when it is none of them."""
    year, month = read_year(typed.year), read_month(typed.month)
    if year is None or year not in range(1, MAXYEAR + 1):
        return None
    if typed.day:
        whole = read_date(typed)
        return whole.isoformat() if whole else None
    if typed.month:
        is_month = month is not None and 1 <= month <= _MONTHS_A_YEAR
        return f"{year:04}-{month:02}" if is_month else None
    return f"{year:04}"


def _as_typed(text: str) -> Typed:
    year, month, day = (*text.split("-"), "", "")[:3]
    return Typed(day.lstrip("0"), month.lstrip("0"), year)


class AboutDateInput(QWidget):
    """Day and month may be left blank; the person says how exact it is."""

    a11y_role: ClassVar[QAccessible.Role] = QAccessible.Role.Grouping
    changed = Signal()

    def __init__(
        self,
        what: str,
        precisions: Sequence[tuple[str, str]] = PRECISIONS,
        today: Callable[[], date] = today_here,
    ) -> None:
        super().__init__()
        self.what = what
        self.setAccessibleName(what)
        self.date = DateInput(what, today)
        self.precision = Segments(f"How exact: {what}", precisions)
        column = QVBoxLayout(self)
        spaced(column, 8)
        column.addWidget(self.date)
        column.addWidget(self.precision)
        self.setFocusProxy(self.date)
        self.date.changed.connect(self.changed)
        self.precision.chosen.connect(lambda _key: self.changed.emit())

    def value(self) -> Mapping[str, str] | None:
        """Give {"date", "precision"}, or None when blank or half typed."""
        read = read_about(self.date.typed())
        return None if read is None else {"date": read, "precision": self.precision.value()}

    def set_value(self, value: Mapping[str, str] | None) -> None:
        """Show a date and its precision, or nothing."""
        self.date.set_typed(_as_typed(value["date"]) if value else Typed())
        if value:
            self.precision.set_value(value["precision"])

    def problem(self) -> str:
        """Say what is wrong with what was typed, or nothing."""
        typed = self.date.typed()
        if typed.is_blank or read_about(typed) is not None:
            return ""
        if not typed.year:
            return f"{self.what} must include a year."
        if typed.day and not typed.month:
            return f"{self.what} must include a month."
        return f"{self.what} must be a real date."
