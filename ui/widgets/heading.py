"""Text on screen: headings that read as headings, and labels by the role they play."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QSizePolicy

HEADINGS = frozenset({"h1", "h2", "h3"})


class Heading(QLabel):
    """A heading; `role` is h1, h2 or h3."""

    a11y_role: ClassVar[QAccessible.Role] = QAccessible.Role.Heading

    def __init__(self, words: str, role: str = "h2") -> None:
        super().__init__(words)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


def label(words: str, role: str = "", *, wrap: bool = False) -> QLabel:
    """Make a text; role: strong, lead, muted, hint, overline, mono, time, error, h1, h2 or h3."""
    if role in HEADINGS:
        return Heading(words, role)
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)  # evidence may hold anything that looks like HTML
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made
