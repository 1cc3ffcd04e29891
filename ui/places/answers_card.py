"""Answers to the team: who waits for a receipt, and a pack for each person in one go."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from evidencekit.operations.merge_desk import MergeDesk
from evidencekit.operations.receipts import Owed
from ui.places.dates import count
from ui.theme import spaced
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.lines import clear

NOBODY = "Nobody waits for a receipt."
PACKS = (
    "A return pack holds your decisions, queries and new cases, the roster, and the receipt of the "
    "one it is made for."
)


class AnswersCard(Card):
    """What goes back: receipts alone, or a pack for each with the receipt in it."""

    def __init__(
        self, receipts: Callable[[], object], packs: Callable[[], object]
    ) -> None:  # fmt: skip
        super().__init__(label("Answers", "h2"), gap=8)
        self._lines = QVBoxLayout()
        spaced(self._lines, 4)
        self.receipts = button("Save every receipt", receipts, icon="file-check")
        self.packs = button("Save a pack for each", packs, icon="archive")
        self.add(self._lines)
        self.add(label(PACKS, "muted", wrap=True))
        self.add(flow(self.receipts, self.packs))

    def show_owed(self, found: MergeDesk) -> None:
        """Show who waits; a button with nothing to do is off."""
        clear(self._lines)
        for each in found.owed:
            self._lines.addWidget(label(owed_words(each), wrap=True))
        if not found.owed:
            self._lines.addWidget(label(NOBODY, "muted", wrap=True))
        self.receipts.setEnabled(bool(found.owed))
        self.packs.setEnabled(bool(found.packs))


def owed_words(each: Owed) -> str:
    """Say how many bundles of somebody have no receipt."""
    numbers = ", ".join(f"no. {number}" for number in each.bundles)
    return f"{each.name} waits for the receipt of {count(len(each.bundles), 'bundle')}: {numbers}."
