"""Picture and table go together."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidencekit.analysis.silences import SEEN_ALONE
from tests.ui.keys import press, show_active, type_words
from tests.ui.places.conftest import Known
from tests.ui.places.journeying import read_journey, write_journey
from ui.places.journey_board import PICTURE, TABLE, JourneyBoard
from ui.places.workplace import Workplace


@pytest.fixture
def board(workplace: Workplace, known: Known, qtbot: QtBot) -> JourneyBoard:
    write_journey(workplace, known)
    made = JourneyBoard()
    qtbot.addWidget(made)
    made.show_journey(*read_journey(workplace, known))
    made.resize(1100, 800)
    show_active(qtbot, made)
    made.table.setFocus()
    return made


def test_picture_and_table_share_what_is_current(board: JourneyBoard, qtbot: QtBot) -> None:
    order = list(dict.fromkeys(mark.record for mark in board.picture.marks))
    assert board.picture.current == order[0]
    press(Qt.Key.Key_Down)
    assert board.picture.current == ""
    press(Qt.Key.Key_Down)
    assert board.picture.current == order[1]
    board.picture.setFocus()
    press(Qt.Key.Key_Right)
    assert board.table.current_key() == order[2] == board.current
    with qtbot.waitSignal(board.opened) as opened:
        press(Qt.Key.Key_Return)
    assert opened.args == [order[2], "journey-event"]
    assert not board.grab().isNull()


def test_the_threshold_and_what_is_listened_for_are_the_readers(board: JourneyBoard) -> None:
    assert board.counted.text() == (
        "Between 132 and 161 days in which nothing is recorded, in 2 stretches of more than"
        " 30 days; the longest between 90 and 119 days, from 3 June 2012 to September 2012."
    )
    board.least.pill("60").click()
    assert board.counted.text() == (
        "Between 90 and 119 days in which nothing is recorded, from 3 June 2012 to September 2012."
    )
    board.least.pill("90").click()
    assert board.counted.text() == "No stretch of more than 90 days in which nothing is recorded."
    board.listen.set_value(SEEN_ALONE)
    board.listen.chosen.emit(SEEN_ALONE)
    assert board.counted.text() == (
        "128 days without a record of the child being seen alone, "
        "from 3 June 2012 to 9 October 2012."
    )
    board.listen.set_value("police")
    board.listen.chosen.emit("police")
    assert board.counted.text().startswith("No stretch")


def test_a_filter_says_how_much_it_hides_and_makes_no_silence(board: JourneyBoard) -> None:
    before = board.counted.text()
    board.filter_on.click()
    board.filter.lists["lane"].set_value("police")
    board.filter.changed.emit()
    assert board.shown.words.text() == "1 of 6 shown."
    assert board.table.rows.rowCount() == 1
    assert board.counted.text() == before
    board.shown.all.click()
    assert board.shown.isHidden()
    assert board.table.rows.rowCount() == 8


def test_either_can_be_shown_alone(board: JourneyBoard) -> None:
    board.shown_as.pill(TABLE).click()
    assert not board.picture.isVisible()
    assert board.table.isVisible()
    assert board.first_stop() is board.table
    board.shown_as.pill(PICTURE).click()
    assert board.picture.isVisible()
    assert not board.table.isVisible()
    assert board.first_stop() is board.picture


def test_the_bar_below_moves_along_what_is_close_up(board: JourneyBoard) -> None:
    assert not board.pan.isVisible()
    board.picture.setFocus()
    type_words("++++")
    assert board.pan.isVisible()
    board.pan.setValue(board.pan.maximum())
    assert board.picture.start == board.pan.maximum()
    type_words("0")
    assert not board.pan.isVisible()
