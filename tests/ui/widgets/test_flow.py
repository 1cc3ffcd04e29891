"""A row that wraps keeps everything inside, at any width."""

import pytest
from hypothesis import given, settings, strategies as st
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.flow import Flow, flow


def filled(widths: list[int], *, right: bool = False) -> tuple[QWidget, list[QLabel]]:
    labels = []
    for width in widths:
        part = QLabel()
        part.setFixedSize(width, 20)
        labels.append(part)
    return flow(*labels, right=right), labels


@given(st.lists(st.integers(10, 300), min_size=1, max_size=12), st.integers(300, 900))
@settings(max_examples=40, deadline=None)
def test_nothing_overlaps_and_nothing_leaves_the_box(widths: list[int], room: int) -> None:
    box, labels = filled(widths)
    layout = box.layout()
    assert isinstance(layout, Flow)
    layout.setGeometry(QRect(0, 0, room, layout.heightForWidth(room)))
    places = [label.geometry() for label in labels]
    assert all(QRect(0, 0, room, layout.heightForWidth(room)).contains(p) for p in places)
    assert not any(a.intersects(b) for n, a in enumerate(places) for b in places[n + 1 :])
    order = [(place.y(), place.x()) for place in places]
    assert order == sorted(order)
    box.deleteLater()


@pytest.mark.parametrize(("room", "lines"), [(400, 1), (230, 2), (110, 3)])
def test_it_wraps_when_there_is_no_more_room(room: int, lines: int, qtbot: QtBot) -> None:
    box, _ = filled([100, 100, 100])
    qtbot.addWidget(box)
    layout = box.layout()
    assert layout is not None
    assert layout.heightForWidth(room) == lines * 20 + (lines - 1) * 8


def test_it_can_lean_to_the_right(qtbot: QtBot) -> None:
    box, labels = filled([100], right=True)
    qtbot.addWidget(box)
    layout = box.layout()
    assert isinstance(layout, Flow)
    layout.setGeometry(QRect(0, 0, 300, 20))
    assert labels[0].x() == 200
    layout.lean_right(on=False)
    layout.setGeometry(QRect(0, 0, 300, 20))
    assert labels[0].x() == 0


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    box, labels = filled([100, 100])
    qtbot.addWidget(box)
    labels[0].hide()
    layout = box.layout()
    assert isinstance(layout, Flow)
    assert layout.sizeHint().width() == 100


def test_parts_can_be_counted_and_taken_out(qtbot: QtBot) -> None:
    box, labels = filled([10, 20])
    qtbot.addWidget(box)
    layout = box.layout()
    assert isinstance(layout, Flow)
    assert layout.count() == 2
    assert layout.itemAt(5) is None
    taken = layout.takeAt(0)
    assert taken is not None
    assert taken.widget() is labels[0]
    assert layout.takeAt(5) is None
