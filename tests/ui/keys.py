"""Keys as a person sends them: to whatever has the focus now."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from ui.widgets.tab_order import step

PLAIN = Qt.KeyboardModifier.NoModifier


def focused() -> QWidget:
    """Give the widget that has the keyboard."""
    now = QApplication.focusWidget()
    assert now is not None
    return now


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    """Press and let go of one key."""
    QTest.keyClick(focused(), key, modifier)


def type_words(words: str) -> None:
    """Type words, one key at a time, wherever the focus goes."""
    for letter in words:
        QTest.keyClicks(focused(), letter)


def show_active(qtbot: QtBot, widget: QWidget) -> None:
    """Show a widget in the window that has the keyboard."""
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


class Frame(QWidget):
    """A window that walks its own layout with Tab, as that of the app does."""

    @override
    def focusNextPrevChild(self, forward: bool, /) -> bool:
        return step(self, forward=forward)


def framed(widget: QWidget) -> Frame:
    """Put a part of a page into such a window."""
    made = Frame()
    QVBoxLayout(made).addWidget(widget)
    return made
