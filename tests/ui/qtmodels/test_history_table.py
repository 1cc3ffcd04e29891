"""Every saved state of a record, as a table."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from ui.qtmodels.history_table import HistoryRow, HistoryTable

ROWS = (
    HistoryRow("v2", "19 Nov, 10:43", "Amara Osei", "Time", "Heard it wrong", "Submitted"),
    HistoryRow("v1", "19 Nov, 10:41", "Amara Osei", "Written"),
)


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, look: object) -> None:
    table = HistoryTable()
    table.show_rows(ROWS)
    qtmodeltester.check(table)


def test_a_state_is_said_with_its_reason(look: object) -> None:
    table = HistoryTable()
    table.show_rows(ROWS)
    said = [
        table.data(table.index(0, column), Qt.ItemDataRole.AccessibleTextRole)
        for column in range(table.columnCount())
    ]
    assert said == [
        "When: 19 Nov, 10:43", "Who: Amara Osei", "What changed: Time",
        "Why: Heard it wrong", "State: Submitted",
    ]  # fmt: skip
    assert table.row_at(table.index(1, 0)) == ROWS[1]
