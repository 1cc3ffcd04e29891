"""P15 and P16: memory and size with 100,000 records open; how soon a lock is done, in any state."""

import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

from bench import bases
from bench.pairs import Measured
from bench.walking import Walker, a_note
from evidencekit.clock import SetClock, moment
from evidencekit.operations import unlock
from evidencekit.store import revisions
from ui.app import App, make_qt
from ui.places.look_settings import LookSettings
from ui.places.standing import show_standing
from ui.places.workplace import Workplace

RECORDS = 100_000
NOW = "2013-02-01T17:05:00Z"
_MEGABYTE = 1_000_000
Step = Callable[[App, Walker, Workplace], object]


def run(folder: Path, records: int = RECORDS) -> Iterator[Measured]:
    """Open, look, weigh; then lock from here and from there."""
    workspace, passphrase = bases.base(records, folder / bases.LEAD)
    yield _size(workspace, passphrase, records)
    qt = make_qt()
    app = App(LookSettings(folder / "look.ini"), SetClock(moment(NOW), step=timedelta()))
    app.show(None)
    walker = Walker(qt, app)
    before = _resident()
    for name, step in _STATES.items():
        page = app.session.show_unlock(workspace)
        walker.step("unlock", partial(page.passphrase_given.emit, passphrase))
        workplace = app.session.workplace
        if workplace is None:
            raise RuntimeError
        step(app, walker, workplace)
        if name in _WEIGHED:
            yield _weighed(f"P15 memory, {name}", _resident(), before, _WEIGHED[name])
        locked = walker.until("lock", app.session.lock, app.session.locked)
        yield Measured(
            name=f"P16 lock, {name}", ours_ms=locked, yardstick_ms=1000.0,
            ratios=(locked / 1000.0,), goal=1.0, note="beside one second; until the keys are wiped",
        )  # fmt: skip
        walker.step("rest", lambda: None)
    app.window.close()
    app.end()


def _today(_app: App, _walker: Walker, _workplace: Workplace) -> None:
    """Stay on the first page."""


def _lists(app: App, walker: Walker, _workplace: Workplace) -> None:
    for name in ("Cases", "Observations", "Search", "Today"):
        walker.step(name, partial(app.window.go, name))


def _reading(_app: App, _walker: Walker, workplace: Workplace) -> None:
    show_standing(workplace)  # and no wait: the whole base is being read


def _typing(_app: App, _walker: Walker, workplace: Workplace) -> None:
    workplace.keep("note", "case-note", {"i_saw": "Half a word"})


def _saving(_app: App, _walker: Walker, workplace: Workplace) -> None:
    a_note(workplace)


def _stands(_app: App, walker: Walker, workplace: Workplace) -> None:
    walker.step("What stands", partial(show_standing, workplace))


_STATES: dict[str, Step] = {
    "Today": _today, "after the lists": _lists, "a word half kept": _typing,
    "a note being saved": _saving, "the whole base being read": _reading,
    "What stands": _stands,
}  # fmt: skip
_WEIGHED = {"after the lists": 300, "What stands": 300}


def _size(workspace: Path, passphrase: str, records: int) -> Measured:
    """Weigh the file against the JSON of every version in it."""
    desk = unlock.open_workspace(workspace, passphrase)
    plain = sum(
        len(each.content or b"") + len(each.header.encode())
        for each in revisions.everything(desk.database)
    )
    unlock.lock(desk)
    size = (workspace / "store.db").stat().st_size
    return Measured(
        name="P15 size on disk, MB", ours_ms=size / _MEGABYTE, yardstick_ms=plain / _MEGABYTE,
        ratios=(size / plain,), goal=2.0, note=f"{records:,} records, beside their JSON",
    )  # fmt: skip


def _weighed(name: str, now: float, before: float, limit: int) -> Measured:
    note = f"{before:.0f} MB before a workspace was opened; beside {limit} MB"
    return Measured(
        name=f"{name}, MB", ours_ms=now, yardstick_ms=float(limit), ratios=(now / limit,),
        goal=1.0, note=note,
    )  # fmt: skip


def _resident() -> float:
    """Give the megabytes of this process that lie in memory."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / _MEGABYTE
