"""A plain page over the whole window: nothing about the case is seen, keys go nowhere (F9)."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override

from ui import theme
from ui.widgets.announce import announce

WORDS = "Screen hidden. Press F9 to carry on."


class Cover(QWidget):
    """Hides the window it lies on, and gives the focus back afterwards."""

    toggled = Signal(bool)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._back: QWidget | None = None
        self.setAccessibleName(WORDS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "none")
        self.setAutoFillBackground(True)
        window.installEventFilter(self)
        self.hide()

    def toggle(self) -> None:
        """Hide the window's contents, or show them again."""
        if self.isVisible():
            self.uncover()
        else:
            self.cover()

    def cover(self) -> None:
        """Lie over the window and take the keyboard."""
        self._back = QApplication.focusWidget()
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, WORDS)
        self.toggled.emit(True)  # noqa: FBT003 - a signal has no keywords

    def uncover(self) -> None:
        """Go away and give the keyboard back."""
        self.hide()
        if self._back is not None and isValid(self._back):
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None
        self.toggled.emit(False)  # noqa: FBT003 - a signal has no keywords

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return False

    @override
    def focusNextPrevChild(self, _forward: bool, /) -> bool:
        return True  # Tab stays here

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("card"))
        painter.setPen(theme.colour("second"))
        painter.setFont(theme.font("lead", 500))
        words = WORDS.replace(". ", "\n").rstrip(".")
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
