"""Nothing here yet: what to do first, and the button for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import spaced
from ui.widgets.button import button
from ui.widgets.heading import label
from ui.widgets.lines import row
from ui.widgets.picture import Decoration


class Empty(QWidget):
    """Says what would stand here and how to begin."""

    chosen = Signal()

    def __init__(self, what: str = "", more: str = "", action: str = "", icon: str = "") -> None:
        super().__init__()
        self._icon = Decoration(icon or "circle-dashed", "hint", 32)
        self._what = label(what, "h2", wrap=True)
        self._more = label(more, "muted", wrap=True)
        self.button = button(action, self.chosen.emit, kind="primary")
        column = QVBoxLayout(self)
        spaced(column, 12, (6, 32, 6, 32))
        column.addWidget(self._icon)
        column.addWidget(self._what)
        column.addWidget(self._more)
        column.addLayout(row(self.button, None))
        column.addStretch(1)
        self.say(what, more, action, icon)

    def say(self, what: str, more: str = "", action: str = "", icon: str = "") -> None:
        """Change the words; without an action there is no button."""
        self._what.setText(what)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.button.say(action)
        self.button.setVisible(bool(action))
        if icon:
            self._icon.show_icon(icon)
