"""The summary takes the focus and leads to each field, also to one far below."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import focused, framed, press, show_active
from ui.widgets.button import Button
from ui.widgets.error_summary import ErrorSummary


@pytest.fixture
def area(qtbot: QtBot) -> Iterator[QScrollArea]:
    made, inner = QScrollArea(), QWidget()
    column = QVBoxLayout(inner)
    column.addWidget(ErrorSummary())
    for number in range(3):
        box = QLineEdit()
        box.setObjectName(f"box {number}")
        column.addWidget(box)
        column.addSpacing(600)
    made.setWidgetResizable(True)
    made.setWidget(inner)
    window = framed(made)
    qtbot.addWidget(window)
    window.resize(500, 300)
    show_active(qtbot, window)
    yield made
    window.hide()


def parts(area: QScrollArea) -> tuple[ErrorSummary, list[QLineEdit]]:
    summary = area.findChild(ErrorSummary)
    assert isinstance(summary, ErrorSummary)
    return summary, area.findChildren(QLineEdit)


def test_the_summary_takes_the_focus_even_for_one_problem(area: QScrollArea) -> None:
    summary, boxes = parts(area)
    summary.show_problems([("Enter a date", boxes[0])])
    assert focused() is summary
    assert summary.accessibleName() == "There is a problem. Enter a date."


def test_a_line_leads_to_a_field_out_of_sight(area: QScrollArea, qtbot: QtBot) -> None:
    summary, boxes = parts(area)
    summary.show_problems([("Enter a date.", boxes[0]), ("Enter a place.", boxes[2])])
    qtbot.waitUntil(lambda: all(b.isVisible() for b in summary.findChildren(Button)))
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    assert focused() is boxes[2]
    assert not boxes[2].visibleRegion().isEmpty()


def test_no_problems_hide_it(area: QScrollArea) -> None:
    summary, boxes = parts(area)
    summary.show_problems([("Enter a date.", boxes[0])])
    summary.show_problems([])
    assert summary.isHidden()
