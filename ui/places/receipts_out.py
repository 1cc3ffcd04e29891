"""Answers on their way out: each prepared on the desk, sealed on the bench, remembered."""

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from evidencekit.errors.base import Planned
from evidencekit.ids import AuthorId
from evidencekit.operations import hand_over, receipts
from evidencekit.operations.desk import Desk
from evidencekit.operations.hand_over import Sealed
from evidencekit.operations.outgoing import Outgoing, off_the_desk
from ui.jobs import Progress
from ui.places.workplace import Workplace

Whose = int | AuthorId
Order = tuple[Whose, Callable[[Desk], Outgoing]]


class ReceiptsOut(QObject):
    """Writes receipts or return packs into one folder, one after another."""

    sealing = Signal(object)  # the Progress of the one being sealed
    written = Signal(object)  # the merge that is answered, or the member
    done = Signal(object)  # the files written, all of them or those before it stopped
    refused = Signal(object)  # what ended it

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._wanted: deque[Order] = deque()
        self._made: list[Path] = []

    def write(self, numbers: Sequence[int], folder: Path) -> None:
        """Write the receipts for these merges."""
        self._write([(each, partial(_answer_to, each)) for each in numbers], folder)

    def write_for(self, members: Sequence[AuthorId], folder: Path, *, packs: bool) -> None:
        """Write one receipt for each of these people, alone or in a return pack."""
        prepare = receipts.pack_for if packs else receipts.answer_for
        self._write([(each, partial(_for, prepare, each)) for each in members], folder)

    def _write(self, wanted: Sequence[Order], folder: Path) -> None:
        self._wanted, self._made = deque(wanted), []
        self._next(folder)

    def _next(self, folder: Path) -> None:
        if not self._wanted:
            self.done.emit(tuple(self._made))
            return
        whose, prepare = self._wanted.popleft()
        self._workplace.ask(self, prepare, partial(self._seal, whose, folder), self._stop)

    def _seal(self, whose: Whose, folder: Path, ready: Outgoing) -> None:
        progress = Progress(self)
        progress.stopped.connect(lambda: self.done.emit(tuple(self._made)))
        self.sealing.emit(progress)
        away = off_the_desk(ready, partial(self._workplace.borrow, progress))
        self._workplace.labour(
            self, lambda: hand_over.seal(away, folder, progress),
            partial(self._record, whose, folder, ready), self._stop, progress,
        )  # fmt: skip

    def _record(self, whose: Whose, folder: Path, ready: Outgoing, sealed: Sealed) -> None:
        def then(_made: object) -> None:
            self._made.append(sealed.path)
            self.written.emit(whose)
            self._next(folder)

        self._workplace.ask(
            self, lambda desk: hand_over.record(desk, ready, sealed), then, self._stop
        )

    def _stop(self, refusal: Planned) -> None:
        self._wanted.clear()
        self.refused.emit(refusal)


def _answer_to(number: int, desk: Desk) -> Outgoing:
    return receipts.answer_to(desk, number)


def _for(
    prepare: Callable[[Desk, AuthorId], Outgoing], member: AuthorId, desk: Desk
) -> Outgoing:  # fmt: skip
    return prepare(desk, member)
