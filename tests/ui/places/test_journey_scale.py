"""Days on a line, a part of it, and days, weeks, months or years named where there is room."""

import itertools
from datetime import date

from evidencekit.analysis.about_dates import When
from ui.places.journey_scale import Scale, scale_of

YEAR = Scale(date(2012, 1, 1), date(2012, 12, 31), 100, 700)


def test_a_later_day_lies_further_right_and_the_ends_at_the_edges() -> None:
    assert YEAR.at(date(2012, 1, 1)) == 100
    assert YEAR.at(date(2012, 12, 31)) == 700
    assert YEAR.at(date(2012, 6, 1)) < YEAR.at(date(2012, 6, 2))


def test_months_are_never_named_closer_than_asked() -> None:
    for least in (40, 80, 200):
        places = [x for x, _ in YEAR.months(least)]
        assert all(b - a >= least * 0.9 for a, b in itertools.pairwise(places))


def test_the_year_is_said_once() -> None:
    names = [name for _, name in Scale(date(2011, 11, 1), date(2012, 2, 1), 0, 900).months(60)]
    assert names == ["Nov 2011", "Dec", "Jan 2012", "Feb"]


def test_close_up_weeks_begin_on_mondays_and_closer_still_every_day_is_named() -> None:
    weeks = Scale(date(2012, 3, 1), date(2012, 4, 1), 0, 600)
    assert [name for _, name in weeks.ticks(68)] == ["5 Mar 2012", "12 Mar", "19 Mar", "26 Mar"]
    days = Scale(date(2012, 3, 1), date(2012, 3, 4), 0, 600)
    assert [name for _, name in days.ticks(68)] == ["1 Mar 2012", "2 Mar", "3 Mar", "4 Mar"]


def test_ten_years_are_named_by_the_year() -> None:
    decade = Scale(date(2002, 6, 1), date(2012, 6, 1), 0, 800)
    assert [name for _, name in decade.ticks(68)][:2] == ["2003", "2004"]


def test_a_part_stays_inside_the_whole() -> None:
    assert YEAR.part(0, 30).last == date(2012, 1, 31)
    assert YEAR.part(9999, 30).last == YEAR.last
    assert YEAR.part(-5, 10_000) == YEAR


def test_the_edges_of_time_do_not_break_it() -> None:
    assert list(Scale(date(9999, 11, 2), date.max, 0, 100).months(10))
    assert list(Scale(date.min, date(1, 2, 3), 0, 100).months(10))
    assert list(Scale(date(9999, 12, 20), date.max, 0, 900).ticks(10))
    assert len(list(Scale(date.min, date.max, 0, 900).ticks(60))) < 60


def test_everything_dated_has_room() -> None:
    dates = [When(date(2012, 6, 3), date(2012, 6, 3)), When(date(2012, 9, 1), date(2012, 9, 30))]
    scale = scale_of(dates, 0, 800)
    assert scale is not None
    assert 0 <= scale.at(date(2012, 6, 3)) < scale.at(date(2012, 9, 30)) <= 800
    assert scale_of([], 0, 800) is None
