"""The hands come back to the box they were in, with its caret and its undo."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from evidencekit import canonical
from evidencekit.canonical import Json
from tests.ui.keys import press, show_active, type_words
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.memory import memory_of, recall
from ui.widgets.page import Page


class Room(Page):
    """Two boxes of the same name, a line, a passphrase and a list."""

    def __init__(self) -> None:
        super().__init__("Room")
        self.texts = [AutosaveText("Text"), AutosaveText("Text")]
        self.line, self.secret, self.combo = QLineEdit(), QLineEdit(), QComboBox()
        self.line.setAccessibleName("Line")
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.combo.setEditable(True)
        for each in (*self.texts, self.line, self.secret, self.combo):
            self.body.addWidget(each)


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    made = Room()
    qtbot.addWidget(made)
    show_active(qtbot, made)
    return made


def kept(room: Room) -> dict[str, Json]:
    found: dict[str, Json] = json.loads(canonical.encode(memory_of(room)))
    return found


def test_the_second_of_two_boxes_goes_on_where_it_was(room: Room, qtbot: QtBot) -> None:
    room.texts[1].setFocus()
    type_words("one two")
    press(Qt.Key.Key_Left)
    memory = kept(room)

    other = Room()
    qtbot.addWidget(other)
    show_active(qtbot, other)
    other.texts[1].show_text("one two")
    was = recall(other, memory)

    assert was is other.texts[1]
    assert other.texts[1].textCursor().position() == len("one tw")
    assert other.texts[1].can_undo
    assert not other.texts[0].can_undo


def test_a_line_keeps_its_caret(room: Room) -> None:
    room.line.setFocus()
    type_words("abc")
    press(Qt.Key.Key_Home)
    memory = kept(room)
    press(Qt.Key.Key_End)

    assert recall(room, memory) is room.line
    assert room.line.cursorPosition() == 0


def test_of_a_passphrase_or_a_list_nothing_is_remembered(room: Room) -> None:
    room.secret.setFocus()
    type_words("secret")
    assert kept(room) == {}
    room.combo.setFocus()
    type_words("word")
    assert kept(room) == {}


def test_steps_of_more_than_there_is_room_for_are_let_go_and_the_caret_stays(room: Room) -> None:
    for text in room.texts * 3:
        text.insertPlainText("It says.\n" * 6_700)
    memory = kept(room)
    assert len(canonical.encode(memory)) < 300_000
    for name in ("Text#0", "Text#1"):
        assert "caret" in json.dumps(memory[name])


def test_a_memory_of_boxes_that_are_gone_changes_nothing(room: Room) -> None:
    assert recall(room, {"Other#7": {"caret": 3}, "focus": "Other#7", "scroll": 40}) is None
    assert recall(room, {"Text#0": "no memory", "Line#0": {"caret": "no"}}) is None
