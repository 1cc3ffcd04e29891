"""The two lanes, and the way home: work off the screen's thread, results back on it."""

import sys
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from traceback import extract_tb
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from shiboken6 import isValid

from evidencekit.errors.base import Planned
from evidencekit.progress import Stopped

T = TypeVar("T")

# A report drawn in a thread slows typing four times less at 0.5 ms than at Python's own 5 ms.
_SWITCH_SECONDS = 0.0005
_TELL_SECONDS = 0.1


class Lane(Enum):
    """Who does the work. Two lanes, so that a note never waits behind a report."""

    DESK = "desk"  # owns the open database; every piece is short
    BENCH = "bench"  # slow arithmetic on frozen values


class Progress(QObject):
    """How far long work has come. Given to the work as a callable of (done, of)."""

    moved = Signal(int, int)
    stopped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told = 0.0
        self._stop = False

    def stop(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop = True

    @property
    def is_stopping(self) -> bool:
        """Say whether the work was asked to stop."""
        return self._stop

    def step(self, done: int, of: int) -> None:
        """Tell how far it is, at most ten times a second; raise Stopped when asked to stop."""
        if self._stop:
            raise Stopped
        now = time.monotonic()
        if done >= of or now - self._told >= _TELL_SECONDS:
            self._told = now
            self.moved.emit(done, of)

    __call__ = step


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake of ours: what kind and where, never what was being worked on."""

    kind: str
    where: tuple[str, ...]
    lane: Lane


@dataclass(frozen=True, slots=True)
class _Job:
    future: Future[Any]
    owner: QObject
    then: Callable[[Any], None] | None
    refused: Callable[[Planned], None] | None
    lane: Lane
    progress: Progress | None


class _Order:
    """Work that waits for a lane, and its outcome."""

    def __init__(self, work: Callable[[], Any], *, is_short: bool = False) -> None:
        self.is_short = is_short
        self.future: Future[Any] = Future()
        self._work = work

    def carry_out(self) -> None:
        """Do it, and keep its result or its problem."""
        try:
            result = self._work()
        except BaseException as problem:  # noqa: BLE001 - it is told at home, all of it
            self.future.set_exception(problem)
        else:
            self.future.set_result(result)


class Jobs(QObject):
    """Runs work in a lane and brings the result to its owner, if the owner is still there."""

    refusal = Signal(object)  # a Planned that nobody was left to show
    fault = Signal(object)  # a Fault
    busy_changed = Signal(bool)
    _home = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_SWITCH_SECONDS)
        self._lanes = {lane: ThreadPoolExecutor(1, lane.value) for lane in Lane}
        self._orders: deque[_Order] = deque()  # what waits for the desk
        self._is_breathing = False
        self._open: dict[int, _Job] = {}
        self._count = 0
        self._home.connect(self._on_home, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        refused: Callable[[Planned], None] | None = None,
        lane: Lane = Lane.DESK,
        progress: Progress | None = None,
    ) -> None:
        """Do the work in a lane; `then` gets its result on this thread."""
        self._hand_in(owner, _Order(work), then, refused, lane, progress)

    def run_short(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        refused: Callable[[Planned], None] | None = None,
    ) -> None:
        """Do a moment's work on the desk, in its turn or between the rows of what runs now."""
        self._hand_in(owner, _Order(work, is_short=True), then, refused, Lane.DESK, None)

    def breathe(self) -> None:
        """Do the short work that waits next (DESK): called between the rows of a long reading.

        Whatever waits before it goes first: no order that was given is ever changed.
        """
        if self._is_breathing:
            return
        self._is_breathing = True
        try:
            while self._orders and self._orders[0].is_short:
                self._orders.popleft().carry_out()
        finally:
            self._is_breathing = False

    def _take_next(self) -> None:
        if self._orders:  # else it was done between the rows of what ran before
            self._orders.popleft().carry_out()

    def _hand_in(
        self,
        owner: QObject,
        order: "_Order",
        then: Callable[[Any], None] | None,
        refused: Callable[[Planned], None] | None,
        lane: Lane,
        progress: Progress | None,
    ) -> None:
        future = order.future
        if lane is Lane.DESK:
            self._orders.append(order)
            self._lanes[lane].submit(self._take_next)
        else:
            self._lanes[lane].submit(order.carry_out)
        number = self._count = self._count + 1
        self._open[number] = _Job(future, owner, then, refused, lane, progress)
        if len(self._open) == 1:
            self.busy_changed.emit(True)  # noqa: FBT003 - a signal has no keywords
        # Only a number crosses the threads: a widget must never be let go on a lane.
        future.add_done_callback(lambda _done: self._home.emit(number))

    def borrow(self, work: Callable[[], T], lane: Lane = Lane.DESK) -> T:
        """Do a short piece in another lane and wait for it; only ever from within a lane."""
        try:
            future = self._lanes[lane].submit(work)
        except RuntimeError as closed:  # the lanes are ending, and this work with them
            raise Stopped from closed
        return future.result()

    @property
    def is_busy(self) -> bool:
        """Say whether any work is on its way."""
        return bool(self._open)

    def drain(self, seconds: float = 30.0) -> bool:
        """Wait until both lanes are empty and everything has come home; False if it took longer."""
        until = time.monotonic() + seconds
        while self._open:
            futures = [job.future for job in self._open.values()]
            _, late = wait(futures, timeout=max(0.0, until - time.monotonic()))
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
            if late:
                return False
        return True

    def stop_long_work(self) -> None:
        """Ask work that can be stopped to stop at its next step."""
        for job in self._open.values():
            if job.progress is not None and isValid(job.progress):
                job.progress.stop()

    def close(self) -> None:
        """Ask long work to stop, let what has begun finish, and end both lanes."""
        self.stop_long_work()
        for lane in self._lanes.values():
            lane.shutdown(wait=True, cancel_futures=False)
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def _on_home(self, number: int) -> None:
        job = self._open.pop(number)
        if not self._open:
            self.busy_changed.emit(False)  # noqa: FBT003 - a signal has no keywords
        problem = job.future.exception()
        if problem is None:
            if job.then is not None and isValid(job.owner):
                job.then(job.future.result())
        elif isinstance(problem, Planned):
            self._refuse(problem, job)
        elif isinstance(problem, Stopped):
            if job.progress is not None and isValid(job.progress):
                job.progress.stopped.emit()
        else:
            self.fault.emit(Fault(type(problem).__name__, _places(problem), job.lane))

    def _refuse(self, problem: Planned, job: _Job) -> None:
        if job.refused is not None and isValid(job.owner):
            job.refused(problem)
        else:
            self.refusal.emit(problem)


def _places(problem: BaseException) -> tuple[str, ...]:
    frames = extract_tb(problem.__traceback__)
    return tuple(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames[-6:])
