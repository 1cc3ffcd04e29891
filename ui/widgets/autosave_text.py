"""A text box that says what was typed soon after, and at once when it is left."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

_SOON_MS = 300


class AutosaveText(QPlainTextEdit):
    """Tells its text at most every 300 ms. It never touches the disk itself."""

    changed_text = Signal(str)

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._told = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.flush)
        self.textChanged.connect(self._on_text_changed)

    @property
    def is_waiting(self) -> bool:
        """Say whether something typed has not been told yet."""
        return self._soon.isActive()

    def flush(self) -> None:
        """Tell what was typed, if it has not been told."""
        self._soon.stop()
        text = self.toPlainText()
        if text != self._told:
            self._told = text
            self.changed_text.emit(text)

    def show_text(self, text: str) -> None:
        """Show a text that is already kept; nothing is told."""
        self._told = text
        if text != self.toPlainText():
            self.setPlainText(text)
        self._soon.stop()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()

    def _on_text_changed(self) -> None:
        if not self._soon.isActive():
            self._soon.start()
