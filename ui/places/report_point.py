"""One factual accuracy point: as it was received, decided with a reason, words before and after."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.errors.base import Planned
from evidencekit.ids import RecordId
from evidencekit.operations import accuracy, accuracy_points
from evidencekit.operations.accuracy import POINT, Decision, Settled
from evidencekit.operations.accuracy_points import Point
from evidencekit.records.given import record_refs
from evidencekit.records.kinds import KINDS
from ui.places.arriving import begin_here
from ui.places.dates import local_words
from ui.places.doors import edit_record
from ui.places.hand_over_parts import Line
from ui.places.report_ask import AskCard, Asked
from ui.places.report_beside import beside
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.theme import spaced
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.field import FieldBox
from ui.widgets.flow import flow
from ui.widgets.heading import Heading, label
from ui.widgets.lines import clear, rule
from ui.widgets.page import Page
from ui.widgets.tag import Tag

GONE = (
    "The sentence they name does not stand in the section as they wrote it. Choose the one meant."
)
WHICH = "The sentence of the section it is about, as it stands now."
NEW_WORDS = "New words take the sentence's place and keep its evidence. Empty leaves it as it is."
DECIDED, REOPENED = "Decided. The reason stays with it.", "Decide it again below."
_ASKED = ("decision", "reason", "after", "evidence")


class PointPage(Page):
    """Their words first, then ours: nothing of theirs is changed by deciding."""

    def __init__(self, workplace: Workplace, record: str) -> None:
        super().__init__("Factual accuracy point")
        self._workplace, self.record = workplace, RecordId(record)
        self._found: Point | None = None
        self.card: AskCard | None = None
        self.open_section = self.add_action(button("Open the section", self._on_section,
                                                   icon="file-text"))  # fmt: skip
        self.change = self.add_action(button("Change the point", self._on_change, icon="pencil"))
        self.again_button = self.add_action(button("Decide again", self._on_again, icon="undo-2"))
        self.left, self.right = self.add_columns(1, 1)
        self._said, self._decided = QVBoxLayout(), QVBoxLayout()
        for part in (self._said, self._decided):
            spaced(part, 8)
        self.sentence = Combo("Sentence", "No sentence in particular")
        self.sentence.chosen.connect(lambda _key: self._show_sentence())
        self.stands = label("", wrap=True)
        self.copy = button("Begin with these words", self._on_copy, kind="quiet", icon="copy")
        self.which = Card(FieldBox("Sentence", self.sentence, WHICH), self.stands,
                          flow(self.copy), gap=10)  # fmt: skip
        received = Card(label("As it was received", "h2"), gap=8)
        received.add(self._said)
        self.left.addWidget(received)
        self.left.addWidget(self.which)
        self.left.addStretch(1)
        self.right.addLayout(self._decided)
        self.right.addStretch(1)
        self.show_busy("Opening the point.")
        self._read()

    @override
    def again(self) -> Way:
        return Way(Do.READ, POINT, str(self.record))

    @override
    def first_focus(self) -> QWidget | None:
        return self.card.first() if self.card is not None else self.open_section

    @override
    def _read(self) -> None:
        record = self.record
        self._workplace.ask(self, lambda desk: accuracy_points.point(desk, record), self._show)

    def _show(self, found: Point) -> None:
        is_first, self._found = self._found is None, found
        self.set_title("Factual accuracy point", found.section_words)
        self._show_said(found)
        self.sentence.offer([(each, each) for each in found.sentences])
        if is_first:
            standing = (each for each in (found.after, found.sentence) if each in found.sentences)
            self.sentence.set_value(next(standing, ""))
        self._show_sentence()
        may = self._workplace.is_lead
        self.which.setVisible(found.is_open and may)
        self.change.setVisible(found.is_open and may)
        self.again_button.setVisible(not found.is_open and may)
        self._show_decided(found)
        if found.is_open and may and self.card is None:
            self._ask()
        self.show_content()
        if is_first:
            begin_here(self._workplace, self)

    def _show_said(self, found: Point) -> None:
        clear(self._said)
        self._said.addWidget(label(found.comment, wrap=True))
        for key, value in (
            ("From", found.agency),
            ("Received", local_words(found.received_on)),
            ("Place", found.reference),
            ("Sentence", found.sentence),
        ):
            if value:
                self._said.addWidget(rule())
                self._said.addWidget(Line(key, value))

    def _show_sentence(self) -> None:
        chosen, found = self.sentence.value(), self._found
        is_lost = not chosen and found is not None and bool(found.sentence) and not found.stands
        self.stands.setText(GONE if is_lost else chosen)
        self.stands.setVisible(bool(self.stands.text()))
        self.copy.setEnabled(bool(chosen))

    def _show_decided(self, found: Point) -> None:
        clear(self._decided)
        if found.is_open:
            return
        card = Card(Heading("What was decided", "h2"), gap=8)
        card.add(flow(Tag(found.decision_words, "ok" if found.decision == accuracy.ACCEPTED
                          else "info"), label(local_words(found.decided_on), "muted")))  # fmt: skip
        card.add(label(found.reason, wrap=True))
        if found.after:
            card.add(beside(found.before, found.after))
        elif found.before:
            card.add(label("The sentence stays as it is.", "muted", wrap=True))
        self._decided.addWidget(card)

    # -- deciding

    def _ask(self) -> None:
        found = (KINDS[POINT].field(key) for key in _ASKED)
        asked = Asked(
            title="Decide", more=NEW_WORDS, do_it="Decide", kind=POINT, icon="check",
            form=f"decide:{self.record}", record=str(self.record), needed=("decision", "reason"),
            fields=tuple(each for each in found if each is not None), may_cancel=False,
        )  # fmt: skip
        self.card = card = AskCard(self._workplace, self, asked)
        card.agreed.connect(self._on_agreed)
        card.opened.connect(lambda _kept: begin_here(self._workplace, self))
        self.right.insertWidget(0, card)

    def _on_copy(self) -> None:
        form = self.card.form if self.card is not None else None
        if form is None:
            return
        after = form.control("after")
        if not after.typed():
            after.set_value(self.sentence.value())
            form.changed.emit()
        after.setFocus()

    def _on_agreed(self, answers: dict[str, Json]) -> None:
        card, record, sentence = self.card, self.record, self.sentence.value()
        after = str(answers.get("after", ""))
        decided = Decision(
            outcome=str(answers["decision"]), reason=str(answers["reason"]), sentence=sentence,
            after="" if after.strip() == sentence.strip() else after,
            evidence=record_refs(answers, "evidence"),
            form=card.asked.form if card is not None else "",
        )  # fmt: skip
        self._workplace.ask(
            self, lambda desk: accuracy.settle(desk, record, decided), self._on_settled,
            self._on_refused,
        )  # fmt: skip

    def _on_refused(self, refusal: Planned) -> None:
        self.notice.show_refusal(refusal)
        self.sentence.setFocus()

    def _on_settled(self, made: Settled) -> None:
        if self.card is not None:
            self.card.done()
        self._put_away()
        self._workplace.tell(made.changes)
        self.notice.undo(DECIDED, lambda: self._undo(made))

    def _undo(self, made: Settled) -> None:
        self._workplace.ask(self, partial(accuracy.undo, made=made), self._workplace.tell)

    def _on_again(self) -> None:
        if self.card is None:
            self.which.show()
            self._ask()
            self.notice.say(REOPENED)

    def _put_away(self) -> None:
        if self.card is not None:
            self.card.hide()
            self.card.deleteLater()
            self.card = None

    def _on_section(self) -> None:
        if self._found is not None:
            edit_record(self._workplace, self._found.section, "report-section")

    def _on_change(self) -> None:
        edit_record(self._workplace, self.record, POINT)
