"""Evidence: the whole base, read once for all pages that need all of it, and then followed."""

import gc
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar
from weakref import WeakSet

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from evidencekit.errors.base import Planned
from evidencekit.operations.desk import Desk
from evidencekit.operations.following import Base, Everything, News, follow, take
from ui.jobs import Progress
from ui.places.workplace import Workplace
from ui.widgets.page import Page, holds_focus

T = TypeVar("T")
_AGAIN_MS = 2000
_MOMENT_MS = 500  # a reading that takes longer says how far it is
_ONCE = "Reading everything. After this, only what is new is read."
_READING = "Reading {done:,} of {of:,} records"
_MATCHING = "Putting together {done:,} of {of:,} records"
_COUNTING = "All is read. Working out what to show."


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a page wants worked out of the base."""

    owner: QObject
    work: Callable[[Base], Any]
    then: Callable[[Any], None]
    refused: Callable[[Planned], None] | None


class Evidence(QObject):
    """Keeps the base of one workplace. A page asks; the desk is asked only what came since."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._base: Base | None = None
        self._wishes: deque[_Wish] = deque()  # for the next round
        self._served: tuple[_Wish, ...] = ()  # by this round
        self._is_reading = self._was_cancelled = False
        self._step: tuple[Progress, str] | None = None  # once a moment has gone by, it is shown
        self._shown = WeakSet[Page]()  # pages that show this step
        self._heard = WeakSet[Page]()  # pages whose Cancel is heard
        self.moment = QTimer(self)
        self.moment.setSingleShot(True)
        self.moment.setInterval(_MOMENT_MS)
        self.moment.timeout.connect(self._show)

    def ask(
        self,
        owner: QObject,
        work: Callable[[Base], T],
        then: Callable[[T], None],
        refused: Callable[[Planned], None] | None = None,
    ) -> None:
        """Work something out of the base as it is now, on the bench; `then` gets it here."""
        self._wishes.append(_Wish(owner, work, then, refused))
        if isinstance(owner, Page) and owner.busy.has_given_up:  # it is tried again
            owner.notice.dismiss()
            owner.show_busy(_ONCE)
        if not self._is_reading:
            self._read()
        elif not self.moment.isActive():
            self._show()

    def _read(self) -> None:
        """Ask what came since; whoever asks meanwhile is served by the next round."""
        self._is_reading, self._was_cancelled = True, False
        self._served, mark = tuple(self._wishes), self._base.mark if self._base else None
        self._wishes.clear()
        self.moment.start()
        progress = self._begin(_READING)

        def work(desk: Desk) -> Everything | News:
            return take(desk, mark, progress)

        self._workplace.ask(self, work, self._on_taken, self._on_refused, progress)

    def _begin(self, words: str) -> Progress:
        """Begin a step of the reading, which can be stopped and says how far it is."""
        if self._step is not None:
            self._step[0].deleteLater()
        progress = Progress(self)
        progress.stopped.connect(self._on_stopped)
        self._step = progress, words
        self._shown.clear()
        if not self.moment.isActive():
            self._show()
        return progress

    def _on_taken(self, taken: Everything | News) -> None:
        progress = self._begin(_MATCHING)
        work = partial(_followed, self._base, taken, progress)
        self._workplace.labour(self, work, self._on_base, self._on_refused, progress)

    def _on_stopped(self) -> None:
        """Try later: a lock or a close waits for no reading, and a close may be called off."""
        self._wishes.extendleft(reversed(self._served))
        again = 0 if self._was_cancelled else _AGAIN_MS
        QTimer.singleShot(again, self, self._go_on)

    def _on_base(self, base: Base) -> None:
        self._base = base
        self._begin(_COUNTING)
        for wish in self._served:
            if isValid(wish.owner):
                work = partial(wish.work, base)
                self._workplace.labour(wish.owner, work, wish.then, wish.refused)
        self._go_on()

    def _on_refused(self, refusal: Planned) -> None:
        for wish in self._served:
            if isValid(wish.owner):
                if wish.refused is not None:
                    wish.refused(refusal)
                else:
                    self._workplace.show_refusal(wish.owner, refusal)
        self._go_on()

    def _go_on(self) -> None:
        self._is_reading = False
        self._wishes = deque(wish for wish in self._wishes if isValid(wish.owner))
        if self._wishes:
            self._read()

    # -- what a page shows that has nothing else to show yet

    def _show(self) -> None:
        """Say on every page that waits how far the reading is, and offer the way back."""
        if self._step is None:
            return
        progress, words = self._step
        for page in {wish.owner for wish in (*self._served, *self._wishes)} - set(self._shown):
            if isinstance(page, Page) and isValid(page) and _waits(page):
                self._shown.add(page)
                self._show_on(page, progress, words)
        if words == _COUNTING:
            progress.step(1, 1)

    def _show_on(self, page: Page, progress: Progress, words: str) -> None:
        page.show_busy(_ONCE, progress, words)
        if page not in self._heard:
            self._heard.add(page)
            page.busy.cancelled.connect(partial(self._on_cancel, page))
        now, window = QApplication.focusWidget(), self._workplace.window
        is_at_work = holds_focus(page) and now is not None and now.isVisible()
        if window.takes_keyboard(page) and not is_at_work:
            page.busy.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_cancel(self, page: Page) -> None:
        """Go back to where one was; the base stays as it was, and can be asked again."""
        if not page.is_reading or self._workplace.window.page is not page:
            return  # something else was cancelled
        self._was_cancelled = True
        self._served = tuple(wish for wish in self._served if wish.owner is not page)
        self._wishes = deque(wish for wish in self._wishes if wish.owner is not page)
        self._workplace.window.turn_back()


def evidence_of(workplace: Workplace) -> Evidence:
    """Give the one base of a workplace."""
    found = workplace.findChild(Evidence)
    return found if isinstance(found, Evidence) else Evidence(workplace)


def _waits(page: Page) -> bool:
    return page.is_reading and not page.busy.has_given_up


def _followed(base: Base | None, taken: Everything | News, progress: Progress) -> Base:
    if isinstance(taken, News):
        return follow(base, taken)
    # Millions of small values that hold no circle: the collector would walk them all, again and
    # again, while nobody else may run.
    gc.disable()
    try:
        return follow(base, taken, progress)
    finally:
        gc.freeze()
        gc.enable()
