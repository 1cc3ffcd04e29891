"""Tables of plain values: sentences for cells, arrows, Enter, and Tab that leaves."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.keys import focused, press, show_active
from ui.qtmodels.table import Column, TableView, ValueTable

Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Key:
    keys: str
    does: str


@pytest.fixture
def table(look: object) -> ValueTable[Key]:
    made = ValueTable[Key](
        (Column("Keys", lambda key: key.keys), Column("What it does", lambda key: key.does))
    )
    made.show_rows((Key("F9", "Hides the screen"), Key("F11", "")))
    return made


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, table: ValueTable[Key]) -> None:
    qtmodeltester.check(table)


def test_a_cell_says_its_column_too(table: ValueTable[Key]) -> None:
    said = [table.data(table.index(0, c), Role.AccessibleTextRole) for c in (0, 1)]
    assert said == ["Keys: F9", "What it does: Hides the screen"]
    assert table.data(table.index(1, 1), Role.AccessibleTextRole) == "What it does: nothing"
    assert table.data(table.index(1, 1), Role.DisplayRole) == ""


def test_headers_and_rows_can_be_asked_for(table: ValueTable[Key]) -> None:
    assert table.headerData(1, Qt.Orientation.Horizontal) == "What it does"
    assert table.headerData(9, Qt.Orientation.Horizontal) is None
    assert table.headerData(0, Qt.Orientation.Vertical) == "1"
    assert table.headerData(0, Qt.Orientation.Horizontal, Role.DecorationRole) is None
    assert table.data(table.index(1, 0), Role.UserRole) == Key("F11", "")


def test_enter_opens_the_row_and_tab_leaves_the_table(table: ValueTable[Key], qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    view, after = TableView("Keys", table), QLineEdit()
    column.addWidget(view)
    column.addWidget(after)
    show_active(qtbot, holder)
    view.setFocus()
    press(Qt.Key.Key_Down)
    with qtbot.waitSignal(view.opened) as opened:
        press(Qt.Key.Key_Return)
    assert opened.args == [1]
    press(Qt.Key.Key_Tab)
    assert focused() is after


def test_rows_of_one_line_are_not_measured_one_by_one(look: object, qtbot: QtBot) -> None:
    asked: list[Key] = []

    def words(key: Key) -> str:
        asked.append(key)
        return key.keys

    model = ValueTable[Key]((Column("Keys", words),))
    view = TableView("Keys", model, one_line=True)
    qtbot.addWidget(view)
    show_active(qtbot, view)
    model.show_rows([Key(f"F{number}", "") for number in range(5000)])
    view.setCurrentIndex(model.index(0, 0))
    view.grab()
    assert 0 < len({key.keys for key in asked}) < 200
