"""Work goes out on a lane and comes home to whoever is still there."""

import sys
import threading
import time
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from evidencekit.errors.base import Planned, Refused
from evidencekit.errors.work import FileUnwritable
from evidencekit.progress import Stopped
from ui.jobs import Fault, Jobs, Lane, Progress


class TooLate(Refused):
    code = "test.too-late"
    happened = "It is too late for {what}."


@pytest.fixture
def jobs(look: object) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def refuse() -> str:
    raise TooLate(what="tea")


def stumble() -> str:
    secret = "the baby was asleep"
    raise KeyError(secret)


def test_a_result_comes_home_on_the_screens_own_thread(
    jobs: Jobs, owner: QWidget, qtbot: QtBot
) -> None:
    seen: list[tuple[str, bool]] = []
    jobs.run(
        owner,
        lambda: threading.current_thread().name,
        lambda name: seen.append((name, threading.current_thread() is threading.main_thread())),
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0].startswith("desk")
    assert seen[0][1]


def test_each_lane_keeps_to_one_thread_and_its_order(jobs: Jobs, owner: QWidget) -> None:
    order: list[int] = []
    threads: set[int] = set()

    def note_thread(number: int) -> int:
        threads.add(threading.get_ident())
        return number

    for number in range(20):
        jobs.run(owner, partial(note_thread, number), order.append)
    assert jobs.drain()
    assert order == list(range(20))
    assert len(threads) == 1


def test_the_two_lanes_do_not_wait_for_each_other(jobs: Jobs, owner: QWidget) -> None:
    gate = threading.Event()
    done: list[str] = []
    jobs.run(owner, lambda: gate.wait(10), lambda _: done.append("bench"), lane=Lane.BENCH)
    jobs.run(owner, gate.set, lambda _: done.append("desk"))
    assert jobs.drain()
    assert sorted(done) == ["bench", "desk"]


def test_a_planned_refusal_goes_to_whoever_asked(jobs: Jobs, owner: QWidget) -> None:
    refused: list[Planned] = []
    jobs.run(owner, refuse, refused=refused.append)
    assert jobs.drain()
    assert refused[0].what_happened == "It is too late for tea."


