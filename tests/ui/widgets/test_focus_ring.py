"""The ring follows the keyboard, round what is seen of the focused thing, and never the pointer."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.keys import press, show_active
from ui import theme
from ui.widgets.focus_ring import FocusRing, RingDelegate


class Room(QWidget):
    """A window with a button, a box in a frame, a list, and a long scrolling part."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.button, self.other = QPushButton("Keep"), QPushButton("Leave")
        self.frame, self.box = QFrame(), QLineEdit()
        inner = QVBoxLayout(self.frame)
        inner.addWidget(self.box)
        self.list = QListWidget()
        self.list.addItems(["a", "b"])
        self.list.setItemDelegate(RingDelegate(self.list))
        self.area = QScrollArea()
        body = QWidget()
        long = QVBoxLayout(body)
        self.deep = QPushButton("Deep")
        long.addSpacing(900)
        long.addWidget(self.deep)
        self.area.setWidget(body)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for part in (self.button, self.other, self.frame, self.list, self.area):
            column.addWidget(part)
        self.ring = FocusRing(self)


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    made = Room()
    qtbot.addWidget(made)
    made.resize(400, 500)
    show_active(qtbot, made)
    made.button.setFocus()
    press(Qt.Key.Key_Shift)
    yield made
    made.hide()


def around(room: Room, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(room, QPoint(0, 0)), widget.size()).adjusted(-5, -5, 5, 5)


def test_the_ring_goes_where_tab_goes(room: Room) -> None:
    assert room.ring.geometry() == around(room, room.button)
    press(Qt.Key.Key_Tab)
    assert room.ring.isVisible()
    assert room.ring.geometry() == around(room, room.other)


def test_a_click_shows_no_ring_on_a_button_but_a_text_box_always_has_one(
    room: Room, qtbot: QtBot
) -> None:
    qtbot.mouseClick(room.other, Qt.MouseButton.LeftButton)
    assert not room.ring.isVisible()
    qtbot.mouseClick(room.box, Qt.MouseButton.LeftButton)
    assert room.ring.isVisible()


def test_a_box_can_ask_for_the_ring_round_its_frame_or_for_none(room: Room) -> None:
    room.box.setProperty("ring", "parent")
    room.box.setFocus()
    assert room.ring.geometry() == around(room, room.frame)
    room.other.setProperty("ring", "none")
    room.other.setFocus()
    assert not room.ring.isVisible()


def test_the_ring_moves_with_what_it_rings(room: Room, qtbot: QtBot) -> None:
    room.resize(600, 560)
    qtbot.waitUntil(lambda: room.ring.geometry() == around(room, room.button))
    room.button.hide()  # Qt hands the focus on
    qtbot.waitUntil(lambda: room.ring.geometry() == around(room, room.other))


def test_only_the_part_in_sight_is_ringed(room: Room, qtbot: QtBot) -> None:
    room.deep.setFocus()
    room.area.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: not room.ring.isVisible())
    room.area.ensureWidgetVisible(room.deep)
    qtbot.waitUntil(room.ring.isVisible)


def test_a_list_rings_its_own_row(room: Room) -> None:
    room.list.setCurrentRow(0)
    room.list.setFocus()
    assert not room.ring.isVisible()
    with_focus = room.list.grab().toImage()
    room.button.setFocus()
    assert room.list.grab().toImage() != with_focus


def test_both_lines_of_the_ring_are_drawn(room: Room) -> None:
    drawn = room.ring.grab().toImage()
    middle = drawn.width() // 2
    colours = [drawn.pixelColor(middle, y) for y in range(6)]
    assert theme.colour("focus_outer") in colours
    assert theme.colour("focus_inner") in colours


def test_a_focused_widget_that_goes_takes_the_ring_along(room: Room, qtbot: QtBot) -> None:
    room.button.deleteLater()
    qtbot.waitUntil(lambda: room.ring.geometry() != QRect())
    room.ring.place()


def test_a_scrolling_part_is_ringed_as_a_whole_only_when_it_asks_for_it(room: Room) -> None:
    room.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    room.area.setFocus()
    assert not room.ring.isVisible()
    room.button.setFocus()
    room.area.setProperty("ring", "whole")
    room.area.setFocus()
    assert room.ring.isVisible()
