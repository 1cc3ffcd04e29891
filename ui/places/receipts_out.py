"""Receipts on their way out: each prepared on the desk, sealed on the bench, remembered."""

from collections import deque
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from evidencekit.errors.base import Planned
from evidencekit.operations import hand_over, receipts
from evidencekit.operations.hand_over import Sealed
from evidencekit.operations.outgoing import Outgoing
from ui.jobs import Progress
from ui.places.workplace import Workplace


class ReceiptsOut(QObject):
    """Writes the receipts of several merges into one folder, one after another."""

    sealing = Signal(object)  # the Progress of the one being sealed
    written = Signal(int)  # the merge that is answered
    done = Signal(object)  # the files written, all of them or those before it stopped
    refused = Signal(object)  # what ended it

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._wanted: deque[int] = deque()
        self._made: list[Path] = []

    def write(self, numbers: Sequence[int], folder: Path) -> None:
        """Write the receipts for these merges."""
        self._wanted, self._made = deque(numbers), []
        self._next(folder)

    def _next(self, folder: Path) -> None:
        if not self._wanted:
            self.done.emit(tuple(self._made))
            return
        number = self._wanted.popleft()
        self._workplace.ask(
            self, lambda desk: receipts.answer_to(desk, number),
            partial(self._seal, number, folder), self._stop,
        )  # fmt: skip

    def _seal(self, number: int, folder: Path, ready: Outgoing) -> None:
        progress = Progress(self)
        progress.stopped.connect(lambda: self.done.emit(tuple(self._made)))
        self.sealing.emit(progress)
        self._workplace.labour(
            self, lambda: hand_over.seal(ready, folder, progress),
            partial(self._record, number, folder, ready), self._stop, progress,
        )  # fmt: skip

    def _record(self, number: int, folder: Path, ready: Outgoing, sealed: Sealed) -> None:
        def then(_made: object) -> None:
            self._made.append(sealed.path)
            self.written.emit(number)
            self._next(folder)

        self._workplace.ask(
            self, lambda desk: hand_over.record(desk, ready, sealed), then, self._stop
        )

    def _stop(self, refusal: Planned) -> None:
        self._wanted.clear()
        self.refused.emit(refusal)
