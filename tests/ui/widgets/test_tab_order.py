"""Tab goes where the eye goes, also to what was added later."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import focused, press, show_active
from ui.widgets.lines import row
from ui.widgets.tab_order import keep_order, stops


def named(name: str) -> QLineEdit:
    box = QLineEdit()
    box.setObjectName(name)
    return box


def test_a_box_put_in_between_is_reached_in_between(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    for name in ("first", "last"):
        column.addWidget(named(name))
    late = row(named("between"), QLabel("no stop"), named("beside"))
    column.insertLayout(1, late)
    keep_order(holder)
    show_active(qtbot, holder)
    next(stops(holder)).setFocus()
    reached = [focused().objectName()]
    for _ in range(4):
        press(Qt.Key.Key_Tab)
        reached.append(focused().objectName())
    assert reached == ["first", "between", "beside", "last", "first"]


def test_what_scrolls_is_looked_into(qtbot: QtBot) -> None:
    area, inner = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    column = QVBoxLayout(inner)
    column.addWidget(named("inside"))
    area.setWidget(inner)
    assert [stop.objectName() for stop in stops(area)] == ["inside"]
