"""The same section by somebody else: where the texts differ, and how both are brought together."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidencekit.analysis.rival_texts import Differing, differing, taken_in
from evidencekit.ids import RecordId
from evidencekit.operations import decide, verdicts
from evidencekit.operations.capture import Captured
from evidencekit.operations.report_sections import Rival, Slot
from ui.places.clash import open_clash
from ui.places.report_beside import beside
from ui.places.workplace import Workplace
from ui.theme import spaced
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.heading import Heading, label
from ui.widgets.lines import clear
from ui.widgets.page import Page

TWO = "Two versions of this text stand. Both stay readable, whatever is decided."
ALL_IN = "Every paragraph of theirs stands here too."
ASIDE = "Set aside. It stays readable in its history."
_WHY = "Its words are taken into the section that stands."
TAKEN = "Taken in."


class RivalCard(Card):
    """Shown only while a second text or a second version of the section stands."""

    taken = Signal(str, list)  # the whole text with their paragraph in it, and their links

    def __init__(self, workplace: Workplace, page: Page) -> None:
        super().__init__(tone="caution", gap=10)
        self._workplace, self._page = workplace, page
        self._shown: tuple[Slot, str] | None = None
        self._parts = QVBoxLayout()
        spaced(self._parts, 10)
        self.add(self._parts)
        self.hide()

    def show_beside(self, slot: Slot | None, text: str) -> None:
        """Show what differs from the text as it stands now, or nothing where nobody else wrote."""
        if slot is None or (slot, text) == self._shown:
            return
        self._shown = slot, text
        clear(self._parts)
        if slot.is_disputed and slot.record is not None:
            self._parts.addWidget(Heading("Changed on two laptops", "h2"))
            self._parts.addWidget(label(TWO, wrap=True))
            decide_it = button("Decide by paragraph", partial(self._on_decide, slot.record),
                               icon="git-compare")  # fmt: skip
            self._parts.addWidget(flow(decide_it))
        for rival in slot.rivals:
            self._show_rival(rival, text)
        self.setVisible(bool(slot.rivals) or slot.is_disputed)

    def _show_rival(self, rival: Rival, text: str) -> None:
        self._parts.addWidget(Heading(f"{rival.author} wrote this section too", "h2"))
        found = [each for each in differing(text, rival.text) if each.theirs]
        for number, each in enumerate(found, 1):
            self._parts.addWidget(beside(each.mine, each.theirs, ("Here", "Theirs")))
            self._parts.addWidget(self._ways(rival, each, text, number))
        if not found:
            self._parts.addWidget(label(ALL_IN, "muted", wrap=True))
        if self._workplace.is_lead:
            aside = button(
                "Set theirs aside", partial(self._on_aside, rival.record), icon="archive",
                name=f"Set aside the text of {rival.author}",
            )  # fmt: skip
            self._parts.addWidget(flow(aside))

    def _ways(self, rival: Rival, each: Differing, text: str, number: int) -> QWidget:
        def take(*, instead: bool) -> None:
            announce(self, TAKEN)
            self.taken.emit(taken_in(text, each, instead=instead), list(rival.links))

        below = button("Take it in", partial(take, instead=False), icon="plus",
                       name=f"Take in difference {number} of {rival.author}")  # fmt: skip
        if not each.mine:
            return flow(below)
        place = button(
            "Put it in place of mine", partial(take, instead=True), kind="quiet",
            name=f"Put difference {number} of {rival.author} in place of mine",
        )  # fmt: skip
        return flow(below, place)

    def _on_decide(self, record: RecordId) -> None:
        open_clash(self._workplace, record)

    def _on_aside(self, record: RecordId) -> None:
        self._workplace.ask(
            self, lambda desk: decide.set_aside(desk, record, _WHY), self._on_set_aside
        )

    def _on_set_aside(self, made: Captured) -> None:
        self._workplace.tell(made.changes)
        self._page.notice.undo(ASIDE, partial(self._undo, made))

    def _undo(self, made: Captured) -> None:
        record = made.record
        self._workplace.ask(
            self, lambda desk: verdicts.take_back(desk, record, "Undone at once."),
            lambda back: self._workplace.tell(back.changes | made.changes),
        )  # fmt: skip
