"""Dates in three boxes: blank stays blank, parts are named, pastes are understood."""

from datetime import date

import pytest
from hypothesis import given, strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.keys import focused, press, show_active, type_words
from ui.widgets.blank_date import (
    DateInput,
    Typed,
    date_problem,
    read_date,
    split_date,
    today_here,
)

MONDAY = date(2012, 11, 19)


@pytest.fixture
def box(qtbot: QtBot) -> DateInput:
    made = DateInput("Date of the meeting", lambda: MONDAY)
    qtbot.addWidget(made)
    show_active(qtbot, made)
    made.setFocus()
    return made


@pytest.mark.parametrize(
    ("day", "month", "year", "meant"),
    [
        ("19", "11", "2012", MONDAY), ("19", "Nov", "12", MONDAY),
        ("19", "november", "2012", MONDAY),
        ("1", "2", "03", date(2003, 2, 1)), ("31", "11", "2012", None), ("", "11", "2012", None),
        ("19", "Nob", "2012", None), ("19", "11", "", None), ("x", "11", "2012", None),
        ("29", "2", "2011", None), ("29", "2", "2012", date(2012, 2, 29)),
        ("19", "11", "99999", None),
        ("²", "11", "2012", None),
    ],
)  # fmt: skip
def test_a_date_is_read(day: str, month: str, year: str, meant: date | None) -> None:
    assert read_date(Typed(day, month, year)) == meant


@given(st.text(max_size=8), st.text(max_size=8), st.text(max_size=8))
def test_nothing_typed_ever_fails(day: str, month: str, year: str) -> None:
    typed = Typed(day, month, year)
    read_date(typed)
    assert (date_problem("Date", typed) == "") == (typed.is_blank or read_date(typed) is not None)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_a_pasted_date_is_split(day: date) -> None:
    for shape in ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %m %Y", "%Y-%m-%d", "%d/%m/%y"):
        typed = split_date(day.strftime(shape))
        assert typed is not None
        assert read_date(typed) == day


def test_an_untouched_date_is_blank_and_right(box: DateInput) -> None:
    assert box.value() is None
    assert box.problem() == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (Typed("19", "11"), "Date of the meeting must include a year."),
        (Typed(year="2012"), "Date of the meeting must include a day and a month."),
        (Typed("31", "11", "2012"), "Date of the meeting must be a real date."),
    ],
)
def test_the_missing_part_is_named(box: DateInput, typed: Typed, said: str) -> None:
    box.set_typed(typed)
    assert box.problem() == said


def test_boxes_do_not_jump_on_by_themselves(box: DateInput) -> None:
    type_words("19")
    assert focused() is box.boxes["day"]
    press(Qt.Key.Key_Tab)
    assert focused() is box.boxes["month"]


def test_a_date_typed_into_the_first_box_fills_all_three_on_leaving_it(box: DateInput) -> None:
    type_words("24/11/2012")
    assert box.boxes["day"].text() == "24/11/2012"
    press(Qt.Key.Key_Tab)
    assert [each.text() for each in box.boxes.values()] == ["24", "11", "2012"]
    assert box.value() == date(2012, 11, 24)


def test_today_is_a_key_or_a_button_and_is_asked_for_at_that_moment(box: DateInput) -> None:
    type_words("t")
    assert box.value() == MONDAY
    box.set_value(None)
    assert box.today_button.accessibleName() == "Set date of the meeting to today"
    box.today_button.click()
    assert box.value() == MONDAY


def test_today_here_is_a_day() -> None:
    assert isinstance(today_here(), date)
