"""A time as people type it: 930, 9:30, 9.30, 9, 1430, 2.30pm."""

import re
from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from ui import theme
from ui.widgets.hints import PARTS

_TYPED = re.compile(r"\s*(\d{1,2})(?:[:.\s]?(\d{2}))?\s*(am|pm)?\s*", re.IGNORECASE)
_HOURS, _MINUTES, _NOON = 24, 60, 12


def read_time(typed: str) -> time | None:
    """Read a typed time, or None when it is none."""
    found = _TYPED.fullmatch(typed)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    return time(hour, minute) if hour < _HOURS and minute < _MINUTES else None


class TimeInput(QLineEdit):
    """One box; shows the tidy form on leaving it."""

    changed = Signal()

    def __init__(self, what: str) -> None:
        super().__init__()
        self._what = what
        self.setAccessibleName(what)
        self.setAccessibleDescription(PARTS["time"])
        self.setPlaceholderText("09:30")
        self.setMaxLength(12)
        self.textChanged.connect(self.changed)
        self.editingFinished.connect(self._tidy)
        self._fit()
        theme.current().look_changed.connect(self._fit)

    def value(self) -> time | None:
        """Give the time, or None when empty or half typed."""
        return read_time(self.text())

    def set_value(self, value: time | None) -> None:
        """Show a time, or nothing."""
        self.setText(value.strftime("%H:%M") if value else "")

    def problem(self) -> str:
        """Say what is wrong with what was typed, or nothing."""
        if not self.text().strip() or self.value() is not None:
            return ""
        return f"{self._what} must be a time, like 09:30."

    def _tidy(self) -> None:
        value = self.value()
        if value is not None:
            self.set_value(value)

    def _fit(self) -> None:
        self.setFixedWidth(theme.px(104))
