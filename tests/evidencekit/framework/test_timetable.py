"""The dates of Haringey, exactly as they were published (domain.md §1.4)."""

from datetime import date

import pytest

from evidencekit.errors.framework import BadTable
from evidencekit.framework import library
from evidencekit.framework.timetable import days_of, read_plan, timetable

TOLD = date(2017, 11, 21)


def test_the_days_of_haringey_come_out_exactly() -> None:
    found = {one.key: one.day for one in timetable(TOLD, notice=9)}
    assert found == {
        "notified": TOLD,
        "starts": date(2017, 12, 4),
        "ends": date(2017, 12, 8),
        "draft": date(2018, 1, 3),
        "corrections": date(2018, 1, 16),
        "pre-publication": date(2018, 1, 26),
        "published": date(2018, 1, 30),
        "statement": date(2018, 5, 11),
    }


def test_a_framework_counts_by_its_own_days_of_notice_and_for_the_statement() -> None:
    notice, statement = days_of(library.get("jtai-2015"))
    assert (notice, statement) == (8, 70)
    found = {one.key: one.day for one in timetable(TOLD, notice=notice, statement=statement)}
    assert found["starts"] == date(2017, 12, 1)
    assert days_of(library.get("macp-2012")) == (0, 0)


def test_a_day_that_is_known_moves_all_that_is_counted_from_it() -> None:
    known = {"published": date(2018, 2, 1)}
    found = {one.key: one for one in timetable(TOLD, known=known)}
    assert found["published"].is_known
    assert found["statement"].day == date(2018, 5, 15)
    assert found["statement"].after == "Letter published"


def test_beyond_the_calendar_no_day_is_made_up() -> None:
    found = {one.key: one.day for one in timetable(date(2030, 12, 2), notice=9)}
    assert found["starts"] == date(2030, 12, 13)
    assert found["statement"] is None


def test_a_step_that_counts_from_none_before_it_is_named_by_its_line() -> None:
    text = '[[steps]]\nkey = "a"\nlabel = "A"\nsource = "s"\nafter = "b"\n'
    with pytest.raises(BadTable) as refused:
        read_plan(text)
    assert refused.value.facts["line"] == 5
