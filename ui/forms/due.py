"""When something is due, in one box: a date, a number of working days, or words as said."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.framework.working_days import england
from evidencekit.records.fields import Field
from ui.forms.control import Control, text_of
from ui.widgets.blank_date import Typed, read_date, split_date
from ui.widgets.heading import label

SAID = "_said"  # the column beside a date that keeps what was said
_SPAN = re.compile(
    r"(?:with)?(?:in)?\s*(\d{1,3})\s*(working days?|wds?|days?|d|weeks?|w)\s*", re.IGNORECASE
)
_WEEK = 7
_NAMED = {"t": 0, "today": 0, "tomorrow": 1}
_TWO = 2


def read_due(words: str, start: date) -> tuple[date | None, bool]:
    """Read a day, and whether the words say more than the day: "10wd" counts from `start`."""
    plain = words.strip().lower()
    if plain in _NAMED:
        return start + timedelta(days=_NAMED[plain]), False
    if (found := _SPAN.fullmatch(plain)) is not None:
        return _after(int(found[1]), found[2], start), True
    return _typed_date(words, start), False


def day_words(day: date) -> str:
    """Write a day as people do: "4 December 2012"."""
    return f"{day.day} {day:%B %Y}"


class DueControl(Control):
    """One box for a date and for what was said of it; nothing typed is ever wrong."""

    def __init__(self, field: Field, today: Callable[[], date]) -> None:
        super().__init__(field)
        self._today = today
        self._day: date | None = None
        self.box = QLineEdit()
        self.box.setPlaceholderText("24 11 12 or 10wd")
        self.read = label("", "hint", wrap=True)
        self.read.hide()
        self.hold(self.box)
        self.column.addWidget(self.read)
        self.box.textEdited.connect(self._on_edited)

    @override
    def value(self) -> Json:
        """Give both answers as one object: the day, and the words when they say more."""
        words = self.box.text().strip()
        found: dict[str, Json] = {}
        if self._day is not None:
            found[self.field.key] = self._day.isoformat()
        if words and (self._day is None or self._says_more(words)):
            found[self.field.key + SAID] = words
        return found or None

    @override
    def set_value(self, value: Json) -> None:
        parts = value if isinstance(value, dict) else {}
        self._day = None
        with suppress(ValueError):
            self._day = date.fromisoformat(text_of(parts.get(self.field.key)))
        said = text_of(parts.get(self.field.key + SAID))
        self.box.setText(said or (f"{self._day.day} {self._day:%b %Y}" if self._day else ""))
        self._show_read()

    def _on_edited(self, words: str) -> None:
        self._day = read_due(words, self._today())[0] if words.strip() else None
        self._show_read()
        self.changed.emit()

    def _says_more(self, words: str) -> bool:
        day, more = read_due(words, self._today())
        return more or day != self._day

    def _show_read(self) -> None:
        words = self.box.text().strip()
        is_plain = self._day is not None and _typed_date(words, self._day) == self._day
        said = day_words(self._day) if self._day is not None and not is_plain else ""
        self.read.setText(said)
        self.read.setVisible(bool(said))
        self.box.setAccessibleDescription(f"Read as {said}." if said else "")


def _after(count: int, unit: str, start: date) -> date | None:
    if unit.startswith("w") and "d" not in unit:
        return start + timedelta(days=count * _WEEK)
    if unit.startswith("d"):
        return start + timedelta(days=count)
    return england().after(start, count)


def _typed_date(words: str, start: date) -> date | None:
    whole = split_date(words)
    if whole is not None:
        return read_date(whole)
    parts = [part for part in re.split(r"[/\-. ]", words.strip()) if part]
    if len(parts) != _TWO:
        return None
    typed = Typed(parts[0], parts[1], str(start.year))
    found = read_date(typed)
    if found is not None and found < start:
        found = read_date(replace(typed, year=str(start.year + 1)))
    return found
