"""A date that can be blank: three boxes in UK order, never a calendar alone.

Qt's own date box reads 2000-01-01 when nobody has touched it; evidence needs "not said".
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from evidencekit.clock import SystemClock
from ui import theme
from ui.widgets.button import button
from ui.widgets.flow import Flow
from ui.widgets.heading import label
from ui.widgets.hints import explain

PARTS = ("day", "month", "year")
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_WIDTHS = {"day": 60, "month": 76, "year": 88}
_SEPARATORS = "/-. "
_TWO_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the three boxes."""

    day: str = ""
    month: str = ""
    year: str = ""

    @property
    def is_blank(self) -> bool:
        """Say whether nothing was typed."""
        return not (self.day or self.month or self.year)

    @property
    def missing(self) -> list[str]:
        """Name the parts that are empty."""
        return [part for part in PARTS if not getattr(self, part)]


def read_month(typed: str) -> int | None:
    """Read 11, Nov or November."""
    return int(typed) if typed.isdecimal() else _MONTHS.get(typed[:3].lower())


def read_year(typed: str) -> int | None:
    """Read 2012 or 12."""
    if not typed.isdecimal():
        return None
    return int(typed) + (2000 if len(typed) == _TWO_DIGITS else 0)


def read_date(typed: Typed) -> date | None:
    """Read a whole date, or None when it is none."""
    month, year = read_month(typed.month), read_year(typed.year)
    if month is None or year is None or not typed.day.isdecimal():
        return None
    try:
        return date(year, month, int(typed.day))
    except ValueError:
        return None


def split_date(pasted: str) -> Typed | None:
    """Read 24/11/2012, 24-Nov-12, 24 11 2012 or 2012-11-24 pasted into one box."""
    for separator in _SEPARATORS:
        parts = [part for part in pasted.strip().split(separator) if part]
        if len(parts) == len(PARTS):
            first, second, third = parts
            is_iso = len(first) > _TWO_DIGITS and first.isdecimal()
            return Typed(third, second, first) if is_iso else Typed(first, second, third)
    return None


def date_problem(what: str, typed: Typed) -> str:
    """Name the missing part, or say that there is no such day."""
    if typed.is_blank or read_date(typed) is not None:
        return ""
    if typed.missing:
        return f"{what} must include a {' and a '.join(typed.missing)}."
    return f"{what} must be a real date."


def today_here() -> date:
    """Give today in the local time zone."""
    clock = SystemClock()
    return clock.now().astimezone(ZoneInfo(clock.zone)).date()


class DateInput(QWidget):
    """Day, month and year; `t` is today. Boxes never jump on by themselves."""

    a11y_role: ClassVar[QAccessible.Role] = QAccessible.Role.Grouping
    changed = Signal()

    def __init__(self, what: str, today: Callable[[], date] = today_here) -> None:
        super().__init__()
        self.what, self._today = what, today
        self.setAccessibleName(what)
        line = Flow(gap=12)
        self.setLayout(line)
        self.boxes = {part: self._box(part) for part in PARTS}
        for part, box in self.boxes.items():
            line.addWidget(labelled(part.capitalize(), box))
        name = f"Set {what[:1].lower()}{what[1:]} to today"
        self.today_button = button("Today", self.set_today, kind="quiet", name=name)
        line.addWidget(labelled("", self.today_button))
        self.setFocusProxy(self.boxes["day"])
        self._fit()
        theme.current().look_changed.connect(self._fit)

    def typed(self) -> Typed:
        """Give what stands in the boxes."""
        return Typed(**{part: box.text().strip() for part, box in self.boxes.items()})

    def set_typed(self, typed: Typed) -> None:
        """Show parts of a date as they were typed."""
        for part, box in self.boxes.items():
            box.setText(getattr(typed, part))
        self.changed.emit()

    def value(self) -> date | None:
        """Give the date, or None when blank or half typed."""
        return read_date(self.typed())

    def set_value(self, value: date | None) -> None:
        """Show a date, or nothing."""
        shown = Typed(str(value.day), str(value.month), str(value.year)) if value else Typed()
        self.set_typed(shown)

    def set_today(self) -> None:
        """Show today."""
        self.set_value(self._today())

    def problem(self) -> str:
        """Say what is wrong with what was typed, or nothing."""
        return date_problem(self.what, self.typed())

    def _box(self, part: str) -> QLineEdit:
        box = QLineEdit()
        box.setMaxLength(24)
        box.setAccessibleName(f"{self.what}, {part}")
        explain(box)
        box.textEdited.connect(self._on_edited)
        box.editingFinished.connect(lambda: self._take_apart(box.text()))
        return box

    def _on_edited(self, words: str) -> None:
        if words.strip().lower() == "t":
            self.set_today()
        else:
            self.changed.emit()

    def _take_apart(self, words: str) -> None:
        # On leaving the box, not while typing: 24/11/2 is a whole date before 2012 is typed.
        whole = split_date(words)
        if whole is not None:
            self.set_typed(whole)

    def _fit(self) -> None:
        widths: Mapping[str, int] = _WIDTHS
        for part, box in self.boxes.items():
            box.setFixedWidth(theme.px(widths[part]))


def labelled(words: str, control: QWidget) -> QWidget:
    """Put a small label above a box."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    theme.spaced(column, 2)
    name = label(words, "hint")
    name.setBuddy(control)
    column.addWidget(name)
    column.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft)
    return holder
