"""Bundles that came: read one after another, shown, left out, or joined one by one."""

from collections import deque
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidencekit.errors.base import Planned
from evidencekit.operations import incoming, receive
from evidencekit.operations.incoming import Incoming, VerifiedBundle
from evidencekit.operations.receive import Joined, Reader
from ui.jobs import Progress
from ui.places.incoming_parts import ReadyCard, RefusedCard
from ui.places.workplace import Workplace
from ui.theme import spaced
from ui.widgets.announce import announce
from ui.widgets.busy import Busy
from ui.widgets.tab_order import keep_order

Found = tuple[Incoming, Joined]


class IncomingList(QWidget):
    """What was chosen, in the order it was read; nothing is written before `join_all`."""

    changed = Signal()  # what is ready, or refused, is another
    joined = Signal(object)  # every (Incoming, Joined) of one go
    stopped = Signal(object)  # the refusal that ended joining

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._queue: deque[Path] = deque()
        self._ready: list[Incoming] = []
        self._refused: dict[Path, Planned] = {}
        self._is_busy = False
        self._busy = Busy()
        self._busy.hide()
        self._cards = QVBoxLayout()
        spaced(self._cards, 10)
        column = QVBoxLayout(self)
        spaced(column, 10)
        column.addLayout(self._cards)
        column.addWidget(self._busy)

    @property
    def ready(self) -> tuple[Incoming, ...]:
        """Give what can be joined, in order."""
        return tuple(sorted(self._ready, key=lambda each: each.order))

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was chosen, and nothing is being read."""
        return not (self._ready or self._refused or self._queue or self._is_busy)

    @property
    def is_busy(self) -> bool:
        """Tell whether bundles are being read or joined."""
        return self._is_busy

    def add(self, paths: Iterable[Path]) -> None:
        """Read these bundles, one after another; one chosen twice is read once."""
        known = {each.preview.path for each in self._ready} | set(self._queue)
        self._queue.extend(path for path in dict.fromkeys(paths) if path not in known)
        for path in self._queue:
            self._refused.pop(path, None)
        self._next()

    def clear(self) -> None:
        """Put everything away."""
        self._queue.clear()
        self._ready.clear()
        self._refused.clear()
        self._show()

    def join_all(self) -> None:
        """Join what is ready, one transaction each, in the order of sender and number."""
        if not self._is_busy and self._ready:
            self._is_busy = True
            self._join_next(deque(self.ready), [])

    # -- reading

    def _next(self) -> None:
        if self._is_busy or not self._queue:
            self._show()
            return
        self._is_busy = True
        path = self._queue.popleft()
        refused = partial(self._on_refused, path)
        self._workplace.ask(self, receive.reader_of, partial(self._verify, path), refused)

    def _verify(self, path: Path, reader: Reader) -> None:
        progress = Progress(self)
        progress.stopped.connect(partial(self._on_stopped, progress))
        self._busy.watch(f"Checking {path.name}", progress)
        self._busy.show()
        self._workplace.labour(
            self, lambda: receive.verify_with(reader, path, progress),
            lambda bundle: self._look(path, bundle), partial(self._on_refused, path), progress,
        )  # fmt: skip

    def _look(self, path: Path, bundle: VerifiedBundle) -> None:
        self._workplace.ask(
            self, lambda desk: incoming.look(desk, path, bundle), self._on_ready,
            partial(self._on_refused, path),
        )  # fmt: skip

    def _on_ready(self, found: Incoming) -> None:
        digest = found.preview.bundle.tag_digest
        if all(each.preview.bundle.tag_digest != digest for each in self._ready):
            self._ready.append(found)
        announce(self, f"Signature checked: {found.sender}, no. {found.seq}.")
        self._done()

    def _on_refused(self, path: Path, refusal: Planned) -> None:
        self._refused[path] = refusal
        announce(self, f"{path.name}: {refusal.words}", at_once=True)
        self._done()

    def _on_stopped(self, progress: Progress) -> None:
        progress.deleteLater()
        self._queue.clear()
        self._done()

    def _done(self) -> None:
        self._is_busy = False
        self._next()

    # -- joining

    def _join_next(self, waiting: deque[Incoming], made: list[Found]) -> None:
        if not waiting:
            self._on_all_joined(made)
            return
        one = waiting.popleft()
        self._busy.watch(f"Joining {one.sender}, no. {one.seq}")
        self._busy.show()

        def then(joined: Joined) -> None:
            self._ready.remove(one)
            made.append((one, joined))
            self._workplace.tell(joined.changes)
            self._join_next(waiting, made)

        def refused(refusal: Planned) -> None:
            self._on_all_joined(made)
            self._look_again()
            self.stopped.emit(refusal)

        self._workplace.ask(self, lambda desk: incoming.join(desk, one), then, refused)

    def _on_all_joined(self, made: list[Found]) -> None:
        self._is_busy = False
        self._show()
        if made:
            self.joined.emit(tuple(made))

    def _look_again(self) -> None:
        old = tuple(self._ready)

        def then(found: tuple[Incoming, ...]) -> None:
            self._ready = list(found)
            self._show()

        self._workplace.ask(
            self, lambda desk: tuple(incoming.look_again(desk, each) for each in old), then
        )

    # -- showing

    def _show(self) -> None:
        self._busy.setVisible(self._is_busy)
        while (item := self._cards.takeAt(0)) is not None:
            card = item.widget()
            if card is not None:
                card.hide()
                card.deleteLater()
        place = self._workplace
        today = place.now().date()
        for each in self.ready:
            leave = partial(self._leave, each)
            self._cards.addWidget(ReadyCard(each, place.zone, today, leave, place.open_page))
        for path, refusal in self._refused.items():
            self._cards.addWidget(RefusedCard(path, refusal, partial(self._put_away, path)))
        keep_order(self)
        self.changed.emit()

    def _leave(self, found: Incoming) -> None:
        self._ready.remove(found)
        self._show()

    def _put_away(self, path: Path) -> None:
        self._refused.pop(path, None)
        self._show()
