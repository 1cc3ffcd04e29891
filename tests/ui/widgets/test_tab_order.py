"""Tab goes where the eye goes, also to what was added later."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.keys import Frame, focused, press, show_active
from ui.widgets.lines import row
from ui.widgets.tab_order import step, stops


def named(name: str) -> QLineEdit:
    box = QLineEdit()
    box.setObjectName(name)
    return box


def test_a_box_put_in_between_is_reached_in_between(qtbot: QtBot) -> None:
    holder = Frame()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    for name in ("first", "last"):
        column.addWidget(named(name))
    late = row(named("between"), QLabel("no stop"), named("beside"))
    column.insertLayout(1, late)
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


def walked(key: Qt.Key, times: int) -> list[str]:
    reached = []
    for _ in range(times):
        press(key)
        reached.append(focused().objectName())
    return reached


def test_what_hands_its_focus_on_never_calls_it_back(qtbot: QtBot) -> None:
    frame = Frame()
    qtbot.addWidget(frame)
    column = QVBoxLayout(frame)
    column.addWidget(named("menu"))
    for name in ("day", "year"):
        part = QWidget()
        box = named(name)
        QVBoxLayout(part).addWidget(box)
        part.setFocusProxy(box)
        column.addWidget(part)
    show_active(qtbot, frame)
    next(stops(frame)).setFocus()
    assert walked(Qt.Key.Key_Tab, 4) == ["day", "year", "menu", "day"]
    assert walked(Qt.Key.Key_Backtab, 3) == ["menu", "year", "day"]


def test_of_a_set_tab_stops_at_one_and_it_is_the_chosen_one(qtbot: QtBot) -> None:
    frame = Frame()
    qtbot.addWidget(frame)
    column = QVBoxLayout(frame)
    column.addWidget(named("before"))
    both = [QRadioButton(name) for name in ("yes", "no")]
    for each in both:
        each.setObjectName(each.text())
        column.addWidget(each)
    show_active(qtbot, frame)
    next(stops(frame)).setFocus()
    assert walked(Qt.Key.Key_Tab, 2) == ["yes", "before"]
    both[0].setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    assert both[1].isChecked()
    next(stops(frame)).setFocus()
    assert walked(Qt.Key.Key_Tab, 2) == ["no", "before"]


def test_what_is_hidden_or_off_is_passed_by(qtbot: QtBot) -> None:
    frame = Frame()
    qtbot.addWidget(frame)
    column = QVBoxLayout(frame)
    boxes = {name: named(name) for name in ("a", "hidden", "off", "b")}
    for box in boxes.values():
        column.addWidget(box)
    show_active(qtbot, frame)
    boxes["hidden"].hide()
    boxes["off"].setEnabled(False)
    boxes["a"].setFocus()
    assert walked(Qt.Key.Key_Tab, 2) == ["b", "a"]


def test_from_inside_a_stop_it_goes_on_from_there(qtbot: QtBot) -> None:
    frame = Frame()
    qtbot.addWidget(frame)
    column = QVBoxLayout(frame)
    table = QTableWidget(1, 1)
    table.setObjectName("table")
    table.setTabKeyNavigation(False)
    for part in (named("a"), table, named("b")):
        column.addWidget(part)
    show_active(qtbot, frame)
    table.setFocus()
    assert walked(Qt.Key.Key_Tab, 2) == ["b", "a"]


def test_where_nothing_takes_the_keyboard_nothing_happens(qtbot: QtBot) -> None:
    empty = QWidget()
    qtbot.addWidget(empty)
    assert not step(empty, forward=True)
