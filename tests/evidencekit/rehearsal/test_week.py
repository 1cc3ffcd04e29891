import pytest

from evidencekit.rehearsal import week


def test_a_day_of_the_week_is_a_day_of_that_november() -> None:
    assert week.day("mon") == "2012-11-19"
    assert week.moment("fri 16:10") == "2012-11-23T16:10"


def test_any_other_day_stands_as_it_is() -> None:
    assert week.day("2012-03-12") == "2012-03-12"
    assert week.moment("2012-11-16 14:20") == "2012-11-16T14:20"


@pytest.mark.parametrize(
    ("spelled", "date", "precision"),
    [
        ("2012-06-14", "2012-06-14", "exact"),
        ("2012-06", "2012-06", "month"),
        ("2009", "2009", "year"),
        ("about 2012-06", "2012-06", "approx"),
    ],
)
def test_a_date_is_spelled_as_exactly_as_it_is_known(
    spelled: str, date: str, precision: str
) -> None:
    assert week.about(spelled) == {"date": date, "precision": precision}


def test_a_moment_of_november_is_the_same_in_utc() -> None:
    assert week.instant("tue 10:05").isoformat() == "2012-11-20T10:05:00+00:00"
