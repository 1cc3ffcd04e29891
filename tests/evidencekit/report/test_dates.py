import pytest

from evidencekit.report import dates


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2012-11-19", "19 November 2012"),
        ("2012-11-01", "1 November 2012"),
        ("2012-11", "November 2012"),
        ("2012", "2012"),
        ("2012-13", "2012-13"),
        ("2012-02-30", "2012-02-30"),
        ("yesterday", "yesterday"),
        ("", ""),
    ],
)
def test_a_day_is_spelled_as_people_here_write_it(text: str, said: str) -> None:
    assert dates.day(text) == said


def test_a_time_is_of_twenty_four_hours() -> None:
    assert dates.local("2012-11-19T14:05") == "19 November 2012, 14:05"
    assert dates.local("2012-11-19") == "19 November 2012"
    assert dates.local("2012-11-19T25:00") == "2012-11-19T25:00"


def test_a_stretch_within_one_day_names_the_day_once() -> None:
    assert dates.span("2012-11-19T10:00", "2012-11-19T11:30") == "19 November 2012, 10:00 to 11:30"
    assert dates.span("2012-11-19", "2012-11-30") == "19 November 2012 to 30 November 2012"
    assert dates.span("2012-11-19T10:00", "") == "19 November 2012, 10:00"


def test_a_utc_moment_is_told_in_the_place_s_own_time() -> None:
    assert dates.written("2012-11-19T10:31:07Z", "Europe/London") == "19 November 2012, 10:31"
    assert dates.written("2012-07-19T10:31:07Z", "Europe/London") == "19 July 2012, 11:31"


def test_an_unknown_place_gives_utc_and_says_so() -> None:
    assert dates.written("2012-07-19T10:31:07Z", "../etc/passwd") == "19 July 2012, 10:31 UTC"
    assert dates.written("2012-07-19T10:31:07Z", "No/Where") == "19 July 2012, 10:31 UTC"
    assert dates.written("long ago", "Europe/London") == "long ago"
