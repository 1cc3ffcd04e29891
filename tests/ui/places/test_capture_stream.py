"""The list of notes under the arrows."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from evidencekit.framework.pack import FrameworkPack
from evidencekit.records.meeting_line import line_of
from tests.ui.keys import press, show_active
from tests.ui.places.meeting import LINES
from ui.places.capture_lines import LineModel
from ui.places.capture_stream import Stream
from ui.places.capture_words import CaptureWords


@pytest.fixture
def stream(pack: FrameworkPack, qtbot: QtBot) -> Stream:
    lines = LineModel(CaptureWords(pack))
    lines.show_lines([line_of(row) for row in LINES])
    made = Stream(lines)
    qtbot.addWidget(made)
    made.resize(700, 400)
    show_active(qtbot, made)
    return made


def test_arriving_stands_on_the_last_note(stream: Stream) -> None:
    stream.clearFocus()
    stream.setFocus()
    assert stream.currentIndex().row() == 2
    stream.to_last()
    assert stream.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_a_key_asks_to_change_the_note(stream: Stream, qtbot: QtBot, key: Qt.Key) -> None:
    stream.to_last()
    press(Qt.Key.Key_Up)
    with qtbot.waitSignal(stream.change_asked) as asked:
        press(key)
    assert asked.args == ["b"]


def test_delete_asks_to_remove_it(stream: Stream, qtbot: QtBot) -> None:
    stream.to_last()
    with qtbot.waitSignal(stream.removal_asked) as asked:
        press(Qt.Key.Key_Delete)
    assert asked.args == ["c"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Down])
def test_escape_or_down_from_the_last_leads_to_the_box(
    stream: Stream, qtbot: QtBot, key: Qt.Key
) -> None:
    stream.to_last()
    with qtbot.waitSignal(stream.left):
        press(key)


def test_a_double_click_asks_to_change_it(stream: Stream, qtbot: QtBot) -> None:
    place = stream.visualRect(stream.lines.index(0)).topLeft() + QPoint(80, 20)
    with qtbot.waitSignal(stream.change_asked) as asked:
        QTest.mouseDClick(stream.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == ["a"]


def test_an_editor_lies_on_its_note_until_it_settles(stream: Stream, qtbot: QtBot) -> None:
    editor = QWidget()
    editor.setMinimumHeight(150)
    stream.change("b", editor)
    assert stream.is_changing("b")
    qtbot.waitUntil(lambda: stream.visualRect(stream.lines.index(1)).height() >= 150)
    assert editor.isVisible()
    stream.settle()
    assert not stream.is_changing("b")
    qtbot.waitUntil(lambda: stream.visualRect(stream.lines.index(1)).height() < 150)


def test_rows_never_overlap_at_any_width(stream: Stream, qtbot: QtBot) -> None:
    for width in (300, 500, 900):
        stream.resize(width, 400)
        stream.doItemsLayout()
        rects = [stream.visualRect(stream.lines.index(row)) for row in range(3)]
        assert rects[0].bottom() < rects[1].top() + 1
        assert rects[1].bottom() < rects[2].top() + 1


def test_an_empty_stream_says_what_to_do(stream: Stream) -> None:
    stream.lines.show_lines([])
    said = stream.grab().toImage()
    stream.lines.show_lines([line_of(LINES[0])])
    assert stream.grab().toImage() != said
    stream.lines.show_lines([])
    stream.to_last()
    assert not stream.currentIndex().isValid()
