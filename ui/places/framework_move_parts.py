"""What a move would do, in words: what goes by itself, what is chosen by hand, what stays."""

from functools import partial

from PySide6.QtWidgets import QWidget

from evidencekit.framework.comparing import Pairing, compare
from evidencekit.framework.pack import FrameworkPack
from evidencekit.operations.moving import Move
from ui.places.dates import count
from ui.places.framework_compare import ComparePage
from ui.places.kept_reason import KeptReason
from ui.places.workplace import Workplace
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.field import FieldBox
from ui.widgets.flow import flow
from ui.widgets.heading import Heading, label
from ui.widgets.lines import column
from ui.widgets.page import Page

_CHOSEN = "chosen"
_STAYS = "Stays under the former area"
_BY_HAND = (
    "These areas are in use, and nothing in the new version says the same. Choose what they are"
    " since, or leave them: their records then stay under the former area and are still read."
)
_OTHER = "The new version says something else under the same name. Records stay with the area."
_ALIKE = "Every area in use says the same in the new version. No record changes its area."


class Preview(QWidget):
    """The look at a move, with the choices it leaves to a person."""

    def __init__(self, workplace: Workplace, page: Page, planned: Move, file: str) -> None:
        super().__init__()
        self.planned = planned
        self.why = AutosaveText("Why the framework was corrected")
        self.why.setMaximumHeight(self.why.fontMetrics().lineSpacing() * 4)
        self.hands = {area: self._hand(area) for area in planned.kept}
        self.beside = button("Read both side by side", partial(self._compare, workplace),
                             icon="git-compare")  # fmt: skip
        self._kept = KeptReason(workplace, page, self.why, ("move-framework", file))
        self._kept.given_back.connect(self._take_back)
        cards = column(self._head(), gap=12)
        for card in (self._by_itself(), self._by_hand(), self._reworded(), self._reason()):
            if card is not None:
                cards.addWidget(card)
        self.setLayout(cards)

    def first_focus(self) -> QWidget:
        """Give where the keyboard begins: the first choice, else the reason."""
        return next(iter(self.hands.values()), self.why)

    def by_hand(self) -> dict[str, str]:
        """Give the areas somebody chose for, with what they are since."""
        return {area: box.value() for area, box in self.hands.items() if box.value()}

    def reason(self) -> str:
        """Give what was written about the move."""
        return self.why.toPlainText().strip()

    def done(self) -> None:
        """Let what was kept go: it stands in the ledger."""
        self._kept.done()

    def _head(self) -> Card:
        before, after = self.planned.before, self.planned.after
        words = f"From version {before.version} to version {after.version}"
        lines = [label(after.title, wrap=True)]
        if after.banner:
            lines.append(label(after.banner, "muted", wrap=True))
        return Card(Heading(words, "h2"), *lines, flow(self.beside), gap=8)

    def _by_itself(self) -> Card:
        card = Card(Heading("Goes by itself", "h2"), gap=6)
        for old, new in self.planned.areas.items():
            said = f"{_named(self.planned.before, old)} becomes {_named(self.planned.after, new)}"
            card.add(column(label(said, wrap=True),
                            label(f"Same text. {self._records(old)}", "muted"), gap=1))  # fmt: skip
        if not self.planned.areas:
            is_all = not (self.planned.kept or self.planned.reworded)
            card.add(label(_ALIKE if is_all else "No area has another id.", wrap=True))
        return card

    def _by_hand(self) -> Card | None:
        if not self.hands:
            return None
        card = Card(Heading("Choose by hand", "h2"), label(_BY_HAND, wrap=True), gap=12)
        for area, box in self.hands.items():
            name = _named(self.planned.before, area)
            found = self.planned.before.area(area)
            said = f"{found.text} " if found else ""
            card.add(FieldBox(name, box, f"{said}{self._records(area)}"))
        return card

    def _reworded(self) -> Card | None:
        if not self.planned.reworded:
            return None
        card = Card(Heading("Other words", "h2"), label(_OTHER, wrap=True), gap=6)
        for area in self.planned.reworded:
            said = f"{_named(self.planned.after, area)}. {self._records(area)}"
            card.add(label(said, wrap=True))
        return card

    def _reason(self) -> Card:
        hint = "It stands in the inspection's record beside the move."
        return Card(FieldBox("Why the framework was corrected", self.why, hint))

    def _hand(self, area: str) -> Combo:
        box = Combo(f"What {area} is since", _STAYS)
        pairs = compare(self.planned.before, self.planned.after).pairs
        alike = [each for each in pairs if each.first and each.first.id == area]
        added = [each for each in pairs if each.pairing is Pairing.ADDED]
        new = [each.second for each in (*alike, *added) if each.second]
        rest = [each for each in self.planned.after.areas if each not in new]
        box.offer([(each.id, f"{each.id} {each.label}") for each in (*new, *rest)])
        box.chosen.connect(lambda _key: self._on_chosen())
        return box

    def _on_chosen(self) -> None:
        self._kept.beside = {_CHOSEN: dict(self.by_hand())}
        self._kept.keep()

    def _take_back(self) -> None:
        chosen = self._kept.beside.get(_CHOSEN)
        for area, new in chosen.items() if isinstance(chosen, dict) else ():
            if area in self.hands and self.planned.after.area(str(new)):
                self.hands[area].set_value(str(new))

    def _records(self, area: str) -> str:
        many = self.planned.used.get(area, 0)
        return f"{count(many, 'record')} {'speaks' if many == 1 else 'speak'} to it."

    def _compare(self, workplace: Workplace) -> None:
        workplace.open_page(ComparePage(workplace, self.planned.before, self.planned.after))


def _named(pack: FrameworkPack, area: str) -> str:
    found = pack.area(area)
    return f"{area} {found.label}" if found else area
