from datetime import date

import pytest
from hypothesis import given, strategies as st

from evidencekit.analysis.about_dates import read_when
from evidencekit.canonical import Json


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("2012-11-19", "19 November 2012"),
        ("2012-11-19T10:30", "19 November 2012"),
        ({"date": "2012-11"}, "November 2012"),
        ({"date": "2012", "precision": "year"}, "2012"),
        ({"date": "2012-11-01", "precision": "month"}, "November 2012"),
        ({"date": "2012-11-19", "precision": "approx"}, "about 19 November 2012"),
        ({"date": "2012", "precision": "approx"}, "about 2012"),
    ],
    ids=str,
)
def test_a_date_says_no_more_than_is_known(answer: Json, words: str) -> None:
    when = read_when(answer)
    assert when is not None
    assert when.words == words


@pytest.mark.parametrize(
    "answer",
    [None, "", 2012, "soon", "2012-13", "2012-02-30", "0000", {"date": 3}, {}, ["2012"], "20121"],
    ids=str,
)
def test_what_is_no_date_is_none(answer: Json) -> None:
    assert read_when(answer) is None


def test_a_month_spans_all_its_days() -> None:
    when = read_when({"date": "2012-02"})
    assert when is not None
    assert (when.first, when.last) == (date(2012, 2, 1), date(2012, 2, 29))
    assert not when.is_exact


@given(st.dates())
def test_every_day_reads_as_itself(day: date) -> None:
    when = read_when(day.isoformat())
    assert when is not None
    assert (when.first, when.last, when.is_exact) == (day, day, True)
