"""What a merge would do, as a table."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from ui.qtmodels.merge_table import MergeRow, MergeTable

ROWS = (
    MergeRow("r1", "New", "Core group, Child C", "Observation", "Sian Lewis"),
    MergeRow("r2", "Two versions: to decide", "Visit", "Case note", "Jay Patel", "Both changed it"),
)


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, look: object) -> None:
    table = MergeTable()
    table.show_rows(ROWS)
    qtmodeltester.check(table)


def test_what_would_happen_stands_first(look: object) -> None:
    table = MergeTable()
    table.show_rows(ROWS)
    first = table.data(table.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert first == "What happens: Two versions: to decide"
    last = table.data(table.index(1, 4), Qt.ItemDataRole.AccessibleTextRole)
    assert last == "To know: Both changed it"
