from datetime import UTC, date, datetime

import pytest
from hypothesis import given, strategies as st

from evidencekit.canonical import Json
from evidencekit.report.dataset.days import (
    Clock,
    Clocks,
    Dates,
    day_cells,
    day_columns,
    local_time,
    moment_cells,
    moment_columns,
    read_day,
    read_minute,
)

STARTS = date(2012, 11, 19)
WORK, CASE = Clock(STARTS, 1, weeks=10), Clock(date(2011, 3, 1), 0, weeks=-3)
CLOCKS = Clocks(WORK, CASE, "Europe/London")


def names(*, of_case: bool, dates: Dates, stem: str = "due") -> list[str]:
    return [each.name for each in day_columns(stem, "Due.", dates, of_case=of_case)]


def test_the_first_day_on_site_is_day_1_and_the_day_before_is_0() -> None:
    for day, number in (("2012-11-19", 1), ("2012-11-18", 0), ("2012-11-23", 5)):
        assert day_cells(day, CLOCKS, Dates.NUMBERS, of_case=False) == (number,)


def test_a_childs_dates_are_counted_from_the_case_and_moved_by_its_own_weeks() -> None:
    assert day_cells("2011-03-08", CLOCKS, Dates.NUMBERS, of_case=True) == (7,)
    moved = day_cells("2011-03-08", CLOCKS, Dates.SHIFTED, of_case=True)
    assert moved == (7, date(2011, 2, 15))
    assert names(of_case=True, dates=Dates.SHIFTED) == ["due_day", "due_on"]


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_moved_dates_keep_their_distance_and_their_day_of_the_week(one: date, two: date) -> None:
    first, second = (WORK.moved(day) for day in (one, two))
    assert first is not None
    assert second is not None
    assert (second - first, first.weekday()) == (two - one, one.weekday())


def test_a_moment_is_a_day_and_a_minute_or_an_instant_in_universal_time() -> None:
    assert moment_cells("2012-11-20T10:30", CLOCKS, Dates.NUMBERS) == (2, 630)
    in_summer = Clocks(Clock(STARTS, 1, weeks=0), CASE, "Europe/London")
    assert moment_cells("2012-07-20T10:30", in_summer, Dates.SHIFTED) == (
        datetime(2012, 7, 20, 9, 30, tzinfo=UTC),
    )
    assert [c.name for c in moment_columns("started", "x", Dates.NUMBERS)] == [
        "started_day", "started_minute",
    ]  # fmt: skip
    assert [c.name for c in moment_columns("agreed_at", "x", Dates.SHIFTED)] == ["agreed_at"]


@pytest.mark.parametrize("answer", [None, "", "soon", 7, "2012-13", "2012-02-30", {"date": 1}])
def test_what_is_no_date_gives_nothing(answer: Json) -> None:
    assert read_day(answer) is None
    assert moment_cells(answer, CLOCKS, Dates.NUMBERS)[0] is None
    assert moment_cells(answer, CLOCKS, Dates.SHIFTED) == (None,)


def test_a_month_or_a_year_stands_at_its_first_day() -> None:
    assert (read_day("2012-03"), read_day("2012")) == (date(2012, 3, 1), date(2012, 1, 1))


def test_without_a_day_to_count_from_there_is_no_number() -> None:
    nowhere = Clocks(Clock(None), Clock(None))
    assert day_cells("2012-11-19", nowhere, Dates.NUMBERS, of_case=False) == (None,)


def test_a_date_that_would_fall_out_of_the_calendar_is_left_out() -> None:
    assert WORK.moved(date(9999, 12, 31)) is None
    last = Clocks(Clock(None, weeks=0), CASE, "Pacific/Honolulu")
    assert moment_cells("9999-12-31T23:59", last, Dates.SHIFTED) == (None,)


@pytest.mark.parametrize(
    ("text", "minute"), [("10:30", 630), ("00:00", 0), ("x:y", None), (7, None)]
)
def test_a_time_is_minutes_since_midnight(text: Json, minute: int | None) -> None:
    assert read_minute(text) == minute


def test_a_zone_nobody_knows_is_read_as_universal_time() -> None:
    moment = datetime(2012, 7, 20, 9, 30, tzinfo=UTC)
    assert local_time(moment, "Europe/London") == "2012-07-20T10:30"
    assert local_time(moment, "Nowhere/Land") == "2012-07-20T09:30"
