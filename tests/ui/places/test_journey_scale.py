"""Days on a line, and months named only where there is room."""

import itertools
from datetime import date

from tests.ui.places.conftest import Known
from tests.ui.places.journeying import read_journey, write_journey
from ui.places.journey_scale import Scale, scale_of
from ui.places.workplace import Workplace

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


def test_the_edges_of_time_do_not_break_it() -> None:
    assert list(Scale(date(9999, 11, 2), date.max, 0, 100).months(10))
    assert list(Scale(date.min, date(1, 2, 3), 0, 100).months(10))


def test_everything_dated_has_room(workplace: Workplace, known: Known) -> None:
    write_journey(workplace, known)
    found, _ = read_journey(workplace, known)
    scale = scale_of(found, 0, 800)
    assert scale is not None
    for event in found.events:
        assert event.when is not None
        assert 0 <= scale.at(event.when.first) <= scale.at(event.when.last) <= 800
