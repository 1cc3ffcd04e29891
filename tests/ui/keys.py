"""Keys as a person sends them: to whatever has the focus now."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

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
