"""A card that asks why before something is done, and says what it will do.

What is typed into it is kept like any other word, under what is done and to whom.
"""

from PySide6.QtCore import Signal

from ui.places.kept_reason import KeptReason
from ui.places.workplace import Workplace
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.field import FieldBox
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.lines import Part
from ui.widgets.page import Page

NEEDED = "Say in a few words why; the reason stays with it."


class ReasonCard(Card):
    """The reason is required; nothing happens without one."""

    agreed = Signal(str)
    left = Signal()

    def __init__(
        self, title: str, more: str, do_it: str, *parts: Part, asks: str = "Reason"
    ) -> None:
        super().__init__(tone="caution", gap=12)
        self._needed = NEEDED if asks == "Reason" else f"Write the {asks.lower()} in a few words."
        self.text = AutosaveText(asks)
        self.text.setMaximumHeight(self.text.fontMetrics().lineSpacing() * 5)
        self.field = FieldBox(asks, self.text, "")
        self.go = button(do_it, self._on_go, kind="primary")
        self.cancel = button("Cancel", self._on_cancel)
        self._kept: KeptReason | None = None
        for part in (label(title, "h2"), label(more, wrap=True), *parts, self.field):
            self.add(part)
        self.add(flow(self.go, self.cancel))

    def keep(self, workplace: Workplace, page: Page, what: str, subject: str) -> None:
        """Keep the reason as it is typed, and give back what was typed before the end."""
        self._kept = KeptReason(workplace, page, self.text, (what, subject))

    def done(self) -> None:
        """Let the kept reason go: it stands with what was done."""
        if self._kept is not None:
            self._kept.done()

    def refuse(self, words: str) -> None:
        """Show beside the box why it was not done."""
        self.field.set_problem(words)
        self.text.setFocus()

    def _on_cancel(self) -> None:
        self.done()
        self.left.emit()

    def _on_go(self) -> None:
        reason = self.text.toPlainText().strip()
        if reason:
            self.field.set_problem("")
            self.agreed.emit(reason)
        else:
            self.refuse(self._needed)
