"""Text that was never saved, and records that were never submitted."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.operations import settling
from evidencekit.operations.closing_day import Thing
from ui.places.close_day_card import Board, ThingCard
from ui.widgets.button import button
from ui.widgets.heading import label


class DraftCard(ThingCard):
    """Carry on with it, or throw it away; thrown away can be taken back."""

    def __init__(self, thing: Thing, board: Board, throw_away: Callable[[], object]) -> None:
        super().__init__(thing, board)
        self._go_on = button("Carry on", board.open_it, kind="primary", icon="pencil")
        away = button("Throw it away", throw_away, icon="trash-2")
        self.finish_with(self._go_on, away, opens="")

    @override
    def first_focus(self) -> QWidget:
        return self._go_on


class SubmitCard(ThingCard):
    """Submit it, or see what is missing; all that are ready go together."""

    def __init__(
        self, thing: Thing, board: Board, ready: int, submit_all: Callable[[], object]
    ) -> None:
        super().__init__(thing, board)
        for problem in thing.problems:
            self.add(label(problem.words, wrap=True))
        record = thing.record
        if thing.is_ready:
            self._first = button(
                "Submit it",
                lambda: board.settle(
                    lambda desk: settling.submit_ready(desk, [record])[0], "Submitted"
                ),
                kind="primary", icon="send",
            )  # fmt: skip
        else:
            self._first = button("Complete it", board.open_it, kind="primary", icon="pencil")
        every = button(f"Submit all {ready} that are ready", submit_all, icon="check-check")
        every.setVisible(ready > 1)
        self.finish_with(self._first, every, opens="Open it" if thing.is_ready else "")

    @override
    def first_focus(self) -> QWidget:
        return self._first
