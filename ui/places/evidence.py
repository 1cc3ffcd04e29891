"""Evidence: the whole base, read once for all pages that need all of it, and then followed."""

import gc
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from evidencekit.errors.base import Planned
from evidencekit.operations.desk import Desk
from evidencekit.operations.following import Base, Everything, News, follow, take
from ui.jobs import Progress
from ui.places.workplace import Workplace

T = TypeVar("T")
_AGAIN_MS = 2000


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
        self._wishes: deque[_Wish] = deque()
        self._is_reading = False

    def ask(
        self,
        owner: QObject,
        work: Callable[[Base], T],
        then: Callable[[T], None],
        refused: Callable[[Planned], None] | None = None,
    ) -> None:
        """Work something out of the base as it is now, on the bench; `then` gets it here."""
        self._wishes.append(_Wish(owner, work, then, refused))
        if not self._is_reading:
            self._read()

    def _read(self) -> None:
        """Ask what came since; whoever asks meanwhile is served by the next round."""
        self._is_reading = True
        progress = Progress(self)
        wishes, mark = tuple(self._wishes), self._base.mark if self._base else None
        self._wishes.clear()

        def work(desk: Desk) -> Everything | News:
            return take(desk, mark, progress)

        progress.stopped.connect(partial(self._on_stopped, wishes))
        refused = partial(self._on_refused, wishes)
        then = partial(self._on_taken, wishes, progress)
        self._workplace.ask(self, work, then, refused, progress)

    def _on_taken(
        self, wishes: tuple[_Wish, ...], progress: Progress, taken: Everything | News
    ) -> None:  # fmt: skip
        work = partial(_followed, self._base, taken, progress)
        then = partial(self._on_base, wishes, progress)
        refused = partial(self._on_refused, wishes)
        self._workplace.labour(self, work, then, refused, progress)

    def _on_stopped(self, wishes: tuple[_Wish, ...]) -> None:
        """Try later: a lock or a close waits for no reading, and a close may be called off."""
        self._wishes.extendleft(reversed(wishes))
        QTimer.singleShot(_AGAIN_MS, self, self._go_on)

    def _on_base(self, wishes: tuple[_Wish, ...], progress: Progress, base: Base) -> None:
        progress.deleteLater()
        self._base = base
        for wish in wishes:
            if isValid(wish.owner):
                work = partial(wish.work, base)
                self._workplace.labour(wish.owner, work, wish.then, wish.refused)
        self._go_on()

    def _on_refused(self, wishes: tuple[_Wish, ...], refusal: Planned) -> None:
        for wish in wishes:
            if isValid(wish.owner):
                if wish.refused is not None:
                    wish.refused(refusal)
                else:
                    self._workplace.show_refusal(wish.owner, refusal)
        self._go_on()

    def _go_on(self) -> None:
        self._is_reading = False
        if self._wishes:
            self._read()


def evidence_of(workplace: Workplace) -> Evidence:
    """Give the one base of a workplace."""
    found = workplace.findChild(Evidence)
    return found if isinstance(found, Evidence) else Evidence(workplace)


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
