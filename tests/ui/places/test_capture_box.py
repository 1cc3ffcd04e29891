"""The box itself: what a key asks for, and what it leaves alone."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from evidencekit.framework.pack import FrameworkPack
from evidencekit.records.typed_line import read_line
from tests.ui.keys import press, show_active, type_words
from ui.places.capture_box import LineBox
from ui.places.capture_words import CaptureWords


class Frame(QWidget):
    """A window with one box in it."""

    def __init__(self, pack: FrameworkPack) -> None:
        super().__init__()
        words = CaptureWords(pack)
        self.asked: list[str] = []
        self.box = LineBox(
            "New note", lambda typed: read_line(typed, words.find_area), self.suggest, self
        )
        self._words = words
        self.after = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.box)
        column.addWidget(self.after)
        self.resize(600, 400)

    def suggest(self, typed: str) -> Sequence[tuple[str, str]]:
        self.asked.append(typed)
        return self._words.suggestions(typed)


@pytest.fixture
def frame(pack: FrameworkPack, qtbot: QtBot) -> Frame:
    made = Frame(pack)
    qtbot.addWidget(made)
    show_active(qtbot, made)
    made.box.setFocus()
    return made


def test_enter_files_and_shift_enter_does_not(frame: Frame, qtbot: QtBot) -> None:
    type_words("abc")
    with qtbot.assertNotEmitted(frame.box.filed):
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(frame.box.filed):
        press(Qt.Key.Key_Return)
    assert frame.box.toPlainText() == "abc\n"


def test_keys_ask_for_more_only_from_an_empty_box(frame: Frame, qtbot: QtBot) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(frame.box.up_asked):
        press(Qt.Key.Key_Up)
    with qtbot.waitSignal(frame.box.take_back_asked):
        press(Qt.Key.Key_Z, control)
    with qtbot.waitSignal(frame.box.amend_asked):
        type_words("^")
    type_words("a^")
    assert frame.box.toPlainText() == "a^"
    box = frame.box
    with qtbot.assertNotEmitted(box.up_asked), qtbot.assertNotEmitted(box.take_back_asked):
        press(Qt.Key.Key_Up)
        press(Qt.Key.Key_Z, control)


def test_tab_leaves_the_box_when_no_list_is_open(frame: Frame) -> None:
    type_words("abc")
    press(Qt.Key.Key_Tab)
    assert frame.box.toPlainText() == "abc"
    assert frame.after.hasFocus()


def test_the_list_opens_at_a_mark_and_closes_with_it(frame: Frame) -> None:
    type_words("x #")
    assert frame.box.areas.isVisible()
    type_words("zz")
    assert not frame.box.areas.isVisible()
    assert frame.asked == ["", "z", "zz"]


def test_a_hash_inside_a_word_opens_no_list(frame: Frame) -> None:
    type_words("house#6")
    assert not frame.box.areas.isVisible()


def test_the_list_goes_when_the_keyboard_goes(frame: Frame) -> None:
    type_words("#")
    frame.setFocus()
    frame.box.clearFocus()
    assert not frame.box.areas.isVisible()


def test_marks_are_painted_where_they_stand(frame: Frame) -> None:
    type_words('mo: "abc" #6 #zzz')
    formats = frame.box.document().firstBlock().layout().formats()
    painted = [(each.start, each.length) for each in formats]
    assert (0, 3) in painted
    assert (10, 2) in painted
    assert not any(start <= 13 < start + length for start, length in painted)


def test_escape_is_let_go_from_an_empty_box_unless_it_is_held(frame: Frame, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(frame.box.left):
        press(Qt.Key.Key_Escape)
    frame.box.lets_escape_go = False
    with qtbot.waitSignal(frame.box.left):
        press(Qt.Key.Key_Escape)


def test_the_box_grows_with_what_is_written(frame: Frame) -> None:
    before = frame.box.height()
    frame.box.setPlainText("a\nb\nc\nd")
    assert frame.box.height() > before
    frame.box.clear()
    frame.box.least_lines(1)
    assert frame.box.height() < before


@pytest.mark.parametrize(
    ("at", "before"), [(0, ""), (3, "I w"), (5, "I was"), (6, "I was "), (8, "I was not")]
)
def test_the_parts_round_the_caret_cut_no_word_in_two(frame: Frame, at: int, before: str) -> None:
    frame.box.insertPlainText("I was not 😀 told")
    cursor = frame.box.textCursor()
    cursor.setPosition(at)
    frame.box.setTextCursor(cursor)
    parts = frame.box.parts()
    assert parts.before + parts.after == "I was not 😀 told"
    assert parts.before.split() == {3: "I", 8: "I was"}.get(at, before).split()
