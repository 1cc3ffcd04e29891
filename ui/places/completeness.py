"""Whether everything is here: a banner for what does not fit, and a page with every author."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.operations import completeness
from evidencekit.operations.changes import Changes
from evidencekit.operations.completeness import Author, Trouble
from ui.places.arriving import begin_here
from ui.places.dates import stamp_words
from ui.places.reason_card import ReasonCard
from ui.places.workplace import Workplace
from ui.theme import spaced
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.error_summary import go_to
from ui.widgets.flow import flow
from ui.widgets.fresh_page import FreshPage
from ui.widgets.heading import label
from ui.widgets.lines import clear, row, rule
from ui.widgets.tag import Tag

TITLE = "Is everything here?"
_MORE = "From each author's own signed chain and numbered bundles; a clock decides nothing."
_SAFE = "Nothing was lost here by it. It stays on this banner until it is gone or explained."


class TroubleBanner(QWidget):
    """Gaps, forks and rollbacks, named until they are gone or explained."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._column = QVBoxLayout(self)
        spaced(self._column, 0)
        self.hide()

    def read(self) -> None:
        """Look again at what does not fit."""
        self._workplace.ask(self, completeness.troubles, self._on_read)

    def _on_read(self, found: Sequence[Trouble]) -> None:
        clear(self._column)
        self.setVisible(bool(found))
        if not found:
            return
        card = Card(label("Something does not fit", "h2"), tone="error", gap=6)
        for each in found:
            card.add(label(each.words, "strong", wrap=True))
        card.add(label(_SAFE, wrap=True))
        card.add(flow(button("Look and explain", partial(show_completeness, self._workplace))))
        card.setAccessibleName(f"Something does not fit: {' '.join(e.words for e in found)}")
        self._column.addWidget(card)


class CompletenessPage(FreshPage):
    """Every author: up to which number and time, and whatever does not fit."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(TITLE, _MORE)
        self._workplace = workplace
        self._read_once = False
        self._question, self._authors = QVBoxLayout(), QVBoxLayout()
        for part in (self._question, self._authors):
            spaced(part, 8)
            self.body.addLayout(part)
        self.body.addStretch(1)
        self.empty.chosen.connect(workplace.close_page)
        self.show_busy("Reading…")

    @override
    def _read(self) -> None:
        self._workplace.ask(self, completeness.look, self._on_read)

    def _on_read(self, found: tuple[Author, ...]) -> None:
        is_first, self._read_once = not self._read_once, True
        clear(self._authors)
        if not found:
            self.show_empty("You have not joined a team yet.", "", "Back", "users")
            return
        for each in found:
            self._authors.addWidget(self._card(each))
        self.show_content()
        if is_first:
            begin_here(self._workplace, self)

    def _card(self, author: Author) -> Card:
        name = f"{author.name} (you)" if author.is_me else author.name
        head = row(label(name, "h3", wrap=True), Tag(*_tag(author)))
        head.setStretch(0, 1)
        card = Card(head, label(self._words(author), wrap=True), gap=6)
        for each in author.troubles:
            card.add(rule())
            card.add(label(each.words, "strong", wrap=True))
            if each.is_explained:
                when = stamp_words(each.at, self._workplace.zone, self._workplace.now().date())
                said = f"Explained by {each.by} at {when}: {each.reason}"
                card.add(label(said, "muted", wrap=True))
            else:
                explain = partial(self._ask_why, each)
                card.add(flow(button("Explain", explain, name=f"Explain: {each.words}")))
        return card

    def _words(self, author: Author) -> str:
        if not author.written:
            return author.words
        when = stamp_words(author.written, self._workplace.zone, self._workplace.now().date())
        return f"{author.words} The last was written at {when}."

    def _ask_why(self, trouble: Trouble) -> None:
        clear(self._question)
        card = ReasonCard(
            "Explain what does not fit", trouble.words, "Keep the explanation",
            label("It leaves the banner and stays in this list, with your name.", wrap=True),
        )  # fmt: skip
        card.keep(self._workplace, self, "explain", trouble.key)
        card.agreed.connect(partial(self._explain, card, trouble))
        card.left.connect(partial(clear, self._question))
        self._question.addWidget(card)
        go_to(card.text)

    def _explain(self, card: ReasonCard, trouble: Trouble, reason: str) -> None:
        self._workplace.ask(
            self, lambda desk: completeness.explain(desk, trouble.key, reason),
            partial(self._on_explained, card), lambda refusal: card.refuse(refusal.words),
        )  # fmt: skip

    def _on_explained(self, card: ReasonCard, changes: Changes) -> None:
        card.done()
        clear(self._question)
        self._workplace.tell(changes)
        self.notice.say("Explained. The reason is kept.", tone="ok")


def show_completeness(workplace: Workplace) -> None:
    """Open the page over whatever is in front."""
    if not isinstance(workplace.window.page, CompletenessPage):
        workplace.open_page(CompletenessPage(workplace))


def _tag(author: Author) -> tuple[str, str]:
    if author.is_whole:
        return ("Whole", "ok") if author.held else ("Nothing yet", "")
    explained = all(each.is_explained for each in author.troubles)
    return ("Explained", "caution") if explained else ("Does not fit", "error")
