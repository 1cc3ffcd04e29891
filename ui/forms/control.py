"""Control: what every answer box of a form can do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidencekit.canonical import Json
from evidencekit.records.fields import Field
from ui.theme import spaced
from ui.widgets.blank_date import today_here

Choice = tuple[str, str]  # what is kept, what is shown
Words = Callable[[str], Sequence[Choice]]  # the name of a vocabulary to its words
Choices = Callable[[Field], Sequence[Choice]]  # a field to the records or members it may name


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a form takes its words and its choices from."""

    words: Words
    choices: Choices
    today: Callable[[], date] = today_here


class Control(QWidget):
    """One answer: shown, changed and given back as JSON; None is no answer."""

    a11y_role: ClassVar[QAccessible.Role] = QAccessible.Role.Grouping
    changed = Signal()
    reshaped = Signal()  # something to stop at came or went

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self.setObjectName(f"control:{field.key}")
        self.setAccessibleName(field.label)
        self.column = QVBoxLayout(self)
        spaced(self.column, 8)

    def value(self) -> Json:
        """Give the answer, or None when there is none or it is half typed."""
        raise NotImplementedError

    def set_value(self, value: Json) -> None:
        """Show an answer, or what `typed` gave."""
        raise NotImplementedError

    def typed(self) -> Json:
        """Give what stands there even when it is half typed, for a draft."""
        return self.value()

    def problem(self) -> str:
        """Say what is wrong with what was typed, or nothing."""
        return ""

    def reload(self) -> None:
        """Ask again for the choices on offer; the answer stays."""

    def hold(self, box: QWidget) -> None:
        """Make a box the main part of this control, named like it."""
        box.setObjectName(self.field.key)
        if not box.accessibleName():
            box.setAccessibleName(self.field.label)
        self.column.addWidget(box)
        self.setFocusProxy(box)


def text_of(value: Json) -> str:
    """Read a JSON value as text."""
    return value if isinstance(value, str) else ""
