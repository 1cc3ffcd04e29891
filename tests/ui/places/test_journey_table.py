"""The table: one sentence for every row, silences in their place."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.keys import press, show_active
from tests.ui.places.conftest import Known
from tests.ui.places.journeying import read_journey, write_journey
from ui.places.journey_steps import steps_of, with_silences
from ui.places.journey_table import JourneyTable
from ui.places.workplace import Workplace


def test_rows_say_themselves_and_enter_opens_them_but_no_silence(
    workplace: Workplace, known: Known, qtbot: QtBot
) -> None:
    records = write_journey(workplace, known)
    found, snapshot = read_journey(workplace, known)
    table = JourneyTable()
    qtbot.addWidget(table)
    table.show_steps(with_silences(steps_of(found, snapshot), found.silences))
    table.resize(1200, 400)
    show_active(qtbot, table)
    table.setFocus()
    assert table.spoken(0).startswith("3 June 2012. Contact and referral. School. Bruise seen")
    assert table.spoken(1).startswith("between 90 and 119 days in which nothing is recorded")
    assert table.current_key() == records[0]
    press(Qt.Key.Key_Down)
    assert table.current_key() == ""
    with qtbot.assertNotEmitted(table.chosen):
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Down)
    with qtbot.waitSignal(table.chosen) as chosen:
        press(Qt.Key.Key_Return)
    assert chosen.args == [records[1]]
    table.go_to(records[3])
    assert table.current_key() == records[3]
    table.go_to("nothing of that name")
    assert table.current_key() == records[3]


def test_a_narrow_table_leaves_out_what_can_be_read_in_the_record(qtbot: QtBot) -> None:
    table = JourneyTable()
    qtbot.addWidget(table)
    table.resize(500, 400)
    table.show()
    shown = [table.rows.headerData(n, Qt.Orientation.Horizontal) for n in range(6)
             if not table.isColumnHidden(n)]  # fmt: skip
    assert shown == ["When", "Agency", "What happened", "The child"]
