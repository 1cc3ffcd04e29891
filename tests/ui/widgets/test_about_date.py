"""Roughly known dates: a year is enough, and how exact it is stands beside it."""

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.about_date import AboutDateInput, read_about
from ui.widgets.blank_date import Typed


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (Typed("19", "11", "2012"), "2012-11-19"), (Typed("", "Nov", "12"), "2012-11"),
        (Typed("", "", "2012"), "2012"), (Typed("31", "11", "2012"), None),
        (Typed("", "13", "2012"), None), (Typed("19", "", "2012"), None),
        (Typed("19", "11", ""), None),
        (Typed(), None), (Typed("", "", "0"), None), (Typed("", "", "12345"), None),
    ],
)  # fmt: skip
def test_a_day_a_month_or_a_year_is_read(typed: Typed, read: str | None) -> None:
    assert read_about(typed) == read


@pytest.mark.parametrize("date", ["2012-11-19", "2012-03", "2012"])
@pytest.mark.parametrize("precision", ["exact", "month", "approx"])
def test_a_value_comes_back_as_it_was(date: str, precision: str, qtbot: QtBot) -> None:
    box = AboutDateInput("When it happened")
    qtbot.addWidget(box)
    box.set_value({"date": date, "precision": precision})
    assert box.value() == {"date": date, "precision": precision}
    assert box.problem() == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (Typed("19", "11", ""), "When it happened must include a year."),
        (Typed("19", "", "2012"), "When it happened must include a month."),
        (Typed("31", "11", "2012"), "When it happened must be a real date."),
        (Typed(), ""),
    ],
)
def test_the_missing_part_is_named(typed: Typed, said: str, qtbot: QtBot) -> None:
    box = AboutDateInput("When it happened")
    qtbot.addWidget(box)
    box.date.set_typed(typed)
    assert box.problem() == said


def test_saying_how_exact_is_a_change(qtbot: QtBot) -> None:
    box = AboutDateInput("When it happened")
    qtbot.addWidget(box)
    box.set_value(None)
    assert box.value() is None
    with qtbot.waitSignal(box.changed):
        box.precision.pill("approx").click()
