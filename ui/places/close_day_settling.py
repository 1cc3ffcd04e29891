"""Do what settles a thing of the day, say so, and take it back with Undo or Ctrl+Z."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

from evidencekit.ids import RecordId
from evidencekit.operations import drafting, settling
from evidencekit.operations.capture import Captured
from evidencekit.operations.changes import NOTHING, Changes
from evidencekit.operations.desk import Desk
from evidencekit.operations.drafting import Unsaved
from ui.places.dates import count
from ui.places.workplace import Workplace
from ui.widgets.notice import Notice

Work = Callable[[Desk], Captured]


class Judgement(Protocol):
    """Remembers something about a thing that is no part of the record, or forgets it."""

    def __call__(self, desk: Desk, /, *, is_so: bool) -> None:
        """Remember it, or forget it again."""


class _Settled(QUndoCommand):
    """Something that was settled; taking it back is a version of its own, and happens once."""

    def __init__(self, said: str, back: Callable[[], object]) -> None:
        super().__init__(said)
        self._back = back

    @override
    def undo(self) -> None:
        self.setObsolete(True)
        self._back()


class Settling(QObject):
    """Every change of the page goes through here, so that each can be taken back."""

    settled = Signal(str)  # the form whose words are now part of a record
    back = Signal(str)  # the key of the thing that is open again
    touched = Signal()  # something that no record says

    def __init__(self, place: Workplace, notice: Notice, parent: QObject) -> None:
        super().__init__(parent)
        self._place, self._notice = place, notice
        self.undo = QUndoStack(self)
        place.window.undo.addStack(self.undo)

    def settle(self, work: Work, said: str, key: str, form: str, *, is_final: bool) -> None:
        """Make a version of a record."""

        def then(made: Captured) -> None:
            self._say(said, None if is_final else partial(self._take_back, (made,), key))
            self.settled.emit(form)
            self._place.tell(made.changes)

        self._place.ask(self, work, then)

    def judge(self, work: Judgement, said: str, key: str, form: str) -> None:
        """Remember a judgement."""

        def back() -> None:
            self._place.ask(self, partial(work, is_so=False), lambda _none: self._on_back(key))

        def then(_none: None) -> None:
            self._say(said, back)
            self.settled.emit(form)
            self.touched.emit()

        self._place.ask(self, partial(work, is_so=True), then)

    def submit(self, records: Sequence[RecordId]) -> None:
        """Submit several at once."""

        def then(made: tuple[Captured, ...]) -> None:
            self._say(f"{count(len(made), 'record')} submitted", partial(self._take_back, made, ""))
            self._place.tell(_all(made))

        self._place.ask(self, lambda desk: settling.submit_ready(desk, records), then)

    def throw_away(self, form: str, key: str) -> None:
        """Forget what was typed in a form; it can be brought back while this page is open."""

        def back(kept: Unsaved) -> None:
            self._place.ask(self, partial(_keep_again, kept), lambda _at: self._on_back(key))

        def then(kept: Unsaved | None) -> None:
            self._place.forget(form, self.touched.emit)
            if kept is not None:
                self._say("Thrown away", partial(back, kept))

        self._place.ask(self, lambda desk: drafting.draft(desk, form), then)

    def _say(self, said: str, back: Callable[[], object] | None) -> None:
        if back is None:
            self._notice.say(f"{said}.", tone="ok")
            return
        self.undo.push(_Settled(said, back))
        self._notice.undo(f"{said}.", self.undo.undo)

    def _take_back(self, made: Sequence[Captured], key: str) -> None:
        def work(desk: Desk) -> tuple[Captured, ...]:
            return tuple(settling.take_back(desk, each) for each in made)

        def then(before: tuple[Captured, ...]) -> None:
            self._on_back(key)
            self._place.tell(_all(before))

        self._place.ask(self, work, then)

    def _on_back(self, key: str) -> None:
        self._notice.dismiss()
        self.back.emit(key)


def _keep_again(kept: Unsaved, desk: Desk) -> object:
    return drafting.keep_draft(
        desk, kept.form, kept.kind, kept.content, record=kept.record, beside=kept.beside
    )


def _all(made: Sequence[Captured]) -> Changes:
    changes = NOTHING
    for each in made:
        changes |= each.changes
    return changes
