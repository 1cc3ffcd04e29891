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


CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_undo_and_redo_go_word_by_word(room: Room) -> None:
    type_words("The baby was")
    press(Qt.Key.Key_Z, CTRL)
    assert room.text.toPlainText() == "The baby "
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    press(Qt.Key.Key_Y, CTRL)
    assert room.text.toPlainText() == "The baby was"
    assert not room.text.can_redo
    assert room.text.textCursor().position() == len("The baby was")


def test_another_box_goes_on_with_caret_and_undo_of_the_last_session(room: Room) -> None:
    type_words("The baby was aslep")
    press(Qt.Key.Key_Left)
    memory, text = room.text.memory(), room.text.toPlainText()

    room.text.show_text("")
    assert not room.text.can_undo
    room.text.show_text(text)
    room.text.recall(memory)
    type_words("e")

    assert room.text.toPlainText() == "The baby was asleep"
    for expected in ("The baby was aslep", "The baby was ", "The baby ", "The ", ""):
        press(Qt.Key.Key_Z, CTRL)
        assert room.text.toPlainText() == expected
    press(Qt.Key.Key_Z, CTRL)
    assert room.text.toPlainText() == ""


def test_what_was_undone_before_the_end_can_be_redone_after_it(room: Room) -> None:
    type_words("one two")
    press(Qt.Key.Key_Z, CTRL)
    memory, text = room.text.memory(), room.text.toPlainText()

    room.text.show_text("")
    room.text.show_text(text)
    room.text.recall(memory)
    press(Qt.Key.Key_Y, CTRL)

    assert room.text.toPlainText() == "one two"


def test_a_memory_of_another_text_changes_nothing(room: Room) -> None:
    room.text.show_text("Short.")
    room.text.recall({"caret": 900, "undo": [[4, "", "other words"]]})

    press(Qt.Key.Key_Z, CTRL)

    assert room.text.toPlainText() == "Short."
    assert room.text.textCursor().position() == len("Short.")
    assert not room.text.can_undo


def test_lines_pasted_text_and_signs_beyond_the_plane_are_undone_whole(room: Room) -> None:
    room.text.insertPlainText("He \U0001f600\nshe")
    press(Qt.Key.Key_Return)
    type_words("x")
    for _ in range(3):
        press(Qt.Key.Key_Z, CTRL)
    assert room.text.toPlainText() == ""
    for _ in range(3):
        press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert room.text.toPlainText() == "He \U0001f600\nshe\nx"


def test_what_was_undone_is_told_to_be_kept(room: Room) -> None:
    type_words("one two")
    room.text.flush()
    press(Qt.Key.Key_Z, CTRL)
    room.text.flush()
    assert room.told == ["one two", "one "]


def test_the_menu_of_the_box_offers_its_own_undo(room: Room) -> None:
    type_words("one")
    menu = room.text.standard_menu()
    by_name = {action.objectName(): action for action in menu.actions()}
    assert by_name["edit-undo"].isEnabled()
    assert not by_name["edit-redo"].isEnabled()
    by_name["edit-undo"].trigger()
    assert room.text.toPlainText() == ""
    menu.deleteLater()


def test_a_text_that_is_only_read_is_not_undone(room: Room) -> None:
    type_words("one")
    room.text.setReadOnly(True)
    room.text.undo()
    room.text.redo()
    assert room.text.toPlainText() == "one"
    assert not room.text.can_undo
