"""The reading clock counts only while somebody is there."""

import pytest
from pytestqt.qtbot import QtBot

from ui.places.case_clock import IDLE_SECONDS, ReadingClock


class Time:
    """A clock that a test moves, and the last touch of the laptop."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.touched = 1000.0

    def passes(self, seconds: float, *, touched: bool = True) -> None:
        self.now += seconds
        self.touched = self.now if touched else self.touched


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def clock(time: Time, qtbot: QtBot) -> ReadingClock:
    made = ReadingClock(lambda: time.now, lambda: time.touched)
    qtbot.addWidget(made)
    return made


def test_it_counts_from_start_to_pause_and_no_further(clock: ReadingClock, time: Time) -> None:
    time.passes(600)
    assert clock.minutes == 0
    clock.toggle()
    time.passes(7 * 60 + 59)
    clock.toggle()
    time.passes(600)
    assert clock.minutes == 7
    assert "7 minutes" in clock.words.text()
    clock.toggle()
    time.passes(1)
    assert clock.minutes == 8


def test_each_new_minute_is_told_once(clock: ReadingClock, time: Time) -> None:
    told: list[int] = []
    clock.counted.connect(told.append)
    clock.toggle()
    for _ in range(30):
        time.passes(5)
        clock.look()
    assert told == [1, 2]
    clock.pause()
    assert told == [1, 2]


def test_time_in_which_nobody_was_there_is_not_counted(clock: ReadingClock, time: Time) -> None:
    clock.toggle()
    time.passes(180)
    time.passes(IDLE_SECONDS, touched=False)
    clock.look()
    assert not clock.is_running
    assert clock.minutes == 3
    assert "not counted" in clock.why.text()


def test_it_goes_on_from_what_was_kept(clock: ReadingClock, time: Time) -> None:
    clock.show_minutes(12)
    clock.toggle()
    time.passes(61)
    clock.look()
    assert clock.minutes == 13
    clock.show_minutes(5)
    assert clock.is_running
    assert clock.minutes == 5


def test_pausing_twice_changes_nothing_and_says_why(clock: ReadingClock, time: Time) -> None:
    clock.pause("not running")
    assert clock.why.text() == ""
    clock.toggle()
    clock.pause("Stopped while the screen was hidden.")
    assert clock.why.text() == "Stopped while the screen was hidden."
    assert "Start" in clock.start.accessibleName()
