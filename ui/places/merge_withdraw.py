"""Withdrawing merges, one or a whole evening's: what rests on them first, a reason, one undo."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from evidencekit.operations import merge_desk, withdrawing
from evidencekit.operations.withdrawing import BroughtBack, Withdrawn
from ui.places.dates import count
from ui.places.kept_reason import ask_again
from ui.places.reason_card import ReasonCard
from ui.places.workplace import Workplace
from ui.widgets.error_summary import go_to
from ui.widgets.heading import label
from ui.widgets.lines import clear
from ui.widgets.page import Page

_MANY = 12  # of what rests on them, named before the rest is only counted
_WITHDRAW = "withdraw"
_BETWEEN = "+"


class Withdrawing(QObject):
    """Asks why in a place of the page's, does it, and offers to bring it back."""

    done = Signal()

    def __init__(self, workplace: Workplace, page: Page, place: QVBoxLayout) -> None:
        super().__init__(page)
        self._workplace, self._page, self._place = workplace, page, place

    def ask(self, numbers: Sequence[int]) -> None:
        """Show what rests on these merges, and ask why."""
        wanted = tuple(numbers)
        self._workplace.ask(
            self, lambda desk: merge_desk.impact(desk, wanted), partial(self._ask_why, wanted)
        )  # fmt: skip

    def ask_again(self) -> None:
        """Ask once more what a reason was being typed for when the notes were closed."""
        ask_again(self._workplace, self._page, _WITHDRAW, self._resume)

    def _resume(self, subject: str) -> None:
        numbers = [int(each) for each in subject.split(_BETWEEN) if each.isdecimal()]
        if numbers:
            self.ask(numbers)

    def _ask_why(self, numbers: tuple[int, ...], impact: tuple[str, ...]) -> None:
        clear(self._place)
        which, these, they = _which(numbers), _these(numbers), _they(numbers)
        stands = f"These rest on what {they} brought:"
        if not impact:
            stands = f"Nothing rests on what {they} brought."
        card = ReasonCard(
            f"Withdraw {which}",
            f"What {they} brought goes out of every list, and stays stored. Merging the same "
            "bundles again brings it back.", f"Withdraw {these}",
            label(stands, "strong", wrap=True),
            *(label(each, wrap=True) for each in impact[:_MANY]),
            *(label(each, "muted") for each in _rest(impact)),
        )  # fmt: skip
        subject = _BETWEEN.join(str(each) for each in numbers)
        card.keep(self._workplace, self._page, _WITHDRAW, subject)
        card.agreed.connect(partial(self._withdraw, card, numbers))
        card.left.connect(self._put_away)
        self._place.addWidget(card)
        go_to(card.text)

    def _withdraw(self, card: ReasonCard, numbers: tuple[int, ...], reason: str) -> None:
        self._workplace.ask(
            self, lambda desk: withdrawing.withdraw(desk, numbers, reason),
            partial(self._on_withdrawn, card), lambda refusal: card.refuse(refusal.words),
        )  # fmt: skip

    def _on_withdrawn(self, card: ReasonCard, made: Withdrawn) -> None:
        card.done()
        self._put_away()
        self.done.emit()
        self._workplace.tell(made.changes)
        which, is_are = _which(made.batches).capitalize(), "is" if len(made.batches) == 1 else "are"
        gone = count(made.revisions, "version")
        self._page.notice.undo(
            f"{which} {is_are} withdrawn: {gone} out of force.", self._bring_back
        )  # fmt: skip

    def _put_away(self) -> None:
        first = self._page.first_focus()
        if first is not None:
            first.setFocus()  # else Qt hands it to whatever comes next: the menu
        clear(self._place)

    def _bring_back(self) -> None:
        self._workplace.ask(
            self, withdrawing.bring_back, self._on_brought_back, self._page.notice.show_refusal
        )

    def _on_brought_back(self, made: BroughtBack) -> None:
        self._workplace.tell(made.changes)
        which, is_are = _which(made.batches).capitalize(), "is" if len(made.batches) == 1 else "are"
        self._page.notice.say(f"{which} {is_are} in force again.", tone="ok")


def _which(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"merge {numbers[0]}"
    return f"{len(numbers)} merges of one evening"


def _these(numbers: Sequence[int]) -> str:
    return "this merge" if len(numbers) == 1 else "these merges"


def _they(numbers: Sequence[int]) -> str:
    return "it" if len(numbers) == 1 else "they"


def _rest(impact: Sequence[str]) -> list[str]:
    more = len(impact) - _MANY
    return [f"And {count(more, 'record')} more."] if more > 0 else []
