"""The list at #: where it lies, what it picks."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import show_active
from ui.places.capture_areas import AreaPopup

AREAS = [(str(number), f"Area {number}") for number in range(1, 13)]


class Frame(QWidget):
    """A window with a box at the bottom."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(700, 500)
        self.box = QPlainTextEdit(self)
        self.box.setGeometry(10, 410, 680, 80)
        self.popup = AreaPopup(self.box)


@pytest.fixture
def frame(qtbot: QtBot) -> Frame:
    made = Frame()
    qtbot.addWidget(made)
    show_active(qtbot, made)
    return made


def test_it_lies_above_the_box_and_inside_the_window(frame: Frame) -> None:
    frame.popup.offer(AREAS, QRect(600, 10, 1, 20), frame.box)
    assert frame.popup.isVisible()
    assert frame.popup.geometry().bottom() < frame.box.geometry().top()
    assert frame.rect().contains(frame.popup.geometry())


def test_it_lies_below_a_box_with_no_room_above(frame: Frame) -> None:
    frame.box.setGeometry(10, 10, 600, 80)
    frame.popup.offer(AREAS, QRect(10, 10, 1, 20), frame.box)
    assert frame.popup.geometry().top() > frame.box.geometry().bottom()
    assert frame.rect().contains(frame.popup.geometry())


def test_it_is_as_tall_as_there_is_room_for(frame: Frame) -> None:
    frame.resize(700, 220)
    frame.box.setGeometry(10, 120, 600, 80)
    frame.popup.offer(AREAS, QRect(10, 10, 1, 20), frame.box)
    assert frame.rect().contains(frame.popup.geometry())
    assert not frame.popup.geometry().intersects(frame.box.geometry())


def test_the_keyboard_stays_in_the_box(frame: Frame) -> None:
    frame.box.setFocus()
    frame.popup.offer(AREAS, QRect(0, 0, 1, 20), frame.box)
    assert frame.box.hasFocus()
    assert frame.popup.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert frame.popup.accessibleName() == "Areas"


def test_steps_go_round_and_enter_may_pick_only_after_one(frame: Frame) -> None:
    frame.popup.offer(AREAS, QRect(0, 0, 1, 20), frame.box)
    assert frame.popup.picked() == "1"
    used = [frame.popup.moved]
    frame.popup.step(-1)
    used.append(frame.popup.moved)
    assert used == [False, True]
    assert frame.popup.picked() == "12"
    frame.popup.step(1)
    assert frame.popup.picked() == "1"


def test_nothing_to_offer_hides_it(frame: Frame) -> None:
    frame.popup.offer(AREAS, QRect(0, 0, 1, 20), frame.box)
    frame.popup.offer([], QRect(0, 0, 1, 20), frame.box)
    assert not frame.popup.isVisible()
    assert AreaPopup(frame.box).picked() == ""
