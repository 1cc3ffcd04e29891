"""Clashes that were decided: by whom, when and why; each can be decided again."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.operations import deciding_again
from evidencekit.operations.deciding_again import Decided
from evidencekit.records.kinds import KINDS
from ui.places.arriving import begin_here
from ui.places.clash import open_clash
from ui.places.dates import count, stamp_words
from ui.places.workplace import Workplace
from ui.theme import spaced
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.fresh_page import FreshPage
from ui.widgets.heading import label
from ui.widgets.lines import clear

TITLE = "Decided before"
_ABOUT = "A new decision takes the place of the former one. Both stay in the history."
_MOST = 50  # the latest; the command line lists all


class DecidedPage(FreshPage):
    """The latest decisions between versions, the newest first."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(TITLE, _ABOUT)
        self._workplace = workplace
        self._first: QWidget | None = None
        self._list = QVBoxLayout()
        spaced(self._list, 12)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.empty.chosen.connect(workplace.close_page)
        self.show_busy("Reading…")

    @override
    def _read(self) -> None:
        self._workplace.ask(self, deciding_again.decided, self._on_read)

    @override
    def first_focus(self) -> QWidget | None:
        return self._first or super().first_focus()

    def _on_read(self, found: tuple[Decided, ...]) -> None:
        clear(self._list)
        self._first = None
        if not found:
            self.show_empty(
                "No clash was decided yet.", "Two versions of one record are listed on Merge.",
                "Back", "circle-check",
            )  # fmt: skip
            return
        for each in found[:_MOST]:
            self._list.addWidget(self._card(each))
        self.show_content()
        begin_here(self._workplace, self)

    def _card(self, each: Decided) -> Card:
        place = self._workplace
        kind = KINDS[each.kind].label if each.kind in KINDS else each.kind
        when = stamp_words(each.written, place.zone, place.now().date())
        times = f", decided {count(each.times, 'time')}" if each.times > 1 else ""
        again = button(
            "Decide again", partial(open_clash, place, each.record), icon="git-merge",
            name=f"Decide again: {each.title or kind}",
        )  # fmt: skip
        self._first = self._first or again
        return Card(
            label(each.title or kind, "h3", wrap=True),
            label(f"{kind}. {each.who} decided it at {when}{times}.", "muted", wrap=True),
            label(f"Why: {each.reason}", wrap=True), flow(again), gap=6,
        )  # fmt: skip


def show_decided(workplace: Workplace) -> None:
    """Open the list over whatever is in front."""
    if not isinstance(workplace.window.page, DecidedPage):
        workplace.open_page(DecidedPage(workplace))
