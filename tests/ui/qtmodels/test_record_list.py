"""The list on screen: keys, clicks, and what a screen reader meets."""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import press, show_active
from ui.qtmodels.record_list import RecordList
from ui.qtmodels.record_table import RecordRow, RecordTable


def page(offset: int, limit: int) -> list[RecordRow]:
    tags = (("In progress", "info"), ("Two versions", "caution"), ("Plain", ""))
    return [
        RecordRow(f"r{n}", f"Note {n}", "A detail", "Mon 10:46", tags=tags[: n % 4])
        for n in range(offset, offset + limit)
    ]


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[RecordList]:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.addWidget(QLineEdit())
    made = RecordList("Notes in this meeting", RecordTable(page, 40))
    column.addWidget(made)
    holder.resize(700, 500)
    show_active(qtbot, holder)
    qtbot.waitUntil(lambda: made.records.row_at(made.records.index(0)) is not None)
    yield made
    holder.hide()


def test_the_first_row_is_current_as_soon_as_the_list_is_reached(shown: RecordList) -> None:
    assert shown.current_key() == ""
    shown.setFocus()
    assert shown.current_key() == "r0"


def test_arrows_point_and_enter_opens(shown: RecordList, qtbot: QtBot) -> None:
    shown.setFocus()
    with qtbot.waitSignal(shown.pointed_at) as pointed:
        press(Qt.Key.Key_Down)
    assert pointed.args == ["r1"]
    with qtbot.waitSignal(shown.opened) as opened:
        press(Qt.Key.Key_Return)
    assert opened.args == ["r1"]


def test_a_click_opens(shown: RecordList, qtbot: QtBot) -> None:
    place = shown.visualRect(shown.records.index(3)).center()
    with qtbot.waitSignal(shown.opened) as opened:
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == ["r3"]


def test_a_screen_reader_meets_every_row_as_a_sentence(shown: RecordList) -> None:
    QAccessible.setActive(True)
    met = QAccessible.queryAccessibleInterface(shown)
    assert met.text(QAccessible.Text.Name) == "Notes in this meeting"
    assert met.childCount() == 40  # those out of sight too
    assert met.child(1).text(QAccessible.Text.Name) == "Note 1. Mon 10:46. In progress. A detail."


def test_new_records_start_at_the_top_with_a_current_row(shown: RecordList, qtbot: QtBot) -> None:
    shown.setFocus()
    shown.setCurrentIndex(shown.records.index(30))
    shown.records.reset(12)
    qtbot.waitUntil(lambda: shown.current_key() == "r0")


@pytest.mark.slow
def test_a_hundred_thousand_rows_paint_about_as_fast_as_a_hundred(qtbot: QtBot) -> None:
    def first_paint(total: int) -> float:
        made = RecordList("Notes", RecordTable(page, total))
        qtbot.addWidget(made)
        made.resize(700, 500)
        start = time.perf_counter()
        made.grab()
        return time.perf_counter() - start

    first_paint(10)
    assert first_paint(100_000) < 10 * first_paint(100) + 0.05
