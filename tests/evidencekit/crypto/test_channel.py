"""The pipe between two threads."""

import threading

import pytest

from evidencekit.crypto.channel import Channel, Stopped, Work

PATIENCE = 10


class Boom(Exception):
    """A failure that this program did not plan."""


def in_thread(work: object) -> threading.Thread:
    assert callable(work)
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def test_blocks_come_out_in_order_and_then_the_end() -> None:
    channel = Channel(4)
    for block in (b"one", b"two"):
        channel.put(block)
    channel.end()
    assert [channel.take() for _ in range(4)] == [b"one", b"two", b"", b""]


def test_a_full_channel_waits_until_a_block_is_taken() -> None:
    channel = Channel(2)
    blocks = [bytes([number]) for number in range(50)]

    def give() -> None:
        for block in blocks:
            channel.put(block)

    giver = in_thread(give)
    assert [channel.take() for _ in blocks] == blocks
    giver.join(PATIENCE)
    assert not giver.is_alive()


def test_a_stop_wakes_a_giver_that_waits_for_room() -> None:
    channel = Channel(1)
    channel.put(b"full")
    raised: list[BaseException] = []

    def give() -> None:
        try:
            channel.put(b"more")
        except Stopped as stopped:
            raised.append(stopped)

    giver = in_thread(give)
    channel.stop()
    giver.join(PATIENCE)
    assert len(raised) == 1


def test_a_stop_wakes_a_taker_that_waits_for_a_block() -> None:
    channel = Channel(1)
    raised: list[BaseException] = []

    def take() -> None:
        try:
            channel.take()
        except Stopped as stopped:
            raised.append(stopped)

    taker = in_thread(take)
    channel.stop()
    channel.stop()
    taker.join(PATIENCE)
    assert len(raised) == 1


def test_nothing_can_be_taken_after_a_stop() -> None:
    channel = Channel(1)
    channel.put(b"waiting")
    channel.stop()
    with pytest.raises(Stopped):
        channel.take()


def test_a_failure_of_the_thread_comes_home_every_time() -> None:
    channel = Channel(1)

    def fail() -> None:
        raise Boom

    work = Work(fail, channel)
    work.wait()
    for _ in range(2):
        with pytest.raises(Boom):
            work.finish()
    with pytest.raises(Stopped):
        channel.put(b"nobody takes this")


def test_work_that_ends_well_ends_the_channel() -> None:
    channel = Channel(1)
    work = Work(lambda: channel.put(b"all"), channel)
    assert [channel.take(), channel.take()] == [b"all", b""]
    work.finish()


def test_work_that_was_told_to_stop_is_no_failure() -> None:
    channel = Channel(1)
    channel.stop()
    Work(lambda: channel.put(b"too late"), channel).finish()
