"""Picture and list go together."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.keys import press, show_active
from tests.ui.places.conftest import Known
from tests.ui.places.journeying import read_journey, write_journey
from ui.places.journey_board import JourneyBoard
from ui.places.workplace import Workplace


def test_arrows_step_through_the_list_and_the_picture_follows(
    workplace: Workplace, known: Known, qtbot: QtBot
) -> None:
    records = write_journey(workplace, known)
    board = JourneyBoard()
    qtbot.addWidget(board)
    board.show_journey(*read_journey(workplace, known))
    board.resize(1000, 700)
    show_active(qtbot, board)
    board.cards.setFocus()
    assert board.picture._current == records[0]
    press(Qt.Key.Key_Down)
    assert board.cards.current_key() == ""
    press(Qt.Key.Key_Down)
    assert board.picture._current == records[1]
    with qtbot.waitSignal(board.opened) as opened:
        press(Qt.Key.Key_Return)
    assert opened.args == [records[1], "journey-event"]
    board.picture.picked.emit(records[3])
    assert board.cards.current_key() == records[3]
    assert not board.grab().isNull()
