"""Rows and columns put things where they are told, and can be emptied."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.lines import clear, column, row, rule


def test_a_row_holds_widgets_rows_and_room(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    line = row(QLabel("a"), None, column(QLabel("b"), QLabel("c")), gap=10)
    box.setLayout(line)
    box.resize(300, 60)
    box.show()
    first, second, third = box.findChildren(QLabel)
    assert first.x() < second.x() == third.x()
    assert second.y() < third.y()
    theme.current().scale_text(2.0)
    assert line.spacing() == 20


def test_clearing_lets_everything_go_at_any_depth(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    line = row(QLabel("a"), column(QLabel("b")), None)
    box.setLayout(line)
    clear(line)
    assert line.count() == 0
    qtbot.waitUntil(lambda: box.findChildren(QLabel) == [])


def test_a_rule_is_one_pixel(qtbot: QtBot) -> None:
    made = rule()
    qtbot.addWidget(made)
    made.ensurePolished()
    assert made.maximumHeight() == 1
