"""Dates and amounts in words."""

from datetime import UTC, date, datetime

import pytest

from ui.places.dates import count, day_of, long_day, moment_words, stamp_words

DAY = date(2012, 11, 20)
ZONE = "Europe/London"


def test_a_day_is_spelled_out() -> None:
    assert long_day(date(2012, 11, 4)) == "Sunday 4 November 2012"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2012, 11, 19), "day 1 of 5"),
        (date(2012, 11, 23), "day 5 of 5"),
        (date(2012, 11, 18), "1 day before the first day on site"),
        (date(2012, 11, 24), "after the last day on site"),
    ],
)
def test_the_day_on_site_is_counted(day: date, words: str) -> None:
    assert day_of(day, "2012-11-19", "2012-11-23") == words


@pytest.mark.parametrize(
    ("starts", "ends"),
    [("", ""), ("2012-11-19", ""), ("soon", "later"), ("2012-12-01", "2012-11-01")],
)
def test_dates_that_are_not_set_or_make_no_sense_say_nothing(starts: str, ends: str) -> None:
    assert day_of(DAY, starts, ends) == ""


def test_one_and_many() -> None:
    assert count(1, "note") == "1 note"
    assert count(0, "note") == "0 notes"
    assert count(2, "child", "children") == "2 children"


def test_a_moment_of_today_is_a_time_and_another_has_its_day() -> None:
    assert moment_words(datetime(2012, 11, 20, 10, 46, tzinfo=UTC), ZONE, DAY) == "10:46"
    summer = datetime(2012, 7, 1, 10, 46, tzinfo=UTC)
    assert moment_words(summer, ZONE, DAY) == "11:46 on 1 July"


def test_no_stamp_says_nothing() -> None:
    assert stamp_words("", ZONE, DAY) == ""
    assert stamp_words("2012-11-19T17:30:00Z", ZONE, DAY) == "17:30 on 19 November"
