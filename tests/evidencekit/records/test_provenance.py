"""When a text was written, measured and not claimed (domain.md §3.2)."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from evidencekit import clock
from evidencekit.records.provenance import (
    DECLARED,
    label_after,
    minutes_after,
    provenance_of,
)
from evidencekit.records.revision import Provenance

LONDON = "Europe/London"
AT = "2012-11-19T10:30"
BEGAN = datetime(2012, 11, 19, 10, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2012-11-19T10:31:07Z", "contemporaneous"),
        ("2012-11-19T12:30:00Z", "contemporaneous"),
        ("2012-11-19T12:30:01Z", "same-day"),
        ("2012-11-19T23:59:59Z", "same-day"),
        ("2012-11-20T00:00:00Z", "next-day"),
        ("2012-11-20T23:59:59Z", "next-day"),
        ("2012-11-21T00:00:00Z", "later"),
        ("2013-11-19T10:31:00Z", "later"),
        ("2012-11-19T10:00:00Z", "contemporaneous"),
    ],
)
def test_the_label_follows_from_the_times(written: str, expected: str) -> None:
    assert provenance_of(at=AT, tz=LONDON, written=written).value == expected


def test_a_note_made_before_the_meeting_ended_is_made_at_the_time() -> None:
    written = "2012-11-19T14:30:00Z"
    assert provenance_of(at=AT, tz=LONDON, written=written) is Provenance.SAME_DAY
    ended = provenance_of(at=AT, ended="2012-11-19T14:30", tz=LONDON, written=written)
    assert ended is Provenance.CONTEMPORANEOUS


def test_an_end_before_the_start_takes_nothing_away() -> None:
    found = provenance_of(
        at=AT, ended="2012-11-18T10:00", tz=LONDON, written="2012-11-19T11:00:00Z"
    )
    assert found is Provenance.CONTEMPORANEOUS


def test_an_end_typed_far_ahead_does_not_make_a_late_note_contemporaneous() -> None:
    found = provenance_of(
        at=AT, ended="2012-12-31T10:00", tz=LONDON, written="2012-11-21T11:00:00Z"
    )
    assert found is Provenance.LATER


def test_the_day_is_the_local_one() -> None:
    # 23:30 in London on 1 July is 22:30 UTC; a quarter past midnight there is still 1 July in UTC.
    late = provenance_of(at="2012-07-01T20:00", tz=LONDON, written="2012-07-01T23:15:00Z")
    assert late is Provenance.NEXT_DAY


def test_a_clock_change_counts_as_the_hour_it_is() -> None:
    # Clocks went forward at 01:00 UTC on 25 March 2012: 00:30 to 02:30 local is one hour.
    found = provenance_of(at="2012-03-25T00:30", tz=LONDON, written="2012-03-25T02:29:00Z")
    assert found is Provenance.CONTEMPORANEOUS


@pytest.mark.parametrize("declared", sorted(DECLARED))
@pytest.mark.parametrize("written", ["2012-11-19T10:31:00Z", "2012-11-30T10:31:00Z"])
def test_a_declared_reconstruction_or_transcription_stays_one(declared: str, written: str) -> None:
    assert provenance_of(at=AT, tz=LONDON, written=written, declared=declared).value == declared


@given(st.timedeltas(timedelta(hours=12, seconds=1), timedelta(days=4000)), st.text(max_size=20))
def test_nothing_relabels_a_late_note_contemporaneous(late: timedelta, ended: str) -> None:
    for declared in ("contemporaneous", "same-day", "next-day", "", ended):
        found = provenance_of(
            at=AT, ended=ended, tz=LONDON, written=clock.stamp(BEGAN + late), declared=declared
        )
        assert found is not Provenance.CONTEMPORANEOUS


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2012-11-19", "same-day"),
        ("2012-11-18", "next-day"),
        ("2012-11-17", "later"),
        ("2012-11", "later"),
        ("", "later"),
        ("not a day at all", "later"),
        ("2012-11-19Tteatime", "same-day"),
    ],
)
def test_with_a_day_only_nothing_is_called_contemporaneous(at: str, expected: str) -> None:
    found = provenance_of(at=at, tz=LONDON, written="2012-11-19T10:31:00Z")
    assert found.value == expected


def test_the_minutes_that_passed_are_counted() -> None:
    assert minutes_after(at=AT, tz=LONDON, written="2012-11-19T12:00:30Z") == 90
    assert minutes_after(at="2012-11-19", tz=LONDON, written="2012-11-19T12:00:30Z") is None


_LABELS = [each.value for each in Provenance]
_MEASURED = ["contemporaneous", "same-day", "next-day", "later"]


@given(
    st.sampled_from(_LABELS),
    st.lists(st.tuples(st.sampled_from(_MEASURED), st.sampled_from(["", *_LABELS])), max_size=8),
)
def test_no_row_of_corrections_ever_takes_a_label_off(
    first: str, corrections: list[tuple[str, str]]
) -> None:
    label = first
    for measured, declared in corrections:
        after = label_after(label, measured, declared)
        if label in DECLARED:
            assert after == label
        elif after not in DECLARED:
            assert _MEASURED.index(after) >= _MEASURED.index(label)
            assert _MEASURED.index(after) >= _MEASURED.index(measured)
        label = after
