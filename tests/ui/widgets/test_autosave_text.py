"""What is typed is told soon, at once when the box is left, and never twice."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import focused, press, show_active, type_words
from ui.widgets.autosave_text import AutosaveText


class Room(QWidget):
    """A text box with another box after it."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.text, self.after = AutosaveText("New note"), QLineEdit()
        column.addWidget(self.text)
        column.addWidget(self.after)
        self.told: list[str] = []
        self.text.changed_text.connect(self.told.append)


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    made = Room()
    qtbot.addWidget(made)
    show_active(qtbot, made)
    made.text.setFocus()
    return made


def test_a_burst_of_keys_is_told_once_a_moment_later(room: Room, qtbot: QtBot) -> None:
    type_words("asleep")
    assert room.told == []
    assert room.text.is_waiting
    qtbot.waitUntil(lambda: room.told == ["asleep"])
    assert not room.text.is_waiting


def test_leaving_the_box_tells_at_once_and_tab_leaves_it(room: Room) -> None:
    type_words("asleep")
    press(Qt.Key.Key_Tab)
    assert room.told == ["asleep"]
    assert focused() is room.after


def test_hiding_the_box_tells_at_once(room: Room) -> None:
    type_words("a")
    room.text.hide()
    assert room.told == ["a"]


def test_nothing_new_is_not_told_again(room: Room) -> None:
    type_words("a")
    room.text.flush()
    room.text.flush()
    press(Qt.Key.Key_Tab)
    assert room.told == ["a"]


def test_a_text_that_is_kept_already_is_not_told(room: Room, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(room.text.changed_text, wait=400):
        room.text.show_text("From the store.")
    assert room.text.toPlainText() == "From the store."


def test_long_typing_is_told_while_it_goes_on(room: Room, qtbot: QtBot) -> None:
    count = 0
    while not room.told:
        type_words("x")
        count += 1
        qtbot.wait(10)
    assert room.told[0] == "x" * len(room.told[0])
    assert 0 < len(room.told[0]) <= count
