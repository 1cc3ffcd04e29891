"""The dates of a published inspection, counted again (domain.md §1.4)."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from evidencekit.errors.framework import BadTable
from evidencekit.framework.tables import shipped_text
from evidencekit.framework.working_days import england, read_calendar

HEAD = 'place = "England"\nfirst = 2012\nlast = 2013\nsource = "here"\n'


def days_of(*days: str) -> str:
    return HEAD + "".join(f'\n[[days]]\nday = "{day}"\nname = "A day"\n' for day in days)


def easter_monday(year: int) -> date:
    """Work out Easter by the tables of the Book of Common Prayer (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1) + timedelta(days=1)


def test_the_dates_of_a_published_inspection_come_out() -> None:
    calendar = england()
    assert calendar.between(date(2017, 11, 21), date(2017, 12, 4)) == 9
    assert calendar.between(date(2018, 1, 3), date(2018, 1, 16)) == 9
    assert calendar.between(date(2018, 1, 30), date(2018, 5, 11)) == 70
    assert calendar.after(date(2018, 1, 30), 70) == date(2018, 5, 11)


@pytest.mark.parametrize("year", range(2012, 2031))
def test_every_year_has_its_holidays_on_weekdays(year: int) -> None:
    shut = {date.fromisoformat(one.day) for one in england().days if one.day[:4] == str(year)}
    extra = {2012: 1, 2022: 2, 2023: 1}.get(year, 0)
    assert len(shut) == 8 + extra
    assert all(day.weekday() < 5 for day in shut)
    assert {easter_monday(year), easter_monday(year) - timedelta(days=3)} <= shut
    near_christmas = [day for day in shut if day.month == 12]
    assert len(near_christmas) == 2
    assert min(near_christmas) >= date(year, 12, 25)


@pytest.mark.parametrize(
    "day", ["2012-06-04", "2012-06-05", "2020-05-08", "2022-06-03", "2022-09-19", "2023-05-08"]
)
def test_the_days_of_state_are_kept(day: str) -> None:
    assert not england().is_working(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2012-05-28", "2020-05-04", "2022-05-30"])
def test_a_holiday_that_was_moved_is_a_working_day(day: str) -> None:
    assert england().is_working(date.fromisoformat(day))


@settings(max_examples=50)
@given(st.dates(date(2012, 1, 1), date(2029, 1, 1)), st.integers(min_value=1, max_value=90))
def test_counting_on_and_counting_back_agree(start: date, count: int) -> None:
    calendar = england()
    end = calendar.after(start, count)
    assert end is not None
    assert calendar.is_working(end)
    assert calendar.between(start, end) == count
    assert calendar.between(end, start) == -count


def test_about_other_years_it_knows_nothing() -> None:
    calendar = england()
    assert calendar.between(date(2011, 12, 1), date(2012, 1, 10)) is None
    assert calendar.between(date(2030, 12, 1), date(2031, 1, 10)) is None
    assert calendar.after(date(2030, 12, 20), 20) is None
    assert calendar.between(date(2012, 1, 3), date(2012, 1, 3)) == 0


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (days_of("2012-13-01"), "line 7: a day is written like 2012-12-25"),
        (days_of("2012-12-25", "2014-01-01"), "line 11: the day is not between 2012 and 2013"),
        (days_of("2012-12-25", "2012-12-25"), "line 11: 2012-12-25 stands twice"),
        (HEAD + "[[days]]\nname = 'x'\nday = 5\n", "line 7: day must be text"),
    ],
)
def test_a_bad_calendar_names_the_line_and_the_reason(text: str, why: str) -> None:
    with pytest.raises(BadTable, match=why):
        read_calendar(text, "own.toml")


def test_the_shipped_calendar_is_read_as_it_stands() -> None:
    assert read_calendar(shipped_text("england.toml")) == england()
