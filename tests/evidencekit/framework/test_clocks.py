from datetime import date

import pytest

from evidencekit.framework.clocks import clock_words, due_words, months_words, published
from evidencekit.framework.prompts import Clock, shipped_prompts

JUDGING = ("late", "overdue", "breach", "fail", "good", "poor", "only")


def clock(kind: str, number: int = 0) -> Clock:
    return shipped_prompts().kind(kind).clocks[number]


def test_a_conference_is_counted_in_working_days() -> None:
    said = clock_words(clock("icpc"), date(2012, 10, 1), date(2012, 10, 24))
    assert said == (
        "Held 17 working days after the strategy discussion. "
        "Working Together to Safeguard Children says 15 working days."
    )


def test_a_holiday_between_is_not_counted() -> None:
    said = clock_words(clock("core-group"), date(2012, 12, 21), date(2013, 1, 2))
    assert said.startswith("Held 5 working days after the initial conference.")


def test_a_review_is_counted_in_months_and_days() -> None:
    said = clock_words(clock("review-conference"), date(2012, 8, 1), date(2012, 11, 13))
    assert said == (
        "Held 3 months and 12 days after the initial conference. "
        "Working Together to Safeguard Children says 3 months for the first review."
    )


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2012, 8, 31), date(2012, 11, 30), "3 months"),
        (date(2012, 8, 31), date(2012, 12, 1), "3 months and 1 day"),
        (date(2012, 1, 31), date(2012, 2, 29), "1 month"),
        (date(2012, 12, 15), date(2013, 1, 14), "30 days"),
        (date(2012, 12, 15), date(2012, 12, 15), "0 days"),
        (date(2011, 11, 2), date(2012, 11, 1), "11 months and 30 days"),
    ],
)
def test_months_are_counted_as_people_count_them(start: date, end: date, said: str) -> None:
    assert months_words(start, end) == said


def test_the_day_it_was_due_by_is_a_count_too() -> None:
    assert due_words(date(2012, 10, 1), date(2012, 10, 1)) == "Held on the day it was due by."
    after = due_words(date(2012, 10, 1), date(2012, 10, 8))
    assert after == "Held 5 working days after the day it was due by."
    before = due_words(date(2012, 10, 8), date(2012, 10, 5))
    assert before == "Held 1 working day before the day it was due by."


def test_a_day_of_unknown_years_is_counted_in_days_or_not_at_all() -> None:
    said = due_words(date(2011, 10, 1), date(2011, 10, 8))
    assert said == "Held 7 days after the day it was due by."
    said = clock_words(clock("icpc"), date(2011, 10, 1), date(2011, 10, 8))
    assert "stand in no calendar held here" in said


def test_dates_the_wrong_way_round_are_said_and_not_counted() -> None:
    said = clock_words(clock("icpc"), date(2012, 10, 8), date(2012, 10, 1))
    assert said == "Held before the strategy discussion, by the dates recorded."


def test_nothing_said_is_a_verdict() -> None:
    for kind in shipped_prompts().kinds:
        for one in kind.clocks:
            said = f"{clock_words(one, date(2012, 1, 3), date(2013, 6, 3))} {published(one)}"
            assert not [word for word in JUDGING if f" {word} " in f" {said.lower()} "]
