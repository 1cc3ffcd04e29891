"""Marks no wider and no narrower than their dates are known, none hidden by another."""

from datetime import date

from evidencekit.analysis.about_dates import When
from ui.places.journey_marks import Mark, along, beside, extent, lanes_of, marks_of, rows_of
from ui.places.journey_scale import Scale
from ui.places.journey_steps import ALONE, NOT_SEEN, SEEN, VOICE, Step

DAY = When(date(2012, 6, 3), date(2012, 6, 3))
MONTH = When(date(2012, 6, 1), date(2012, 6, 30))
ABOUT = When(date(2012, 6, 3), date(2012, 6, 3), is_about=True)
YEAR = Scale(date(2012, 1, 1), date(2012, 12, 31), 0, 1460)


def mark(record: str, lane: str = "police", when: When = DAY) -> Mark:
    return Mark(record, lane, when, None, "dot", "accent")


def test_a_day_is_a_point_a_month_a_bar_and_about_reaches_further_than_the_day() -> None:
    wide = {when: b - a for when in (DAY, MONTH, ABOUT)
            for a, b in [extent(mark("a", when=when), YEAR, 26)]}  # fmt: skip
    assert wide[DAY] == 26
    assert round(wide[MONTH]) == round(YEAR.at(MONTH.last) - YEAR.at(MONTH.first))
    assert wide[ABOUT] > 3 * wide[DAY] > wide[DAY]


def test_an_about_at_the_edge_of_time_does_not_break_it() -> None:
    for day in (date.min, date.max):
        first, last = mark("a", when=When(day, day, is_about=True)).reach()
        assert first <= day <= last


def test_seen_not_seen_and_heard_have_marks_of_their_own() -> None:
    seen = Step(key="a", when=DAY, lane="police", child=frozenset({SEEN, ALONE, VOICE}))
    unseen = Step(key="b", when=DAY, lane="gp", child=frozenset({NOT_SEEN}))
    undated = Step(key="c", lane="gp", child=frozenset({SEEN}))
    found = list(marks_of([seen, unseen, undated]))
    assert [(each.record, each.lane, each.is_open) for each in found] == [
        ("a", "police", False), ("a", SEEN, False), ("a", VOICE, False),
        ("b", "gp", False), ("b", SEEN, True),
    ]  # fmt: skip
    assert lanes_of(found) == ("police", "gp", SEEN, VOICE)


def test_marks_of_one_day_stand_below_each_other() -> None:
    rows = rows_of([mark(name) for name in "abcde"], YEAR, 26)
    assert [rows[name, "police"] for name in "abcde"] == [0, 1, 2, 2, 2]
    later = mark("z", when=When(date(2012, 12, 1), date(2012, 12, 1)))
    assert rows_of([mark("a"), later], YEAR, 26)["z", "police"] == 0


def test_stepping_along_goes_by_record_and_stops_at_the_ends() -> None:
    marks = [mark("a"), mark("a", SEEN), mark("b")]
    assert along(marks, None, 1) == marks[0]
    assert along(marks, None, -1) == marks[2]
    assert along(marks, marks[1], 1) == marks[2]
    assert along(marks, marks[2], 1) == marks[2]
    assert along([], None, 1) is None


def test_stepping_across_finds_what_is_nearest_in_time() -> None:
    near, far = mark("n", "gp", MONTH), mark("f", "gp", When(date(2012, 1, 1), date(2012, 1, 1)))
    now = mark("a")
    assert beside([now, far, near], ("police", "gp"), now, 1) == near
    assert beside([now], ("police",), now, -1) is None
