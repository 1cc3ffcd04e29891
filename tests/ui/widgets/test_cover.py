"""The cover hides everything, takes every key, and gives the keyboard back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import focused, press, show_active, type_words
from ui import theme
from ui.widgets.cover import WORDS, Cover


def test_nothing_is_seen_and_nothing_is_typed(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    box = QLineEdit("Child A")
    column.addWidget(box)
    cover = Cover(window)
    window.resize(400, 300)
    show_active(qtbot, window)
    box.setFocus()
    with qtbot.waitSignal(cover.toggled) as told:
        cover.toggle()
    assert told.args == [True]
    assert cover.geometry() == window.rect()
    assert cover.accessibleName() == WORDS
    corner = window.grab().toImage().pixelColor(15, 15)
    assert corner == theme.colour("card")
    type_words("secret")
    press(Qt.Key.Key_Tab)
    assert focused() is cover
    window.resize(500, 350)
    qtbot.waitUntil(lambda: cover.geometry() == window.rect())
    cover.toggle()
    assert focused() is box
    assert box.text() == "Child A"


def test_a_box_that_went_meanwhile_is_not_missed(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = QLineEdit(window)
    cover = Cover(window)
    show_active(qtbot, window)
    box.setFocus()
    cover.toggle()
    box.deleteLater()
    qtbot.waitUntil(lambda: window.findChild(QLineEdit) is None)
    cover.toggle()
    assert not cover.isVisible()
