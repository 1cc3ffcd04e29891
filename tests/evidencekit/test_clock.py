"""The only source of time."""

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, strategies as st

from evidencekit import clock
from evidencekit.clock import LOCAL_ZONE, Clock, SetClock, SystemClock

MOMENTS = st.integers(-2_000_000_000, 7_000_000_000).map(
    lambda seconds: datetime.fromtimestamp(seconds, UTC)
)


@given(MOMENTS)
def test_a_stamp_reads_as_the_moment_to_the_second(at: datetime) -> None:
    assert clock.moment(clock.stamp(at + timedelta(microseconds=999_999))) == at


def test_a_stamp_is_utc_whatever_the_zone() -> None:
    summer = timezone(timedelta(hours=1))
    assert clock.stamp(datetime(2012, 7, 1, 10, 30, tzinfo=summer)) == "2012-07-01T09:30:00Z"


@pytest.mark.parametrize(
    "text",
    ["", "2012-11-19", "2012-11-19T09:30:00", "2012-11-19T09:30:00+00:00", "2012-13-01T00:00:00Z",
     "2012-11-19 09:30:00Z", "yesterday"],
)  # fmt: skip
def test_another_spelling_of_a_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=rf"^{re.escape(repr(text))}$"):
        clock.moment(text)


def test_the_machines_clock_is_aware_and_in_utc() -> None:
    one, other = SystemClock().now(), SystemClock().now()
    assert one.utcoffset() == timedelta(0)
    assert one <= other


def test_a_set_clock_steps_when_it_is_asked() -> None:
    at = datetime(2012, 11, 19, 9, tzinfo=UTC)
    set_clock = SetClock(at, step=timedelta(minutes=5))
    assert [set_clock.now(), set_clock.now()] == [at, at + timedelta(minutes=5)]


def test_a_set_clock_goes_where_it_is_put() -> None:
    set_clock = SetClock(datetime(2012, 11, 19, 9, tzinfo=UTC))
    later = datetime(2012, 11, 20, 8, tzinfo=UTC)
    set_clock.put(later)
    assert set_clock.now() == later


@pytest.mark.parametrize("any_clock", [SystemClock(), SetClock(datetime(2012, 1, 1, tzinfo=UTC))])
def test_every_clock_names_the_local_zone(any_clock: Clock) -> None:
    assert any_clock.zone == LOCAL_ZONE == "Europe/London"
