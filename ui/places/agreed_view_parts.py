"""Parts of the agreed view: what each said alone, side by side, and who holds what now."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidencekit.canonical import Json
from evidencekit.ids import AuthorId
from evidencekit.operations.moderation import Alone, LaidOpen, Moderation
from evidencekit.records.given import rows, text, texts
from ui import theme
from ui.theme import spaced
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.card import Card
from ui.widgets.flow import Flow, flow
from ui.widgets.heading import Heading, label
from ui.widgets.lines import column
from ui.widgets.segment import Segments
from ui.widgets.tag import Tag

AGREES, OTHER = "agrees", "other"
_STANDS = ((AGREES, "Shares the view"), (OTHER, "Holds another"), ("", "Was not asked"))
_WIDE = 300  # of one person's first view; the next goes below when there is no room
_NONE = "None of the scores is on this laptop."


class FirstView(Card):
    """What one person scored alone and why; it grows with the text."""

    def __init__(self, said: LaidOpen) -> None:
        super().__init__(
            label(said.name, "strong", wrap=True), flow(Tag(said.says)),
            label(said.why or "No reason was written.", wrap=True), gap=6,
        )  # fmt: skip
        self._fit()
        theme.current().look_changed.connect(self._fit)

    def _fit(self) -> None:
        self.setFixedWidth(theme.px(_WIDE))


def first_views(found: Moderation) -> Flow:
    """Give what everybody scored and why, side by side, as wide as there is room for."""
    beside = Flow(gap=12)
    for each in found.scores:
        beside.addWidget(FirstView(each))
    if not found.scores:
        beside.addWidget(label(_NONE, "muted"))
    return beside


class Holding(Card):
    """One line a person: whether they share the view, and what they hold if not."""

    changed = Signal()

    def __init__(self, people: Iterable[Alone]) -> None:
        super().__init__(Heading("Who holds what", "h2"), gap=14)
        self.lines = {each.member: Stand(each.name) for each in people}
        for line in self.lines.values():
            self.add(line)
            line.changed.connect(self.changed)

    def answers(self) -> dict[str, Json]:
        """Give who agrees and who dissents, with their words."""
        agreed: list[Json] = [m for m, line in self.lines.items() if line.stand.value() == AGREES]
        dissent: list[Json] = [
            {"by": member, "says": line.text.toPlainText().strip()}
            for member, line in self.lines.items()
            if line.stand.value() == OTHER
        ]
        found: dict[str, Json] = {"agreed_by": agreed, "dissent": dissent}
        return {key: answer for key, answer in found.items() if answer}

    def show_answers(self, fields: Mapping[str, Json]) -> None:
        """Show what was answered before, or nothing for anybody."""
        said = {text(row, "by"): text(row, "says") for row in rows(fields, "dissent")}
        agreed = texts(fields, "agreed_by")
        for member, line in self.lines.items():
            stand = OTHER if member in said else AGREES if member in agreed else ""
            line.show_stand(stand, said.get(member, ""))

    def unsaid(self) -> str:
        """Give the name of somebody who holds another view that nobody wrote down."""
        lines = (line for line in self.lines.values() if line.stand.value() == OTHER)
        return next((line.name for line in lines if not line.text.toPlainText().strip()), "")

    def go_to(self, name: str) -> None:
        """Put the keyboard where this person's words are missing."""
        next(line for line in self.lines.values() if line.name == name).text.setFocus()

    def of(self, member: AuthorId) -> "Stand":
        """Give the line of a person."""
        return self.lines[member]


class Stand(QWidget):
    """A person's name, three choices, and a box for their own words."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.stand = Segments(f"{name} now", _STANDS)
        self.text = AutosaveText(f"What {name} holds, in their own words")
        self.text.setMaximumHeight(self.text.fontMetrics().lineSpacing() * 4)
        whole = QVBoxLayout(self)
        spaced(whole, 6)
        whole.addLayout(column(label(name, "strong", wrap=True), self.stand, gap=4))
        whole.addWidget(self.text)
        self.stand.set_value("")
        self.text.hide()
        self.stand.chosen.connect(self._on_stand)
        self.text.changed_text.connect(lambda _words: self.changed.emit())

    def show_stand(self, stand: str, words: str) -> None:
        """Show where this person stands; nobody is told of it."""
        self.stand.set_value(stand)
        self.text.show_text(words)
        self.text.setVisible(stand == OTHER)

    def _on_stand(self, stand: str) -> None:
        self.text.setVisible(stand == OTHER)
        if stand == OTHER:
            self.text.setFocus()
        self.changed.emit()
