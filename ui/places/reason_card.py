"""A card that asks why before something is done, and says what it will do."""

from PySide6.QtCore import Signal

from ui.widgets.autosave_text import AutosaveText
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.field import FieldBox
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.lines import Part

NEEDED = "Say in a few words why; the reason stays with it."


class ReasonCard(Card):
    """The reason is required; nothing happens without one."""

    agreed = Signal(str)
    left = Signal()

    def __init__(self, title: str, more: str, do_it: str, *parts: Part) -> None:
        super().__init__(tone="caution", gap=12)
        self.text = AutosaveText("Reason")
        self.text.setMaximumHeight(self.text.fontMetrics().lineSpacing() * 5)
        self.field = FieldBox("Reason", self.text, "")
        self.go = button(do_it, self._on_go, kind="primary")
        self.cancel = button("Cancel", self.left.emit)
        for part in (label(title, "h2"), label(more, wrap=True), *parts, self.field):
            self.add(part)
        self.add(flow(self.go, self.cancel))

    def refuse(self, words: str) -> None:
        """Show beside the box why it was not done."""
        self.field.set_problem(words)
        self.text.setFocus()

    def _on_go(self) -> None:
        reason = self.text.toPlainText().strip()
        if reason:
            self.field.set_problem("")
            self.agreed.emit(reason)
        else:
            self.refuse(NEEDED)
