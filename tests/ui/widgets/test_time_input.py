"""Times as people type them."""

from datetime import time

import pytest
from hypothesis import given, strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.keys import press, show_active, type_words
from ui.widgets.time_input import TimeInput, read_time


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("930", time(9, 30)), ("9:30", time(9, 30)), ("9.30", time(9, 30)), ("9", time(9)),
        ("1430", time(14, 30)), ("2.30pm", time(14, 30)), ("2pm", time(14)), ("12am", time(0)),
        ("12.05pm", time(12, 5)), (" 09 30 ", time(9, 30)), ("0", time(0)), ("23:59", time(23, 59)),
    ],
)  # fmt: skip
def test_a_time_is_read(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize(
    "typed", ["", "25:00", "9:60", "14pm", "0am", "half nine", "9:3", "12345", "-1", "9:30:00"]
)
def test_what_is_no_time_is_not_guessed(typed: str) -> None:
    assert read_time(typed) is None


@given(st.times())
def test_the_tidy_form_reads_as_itself(at: time) -> None:
    assert read_time(at.strftime("%H:%M")) == at.replace(second=0, microsecond=0)


@given(st.text(max_size=12))
def test_nothing_typed_ever_fails(typed: str) -> None:
    read_time(typed)


def test_the_box_tidies_itself_when_it_is_left_and_names_what_is_wrong(qtbot: QtBot) -> None:
    box = TimeInput("Start time")
    qtbot.addWidget(box)
    show_active(qtbot, box)
    box.setFocus()
    assert box.problem() == ""
    type_words("945")
    press(Qt.Key.Key_Return)
    assert box.text() == "09:45"
    box.setText("soon")
    press(Qt.Key.Key_Return)
    assert box.text() == "soon"
    assert box.problem() == "Start time must be a time, like 09:30."
    box.set_value(None)
    assert box.text() == ""
