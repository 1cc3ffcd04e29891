"""The red bar: what was typed is only in memory, and what can be done about it from any page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.theme import repolish, spaced
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.picture import Decoration

MORE = "Keep this window open. What you typed is still here. It is tried again by itself."


class NotSaved(QFrame):
    """It stays until the words are durable; nothing else closes it."""

    again_asked = Signal()
    copy_asked = Signal()
    rescue_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setProperty("tone", "error")
        self._what = label("", "strong", wrap=True)
        self._why = label("", wrap=True)
        words = QVBoxLayout()
        spaced(words, 2)
        for part in (self._what, self._why):
            words.addWidget(part)
        line = QHBoxLayout(self)
        spaced(line, 12, (14, 10, 10, 10))
        line.addWidget(Decoration("octagon-alert", "error", 20))
        line.addLayout(words, 1)
        self.again = button("Try again", self.again_asked.emit, kind="quiet")
        self.copy = button("Copy all text", self.copy_asked.emit, kind="quiet")
        self.rescue = button("Save a rescue file", self.rescue_asked.emit, kind="quiet")
        words.addWidget(flow(self.again, self.copy, self.rescue))  # below: large text needs room
        self.hide()

    @property
    def words(self) -> str:
        """Give what the bar says, or nothing."""
        return "" if self.isHidden() else self.accessibleName()

    def say(self, since: str, why: str) -> None:
        """Show since when nothing was saved, and why; said aloud once, not at each try."""
        was = self.words
        self._what.setText(f"Not saved since {since}.")
        self._why.setText(f"{why} {MORE}".strip())
        self.setAccessibleName(f"{self._what.text()} {self._why.text()}")
        repolish(self)
        self.show()
        if self.words != was:
            announce(self, self.accessibleName(), at_once=True)
