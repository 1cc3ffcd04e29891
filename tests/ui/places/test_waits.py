"""Waits after wrong passphrases grow, and are forgotten after the right one."""

from ui.places.waits import LONGEST_WAIT, Waits


class Seconds:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_two_more_tries_are_free_after_the_first_wrong_one() -> None:
    waits = Waits(Seconds())

    waits.was_wrong()
    assert (waits.tries_left, waits.next_wait, waits.seconds_left) == (2, 30, 0)
    waits.was_wrong()
    assert (waits.tries_left, waits.seconds_left) == (1, 0)
    waits.was_wrong()
    assert (waits.tries_left, waits.seconds_left) == (0, 31)


def test_each_further_wait_is_twice_as_long_up_to_an_hour() -> None:
    seconds = Seconds()
    waits = Waits(seconds)
    lengths = []
    for _ in range(12):
        waits.was_wrong()
        lengths.append(waits.seconds_left and waits.seconds_left - 1)
        seconds.now += waits.seconds_left

    assert lengths[:6] == [0, 0, 30, 60, 120, 240]
    assert max(lengths) == LONGEST_WAIT


def test_the_wait_ends_when_its_time_is_over() -> None:
    seconds = Seconds()
    waits = Waits(seconds)
    for _ in range(3):
        waits.was_wrong()

    seconds.now += 30

    assert waits.seconds_left == 0


def test_the_right_one_begins_again_from_nothing() -> None:
    waits = Waits(Seconds())
    for _ in range(4):
        waits.was_wrong()

    waits.was_right()

    assert (waits.tries_left, waits.seconds_left, waits.next_wait) == (3, 0, 30)
