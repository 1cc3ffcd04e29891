"""Session: from a folder to an open desk and back; whatever happens, no word is lost."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from evidencekit.clock import Clock, SystemClock
from evidencekit.errors.base import Planned
from evidencekit.operations import unlock
from evidencekit.operations.desk import Desk
from ui.idle import IdleWatch
from ui.jobs import Fault, Jobs, Lane
from ui.places.all import places
from ui.places.commands import Commands
from ui.places.look_settings import LookSettings
from ui.places.recovered import Found, go_back, look, tell
from ui.places.set_up import Make, SetUp
from ui.places.start import Start
from ui.places.unlock import Unlock
from ui.places.waits import Waits
from ui.places.ways import where
from ui.places.words import WordDesk
from ui.places.workplace import Text, Workplace
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.notice import Notice
from ui.window import APP, Window

_DRAIN_SECONDS = 10.0
_CLOSED = "The notes are locked."


class Session(QObject):
    """What is open now: nothing, a locked workspace, or a workplace."""

    opened = Signal(object)  # Workplace
    locked = Signal()  # the store is closed and the keys are gone

    def __init__(
        self, window: Window, jobs: Jobs, look: LookSettings, clock: Clock | None = None
    ) -> None:
        super().__init__(window)
        self._window, self._jobs, self.look = window, jobs, look
        self._clock = clock or SystemClock()
        self._desk: Desk | None = None
        self._folder: Path | None = None
        self._waits: dict[Path, Waits] = {}
        self._rescued: dict[Path, Mapping[str, Text]] = {}
        self._was: dict[Path, tuple[str, list[Callable[[Workplace], object]]]] = {}
        self._is_in = False  # what is in front is where one is
        self._found = Found()  # what was unfinished when the notes were opened
        self._set_up: SetUp | None = None
        self.workplace: Workplace | None = None
        self.home = Path.home()
        self.make_workspace: Make = unlock.create_workspace
        self.commands = Commands(window, look, lambda: self.workplace)
        self.idle = IdleWatch(self._clock, look.idle_minutes, self)
        self.idle.idle.connect(self.lock)
        self.idle.slept.connect(self.lock)
        look.idle_changed.connect(self.idle.set_minutes)
        window.lock_asked.connect(self.lock)
        window.moved.connect(self._on_moved)
        jobs.fault.connect(self._on_fault)
        jobs.refusal.connect(self._on_refusal)

    # -- getting in

    def begin(self, folder: Path | None) -> None:
        """Show the way into a workspace, or the first page."""
        if folder is None:
            self.show_start()
            return
        try:
            unlock.check_is_workspace(folder)
        except Planned as refusal:
            self.show_start()
            self._on_refusal(refusal)
        else:
            self.show_unlock(folder)

    def show_start(self) -> None:
        """Show the first page."""
        page = Start()
        page.open_asked.connect(self.begin)
        page.set_up_asked.connect(self._begin_set_up)
        page.rehearsal_asked.connect(self._begin_rehearsal)
        self._window.show_alone(page)

    def show_unlock(self, folder: Path) -> Unlock:
        """Show the page that asks for the passphrase."""
        self._folder = folder
        page = Unlock(folder.stem, self._waits.setdefault(folder, Waits()))
        page.passphrase_given.connect(
            lambda typed: self._open(page, partial(unlock.stretch_keys, folder, typed))
        )
        page.code_given.connect(
            lambda typed: self._open(page, partial(unlock.stretch_recovery, folder, typed))
        )
        page.other_asked.connect(self.show_start)
        self._window.show_alone(page)
        return page

    def _open(self, page: Unlock, stretch: Callable[[], unlock.Keys]) -> None:
        page.show_opening()
        self._jobs.run(
            self, stretch, partial(self._open_desk, page), partial(_refuse, page), Lane.BENCH
        )

    def _open_desk(self, page: Unlock, keys: unlock.Keys) -> None:
        folder = self._folder or Path()

        def work() -> tuple[Desk, Found]:
            try:
                desk = unlock.open_desk(folder, keys, clock=self._clock)
                return desk, look(desk)
            finally:
                keys.wipe()

        def then(opened: tuple[Desk, Found]) -> None:
            desk, self._found = opened
            page.show_opened()
            self.enter(desk)

        self._jobs.run(self, work, then, partial(_refuse, page))

    def enter(self, desk: Desk) -> None:
        """Show the places of an open desk, where it was left before a lock."""
        self._desk, self._folder, self._set_up = desk, desk.folder, None
        place = self.workplace = Workplace(self._window, self._jobs, desk)
        self._window.show_desk(desk.me.area, desk.me.name)
        self._window.show_places(places(place))
        self.commands.enable(on=True)
        self._words = WordDesk(place)
        place.gone.connect(self._on_gone)
        found, self._found = self._found, Found()
        place.keep_again(self._rescued.pop(desk.folder, {}))
        was = self._was.pop(desk.folder, found.ways())
        go_back(place, was, partial(self._on_back, place, found))
        self.idle.start()
        self.opened.emit(place)

    def _on_back(self, place: Workplace, found: Found) -> None:
        if place is self.workplace:
            self._is_in = True
            self._on_moved()
            tell(place, found)

    def _on_moved(self) -> None:
        if self.workplace is not None and self._is_in:
            name, pages = self._window.where()
            self.workplace.keep_where(where(name, pages))

    def _begin_set_up(self) -> None:
        self._set_up = SetUp(self._window, self._jobs, self.home, self.make_workspace)
        self._set_up.left.connect(self.show_start)
        self._set_up.opened.connect(self.enter)
        self._set_up.begin()

    def _begin_rehearsal(self) -> None:
        from ui.places.rehearsing import Rehearsing  # noqa: PLC0415 - slow to load

        rehearsing = Rehearsing(self._jobs, self.home)
        rehearsing.left.connect(self.show_start)
        rehearsing.built.connect(self._on_rehearsal)
        self._window.show_alone(rehearsing)

    def _on_rehearsal(self, folder: Path, passphrase: str) -> None:
        page = self.show_unlock(folder)
        page.suggest(passphrase)

    # -- getting out

    def lock(self) -> None:
        """Put the places away at once; the store closes behind the last word."""
        folder = self._folder
        if self.workplace is None or folder is None:
            return
        workplace, desk = self._leave()
        page = self.show_unlock(folder)

        def done(_none: None) -> None:
            self._settle(workplace, folder)
            if isValid(page):
                page.show_locked(is_kept=folder not in self._rescued)
            self.locked.emit()

        workplace.end()
        self._jobs.run(self, lambda: unlock.lock(desk), done)

    def _on_gone(self, words: tuple[str, str]) -> None:
        """Leave a workspace that was destroyed: there is nothing to lock, and nothing to keep."""
        if self.workplace is None:
            return
        self.workplace.end()
        workplace, _desk = self._leave()
        self._was.pop(self._folder or Path(), None)
        self._folder = None
        workplace.deleteLater()
        self.show_start()
        self._notice().say(*words, tone="ok")
        self.locked.emit()

    def may_close(self) -> bool:
        """Make every word durable; False, and a notice, when one could not be."""
        if self.workplace is None:
            return True
        self._flush(self.workplace)
        self._jobs.stop_long_work()
        self._jobs.drain(_DRAIN_SECONDS)
        if not self.workplace.unkept:
            return True
        self._window.notice.say(
            "What you typed could not be kept yet.",
            "Make room on the disk, or copy the text elsewhere; then close the window again.",
            tone="error", action="Close without it", then=self._close_without,
        )  # fmt: skip
        return False

    def end(self) -> None:
        """Lock and wait for it: the app, or the person's whole session, is about to end."""
        self.lock()
        made = self._set_up.desk if self._set_up is not None else None
        if made is not None and self._set_up is not None:
            self._set_up.desk = None
            self._jobs.run(self, lambda: unlock.lock(made))
        self._jobs.drain(_DRAIN_SECONDS)

    def _close_without(self) -> None:
        self.end()
        self._window.close()

    def _leave(self) -> tuple[Workplace, Desk]:
        """Flush every text to the desk's lane, and put the places away."""
        workplace, desk, folder = self.workplace, self._desk, self._folder
        if workplace is None or desk is None or folder is None:
            raise RuntimeError(_CLOSED)
        self.idle.stop()
        self._flush(workplace)
        self._words.stop()
        name, pages = self._window.where()
        self._on_moved()
        self._is_in = False
        self._was[folder] = name, [way for page in pages if (way := page.again()) is not None]
        self._jobs.stop_long_work()
        self.workplace, self._desk = None, None
        self.commands.enable(on=False)
        self._window.show_desk("", "")
        if self._window.cover.isVisible():
            self._window.cover.uncover()
        return workplace, desk

    def _flush(self, workplace: Workplace) -> None:
        page = self._window.page
        if page is not None:
            page.leave()
        for text in self._window.findChildren(AutosaveText):
            text.flush()
        workplace.keep_all()

    def _settle(self, workplace: Workplace, folder: Path) -> None:
        # What the store would not take stays in memory, and is kept after the next unlocking.
        if workplace.unkept:
            self._rescued[folder] = workplace.unkept
        workplace.deleteLater()

    # -- what nobody planned

    def _on_fault(self, fault: Fault) -> None:
        if self._window.page is not None:
            self._window.page.give_up_reading()
        where = fault.where[-1] if fault.where else ""
        self._notice().say(
            f"{APP} made a mistake ({fault.kind}, {where}).",
            "What you typed is kept. Try again; if it comes back, tell support these words.",
            tone="error",
        )  # fmt: skip

    def _on_refusal(self, refusal: Planned) -> None:
        self._notice().show_refusal(refusal)

    def _notice(self) -> Notice:
        page = self._window.page
        return self._window.notice if page is None else page.notice


def _refuse(page: Unlock, refusal: Planned) -> None:
    if isValid(page):
        page.show_refusal(refusal)