def test_a_refusal_nobody_takes_reaches_the_window(
    jobs: Jobs, owner: QWidget, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(jobs.refusal) as told:
        jobs.run(owner, refuse)
    assert isinstance(told.args[0], TooLate)


def test_a_mistake_of_ours_is_told_without_what_was_being_worked_on(
    jobs: Jobs, owner: QWidget, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(jobs.fault) as told:
        jobs.run(owner, stumble)
    fault = told.args[0]
    assert isinstance(fault, Fault)
    assert fault.kind == "KeyError"
    assert "stumble" in fault.where[-1]
    assert "baby" not in repr(fault)


def test_a_result_for_a_widget_that_has_gone_is_let_go(jobs: Jobs, look: object) -> None:
    came: list[str] = []
    owner = QWidget()
    jobs.run(owner, lambda: "kept", came.append)
    delete(owner)
    assert jobs.drain()
    assert came == []


def test_a_refusal_for_a_widget_that_has_gone_still_reaches_the_window(
    jobs: Jobs, look: object
) -> None:
    told: list[Planned] = []
    jobs.refusal.connect(told.append)
    owner = QWidget()
    jobs.run(owner, refuse, refused=lambda _: told.clear())
    delete(owner)
    assert jobs.drain()
    assert [problem.code for problem in told] == ["test.too-late"]


def test_draining_waits_for_work_that_starts_more_work(jobs: Jobs, owner: QWidget) -> None:
    done: list[str] = []
    jobs.run(owner, lambda: 1, lambda _: jobs.run(owner, lambda: 2, lambda _: done.append("both")))
    assert jobs.drain()
    assert done == ["both"]
    assert not jobs.is_busy


def test_draining_gives_up_when_asked_to(jobs: Jobs, owner: QWidget) -> None:
    gate = threading.Event()
    jobs.run(owner, lambda: gate.wait(10))
    assert not jobs.drain(0.05)
    gate.set()
    assert jobs.drain()


def test_busy_is_told_once_for_a_whole_burst(jobs: Jobs, owner: QWidget) -> None:
    told: list[bool] = []
    jobs.busy_changed.connect(told.append)
    for _ in range(5):
        jobs.run(owner, lambda: None)
    assert jobs.drain()
    assert told == [True, False]


def test_work_stops_when_asked_and_says_so(jobs: Jobs, owner: QWidget, qtbot: QtBot) -> None:
    progress = Progress()
    steps: list[int] = []

    def count() -> None:
        for number in range(1_000_000):
            steps.append(number)
            progress(number, 1_000_000)

    with qtbot.waitSignal(progress.stopped):
        jobs.run(owner, count, lane=Lane.BENCH, progress=progress)
        qtbot.waitUntil(lambda: len(steps) > 10)
        progress.stop()
    assert len(steps) < 1_000_000


def test_progress_is_told_at_most_ten_times_a_second_and_always_at_the_end(look: object) -> None:
    told: list[tuple[int, int]] = []
    progress = Progress()
    progress.moved.connect(lambda done, of: told.append((done, of)))
    for number in range(1, 10_001):
        progress.step(number, 10_000)
    assert len(told) <= 5
    assert told[-1] == (10_000, 10_000)


def test_a_step_after_stop_raises_stopped(look: object) -> None:
    progress = Progress()
    progress.stop()
    assert progress.is_stopping
    with pytest.raises(Stopped):
        progress.step(1, 2)


def test_closing_asks_long_work_to_stop_and_brings_the_rest_home(
    look: object, owner: QWidget
) -> None:
    jobs, progress = Jobs(), Progress()
    came: list[str] = []

    def forever() -> None:
        while True:
            progress(0, 1)

    jobs.run(owner, forever, lane=Lane.BENCH, progress=progress)
    jobs.run(owner, lambda: "draft", came.append)
    jobs.close()
    assert came == ["draft"]
    assert not jobs.is_busy


def test_the_screen_keeps_its_beat_while_the_bench_computes(
    jobs: Jobs, owner: QWidget, qtbot: QtBot
) -> None:
    assert sys.getswitchinterval() < 0.001
    beats: list[float] = []
    heart = QTimer()
    heart.setInterval(10)
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    done: list[int] = []

    def compute() -> int:
        until = time.perf_counter() + 0.6
        count = 0
        while time.perf_counter() < until:
            count += sum(range(500))
        return count

    heart.start()
    jobs.run(owner, compute, done.append, lane=Lane.BENCH)
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    heart.stop()
    gaps = sorted(later - sooner for sooner, later in pairwise(beats))
    # One lane on this thread would leave one gap of 600 ms and no beats at all.
    assert len(beats) > 10
    assert gaps[len(gaps) // 2] < 0.1


def test_an_owner_need_not_be_a_widget(jobs: Jobs, look: object) -> None:
    came: list[int] = []
    owner = QObject()
    jobs.run(owner, lambda: 7, came.append)
    assert jobs.drain()
    assert came == [7]


def test_the_bench_can_borrow_the_desk_for_a_moment(jobs: Jobs, owner: QWidget) -> None:
    names: list[str] = []

    def work() -> str:
        return jobs.borrow(lambda: threading.current_thread().name)

    jobs.run(owner, work, names.append, lane=Lane.BENCH)
    assert jobs.drain()
    assert names[0].startswith(Lane.DESK.value)


def test_nothing_is_borrowed_from_lanes_that_have_ended(look: object) -> None:
    made = Jobs()
    made.close()
    with pytest.raises(Stopped):
        made.borrow(lambda: None)


def test_short_work_is_done_between_the_rows_of_long_work(jobs: Jobs, owner: QWidget) -> None:
    told: list[str] = []
    asked = threading.Event()

    def long_work() -> None:
        told.append("begins")
        assert asked.wait(10)
        jobs.breathe()
        told.append("ends")

    jobs.run(owner, long_work)
    jobs.run_short(owner, lambda: told.append("short"))
    asked.set()
    assert jobs.drain()

    assert told == ["begins", "short", "ends"]


def test_short_work_never_overtakes_what_was_asked_before_it(jobs: Jobs, owner: QWidget) -> None:
    told: list[str] = []
    asked = threading.Event()

    def long_work() -> None:
        assert asked.wait(10)
        jobs.breathe()
        told.append("long")

    jobs.run(owner, long_work)
    jobs.run(owner, lambda: told.append("saved"))
    jobs.run_short(owner, lambda: told.append("short"))
    asked.set()
    assert jobs.drain()

    assert told == ["long", "saved", "short"]


def test_a_problem_of_short_work_is_its_own(jobs: Jobs, owner: QWidget) -> None:
    refused: list[Planned] = []
    came: list[str] = []
    asked = threading.Event()

    def long_work() -> str:
        assert asked.wait(10)
        jobs.breathe()
        return "whole"

    def wrong() -> None:
        raise FileUnwritable(path="here")

    jobs.run(owner, long_work, came.append)
    jobs.run_short(owner, wrong, refused=refused.append)
    asked.set()
    assert jobs.drain()

    assert came == ["whole"]
    assert [type(each) for each in refused] == [FileUnwritable]
