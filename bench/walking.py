"""python -m bench.walking RECORDS [PLACE…]: every place of the lead's desk, from key to shown.

For each place: until the first rows stood and until all was drawn, on the clock; then what the
longest turn of the screen's own thread cost, and the work on the desk and on the bench, each in
the time of its own thread, which other work on the machine does not stretch.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, SignalInstance
from PySide6.QtWidgets import QApplication

from bench import bases
from evidencekit.canonical import Json
from evidencekit.clock import SetClock, moment
from evidencekit.operations import capture, reading
from evidencekit.operations.capture import Entry
from evidencekit.operations.changes import Changes
from evidencekit.operations.desk import Desk
from evidencekit.operations.reading import Only, Row
from ui.app import App, make_qt
from ui.jobs import Jobs, Lane
from ui.places.doors import open_record
from ui.places.gathered import show_gathered
from ui.places.look_settings import LookSettings
from ui.places.questions import show_questions
from ui.places.standing import show_standing
from ui.places.workplace import Workplace

_QUIET_ROUNDS = 3
_NOW = "2013-02-01T17:05:00Z"


@dataclass(slots=True)
class Walked:
    """How one step went, in milliseconds."""

    name: str
    first: float = 0.0  # until the page stopped saying that it is busy
    shown: float = 0.0
    blocked: float = 0.0
    lanes: dict[Lane, float] = field(default_factory=lambda: dict.fromkeys(Lane, 0.0))


class Watch:
    """Times what the lanes do."""

    def __init__(self, jobs: Jobs) -> None:
        self._taken = dict.fromkeys(Lane, 0.0)
        for lane, pool in jobs._lanes.items():  # noqa: SLF001 - measured, not used
            timed = partial(self._submit, pool.submit, lane)
            pool.submit = timed  # type: ignore[method-assign,assignment]

    def taken(self) -> dict[Lane, float]:
        """Give what each lane worked since the last question, in milliseconds."""
        now, self._taken = self._taken, dict.fromkeys(Lane, 0.0)
        return now

    def _submit(
        self, submit: Callable[..., object], lane: Lane, work: Callable[[], object]
    ) -> object:
        def timed() -> None:
            began = time.thread_time()
            try:
                work()
            finally:
                self._taken[lane] += (time.thread_time() - began) * 1000

        return submit(timed)


class Walker:
    """Goes from place to place and waits at each."""

    def __init__(self, qt: QApplication, app: App) -> None:
        self._qt, self._app = qt, app
        self._watch = Watch(app.jobs)

    def step(self, name: str, go: Callable[[], object]) -> Walked:
        """Do one thing and wait until all of it is on the screen."""
        self._watch.taken()
        done, began = Walked(name), time.perf_counter()
        done.blocked = self._timed(go)
        quiet = 0
        while quiet < _QUIET_ROUNDS:
            done.blocked = max(done.blocked, self._timed(self._turn))
            if not done.first and not self._is_busy():
                done.first = (time.perf_counter() - began) * 1000
            quiet = 0 if self._app.jobs.is_busy else quiet + 1
            if quiet == 1:
                done.shown = (time.perf_counter() - began) * 1000
            time.sleep(0.001)
        done.lanes = self._watch.taken()
        return done

    def until(self, name: str, go: Callable[[], object], done: SignalInstance) -> float:
        """Do one thing; give how long it took until a signal told that it is done."""
        told: list[str] = []
        hold = done.connect(lambda: told.append(name))
        began = time.perf_counter()
        go()
        while not told:
            self._turn()
        took = (time.perf_counter() - began) * 1000
        QObject.disconnect(hold)
        return took

    def _is_busy(self) -> bool:
        page = self._app.window.page
        busy = getattr(page, "busy", None)
        return bool(busy is not None and busy.isVisible())

    def _turn(self) -> None:
        self._qt.sendPostedEvents()
        QEventLoop().processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)

    def _timed(self, work: Callable[[], object]) -> float:
        began = time.thread_time()
        work()
        return (time.thread_time() - began) * 1000


def main(arguments: list[str]) -> int:
    """Walk through every place, twice, and print how it went."""
    records, only = int(arguments[0]), set(arguments[1:])
    with tempfile.TemporaryDirectory(prefix="evidencekit-walk-") as folder:
        workspace, passphrase = bases.base(records, Path(folder) / bases.LEAD)
        qt = make_qt()
        app = App(LookSettings(Path(folder) / "look.ini"), SetClock(moment(_NOW), step=timedelta()))
        app.show(None)
        app.window.resize(1366, 768)
        walker = Walker(qt, app)
        print(f"{'':34}{'first':>8}{'shown':>8}{'blocked':>8}{'desk':>8}{'bench':>8}  ms")
        page = app.session.show_unlock(workspace)
        _say(walker.step("unlock", lambda: page.passphrase_given.emit(passphrase)))
        app.session.idle.stop()  # nobody presses a key here, and the walk is long
        for name, go in _steps(app):
            if name.startswith("("):
                walker.step(name, go)
            elif not only or any(word in name.lower() for word in only):
                _say(walker.step(name, go))
        _say(walker.step("lock", app.session.lock))
        app.window.close()
        app.end()
    return 0


def _say(walked: Walked) -> None:
    desk, bench = (walked.lanes[lane] for lane in (Lane.DESK, Lane.BENCH))
    print(
        f"{walked.name:34}{walked.first:8.0f}{walked.shown:8.0f}{walked.blocked:8.0f}"
        f"{desk:8.0f}{bench:8.0f}", flush=True,
    )  # fmt: skip


def _steps(app: App) -> Iterator[tuple[str, Callable[[], object]]]:
    window = app.window
    workplace = app.session.workplace
    if workplace is None:
        raise RuntimeError
    for number, name in enumerate(window.side.names):
        yield name, partial(window.go, number)
        yield f"{name}, a note later", partial(a_note, workplace)
    for name, show in (
        ("What stands", show_standing), ("Gathered", show_gathered), ("Questions", show_questions),
    ):  # fmt: skip
        yield f"(Today, before {name})", partial(window.go, 0)
        yield name, partial(show, workplace)
        yield f"{name}, a note later", partial(a_note, workplace)
    for kind in ("case", "case-note", "observation", "journey-event", "finding", "score"):
        yield f"(Today, before a {kind})", partial(window.go, 0)
        yield f"open a {kind}", partial(_open, workplace, kind)


def a_note(workplace: Workplace) -> None:
    """Write a note, as somebody does while the page is open."""

    def write(desk: Desk) -> Changes:
        case = reading.rows(desk, Only(kind="case"), limit=1)[0].record
        fields: dict[str, Json] = {
            "case": case, "source_type": "case-record-reading", "started": "2013-01-31T10:30",
            "source_roles": ["social-worker"], "record_says": "Nobody asked the school.",
            "areas": [{"area": "E4", "polarity": "weakness"}],
        }  # fmt: skip
        return capture.capture(desk, Entry(kind="case-note", fields=fields)).changes

    workplace.ask(workplace, write, workplace.window.changed.emit)


def _open(workplace: Workplace, kind: str) -> None:
    def show(rows: tuple[Row, ...]) -> None:
        for row in rows:
            open_record(workplace, row.record, row.kind)

    workplace.ask(workplace, lambda desk: reading.rows(desk, Only(kind=kind), limit=1), show)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
