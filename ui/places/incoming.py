"""Bundles that came: read one after another, shown as one evening, joined in one go."""

from collections import deque
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidencekit.errors.base import Planned
from evidencekit.operations import again, completeness, evening, receive
from evidencekit.operations.again import Held
from evidencekit.operations.desk import Desk
from evidencekit.operations.evening import Drop, Evening
from evidencekit.operations.incoming import Incoming, VerifiedBundle
from evidencekit.operations.receive import Joined, Reader
from ui.jobs import Progress
from ui.places.incoming_parts import HeldCard, ReadyCard, RefusedCard
from ui.places.workplace import Workplace
from ui.theme import spaced
from ui.widgets.announce import announce
from ui.widgets.busy import Busy

Found = tuple[Incoming, Joined]


class IncomingList(QWidget):
    """What was chosen, in the order it is joined in; nothing is written before `join_all`."""

    changed = Signal()  # what is ready, or refused, is another
    joined = Signal(object)  # every (Incoming, Joined) of one go
    stopped = Signal(object)  # a refusal met while joining; the rest was joined

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._queue: deque[Path] = deque()
        self._drops: list[Drop] = []
        self._held: dict[Path, Held] = {}
        self._refused: dict[Path, Planned] = {}
        self._evening = Evening()
        self.offered = 0  # pairs that the last go of joining makes
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
    def evening(self) -> Evening:
        """Give everything that can be joined as one preview."""
        return self._evening

    @property
    def ready(self) -> tuple[Incoming, ...]:
        """Give what can be joined, in order."""
        return self._evening.ready

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was chosen, and nothing is being read."""
        chosen = self._drops or self._refused or self._held
        return not (chosen or self._queue or self._is_busy)

    @property
    def is_busy(self) -> bool:
        """Tell whether bundles are being read or joined."""
        return self._is_busy

    def add(self, paths: Iterable[Path]) -> None:
        """Read these bundles, one after another; one chosen twice is read once."""
        known = {path for path, _bundle in self._drops} | set(self._queue) | set(self._held)
        self._queue.extend(path for path in dict.fromkeys(paths) if path not in known)
        for path in self._queue:
            self._refused.pop(path, None)
        self._next()

    def clear(self) -> None:
        """Put everything away."""
        self._queue.clear()
        self._drops.clear()
        self._held.clear()
        self._refused.clear()
        self._evening = Evening()
        self._show()

    def join_all(self) -> None:
        """Join what is ready as one step, each bundle whole, in the order of sender and number."""
        if not self._is_busy and self.ready:
            self._is_busy = True
            self.offered = len(self._evening.pairs)
            self._join_next(deque(self.ready), [], [])

    # -- reading

    def _next(self) -> None:
        if self._is_busy or not self._queue:
            self._show()
            return
        self._is_busy = True
        path = self._queue.popleft()
        progress = self._begin(path)
        self._workplace.labour(
            self, lambda: again.digest_of_file(path, progress),
            lambda digest: self._look_up(path, digest), partial(self._on_refused, path), progress,
        )  # fmt: skip

    def _look_up(self, path: Path, digest: str) -> None:
        """Answer from the digest where this very file was joined before; else open it."""
        self._workplace.ask(
            self, lambda desk: again.known(desk, path, digest) or receive.reader_of(desk),
            partial(self._on_looked_up, path), partial(self._on_refused, path),
        )  # fmt: skip

    def _on_looked_up(self, path: Path, found: Held | Reader) -> None:
        if isinstance(found, Held):
            self._held[path] = found
            announce(self, f"Joined before: {found.sender_name}, no. {found.seq}.")
            self._done()
        else:
            self._verify(path, found)

    def _verify(self, path: Path, reader: Reader) -> None:
        progress = self._begin(path)
        self._workplace.labour(
            self, lambda: receive.verify_with(reader, path, progress),
            lambda bundle: self._on_verified(path, bundle), partial(self._on_refused, path),
            progress,
        )  # fmt: skip

    def _begin(self, path: Path) -> Progress:
        progress = Progress(self)
        progress.stopped.connect(partial(self._on_stopped, progress))
        self._busy.watch(f"Checking {path.name}", progress)
        self._busy.show()
        return progress

    def _on_verified(self, path: Path, bundle: VerifiedBundle) -> None:
        self._drops.append((path, bundle))
        announce(self, f"Signature checked: {bundle.sender.name}, no. {bundle.header.seq}.")
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
        if self._queue:
            self._next()
        else:
            self._look()

    def _look(self) -> None:
        """Preview everything together, once all of it is read."""
        drops, held = tuple(self._drops), tuple(self._held.values())
        refused = tuple(self._refused.values())
        self._is_busy = True
        self._workplace.ask(
            self, lambda desk: _look(desk, drops, held, refused), self._on_looked,
            self._on_not_looked,
        )  # fmt: skip

    def _on_looked(self, found: Evening) -> None:
        self._evening = found
        self._is_busy = False
        self._next()

    def _on_not_looked(self, refusal: Planned) -> None:
        self._on_looked(Evening())
        self.stopped.emit(refusal)

    # -- joining

    def _join_next(
        self, waiting: deque[Incoming], made: list[Found], refused: list[Planned]
    ) -> None:  # fmt: skip
        if not waiting:
            self._on_all_joined(made, refused)
            return
        one = waiting.popleft()
        self._busy.watch(f"Joining {one.sender}, no. {one.seq}")
        self._busy.show()
        before = tuple(made)

        def then(joined: Joined) -> None:
            self._drops = [each for each in self._drops if each[1] is not one.preview.bundle]
            made.append((one, joined))
            self._workplace.tell(joined.changes)
            self._join_next(waiting, made, refused)

        def on_refused(refusal: Planned) -> None:
            refused.append(refusal)
            self._join_next(waiting, made, refused)

        def join(desk: Desk) -> Joined:
            return evening.join_one(desk, one, before)

        self._workplace.ask(self, join, then, on_refused)

    def _on_all_joined(self, made: list[Found], refused: list[Planned]) -> None:
        self._held.clear()
        self._look()
        if made:
            self.joined.emit(tuple(made))
        if refused:
            self.stopped.emit(refused[0])

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
        for same in self._held.values():
            put_away = partial(self._put_away, same.path)
            self._cards.addWidget(HeldCard(same, place.zone, today, put_away))
        for path, refusal in (*self._refused.items(), *self._evening.refused):
            self._cards.addWidget(RefusedCard(path, refusal, partial(self._put_away, path)))
        self.changed.emit()

    def _leave(self, found: Incoming) -> None:
        self._put_away(found.preview.path)

    def _put_away(self, path: Path) -> None:
        self._refused.pop(path, None)
        self._held.pop(path, None)
        self._drops = [each for each in self._drops if each[0] != path]
        self._look()


def _look(
    desk: Desk, drops: Sequence[Drop], held: Sequence[Held], refused: Sequence[Planned]
) -> Evening:  # fmt: skip
    """Preview what was read, and remember what a refused bundle gave away."""
    found = evening.look(desk, drops, held)
    completeness.note_alarms(desk, (*refused, *(error for _path, error in found.refused)))
    return found
