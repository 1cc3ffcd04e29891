"""One question with its answers: answered here, accepted here, and withdrawn here by the lead."""

from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.errors.base import Planned
from evidencekit.errors.work import NoSuchRecord
from evidencekit.ids import RecordId
from evidencekit.operations import asking, capture, decide
from evidencekit.operations.asking import Conversation, Reply
from evidencekit.operations.capture import Captured
from evidencekit.operations.desk import Desk
from ui.places.arriving import begin_here
from ui.places.dates import stamp_words
from ui.places.doors import edit_record, open_record
from ui.places.kept_reason import KeptReason
from ui.places.question_words import asked_words, standing_tag
from ui.places.reason_card import ReasonCard
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.field import FieldBox
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.lines import clear, column
from ui.widgets.page import Page
from ui.widgets.tag import Tag

NEEDED = "Write what you know, and how you know it."
WITHDRAWN = "This question was withdrawn."
CHANGED = "The record was changed after the question was asked."
GOES = "Answered. It goes with your next bundle."


class QuestionPage(Page):
    """The question first, then every answer, then a box for one more."""

    def __init__(self, workplace: Workplace, record: str) -> None:
        super().__init__("Question")
        self._workplace, self.record = workplace, RecordId(record)
        self._found: Conversation | None = None
        self.open_about = self.add_action(button("Open the record", self._on_open, icon="eye"))
        self.correct = self.add_action(button("Correct the record", self._on_correct,
                                              icon="pencil"))  # fmt: skip
        self.withdraw = self.add_action(button("Withdraw", self._on_withdraw, icon="trash-2"))
        self.tags = flow()
        self._said = column(gap=12)
        self.text = AutosaveText("Your answer")
        self._kept = KeptReason(workplace, self, self.text, ("answer", record))
        self.field = FieldBox("Your answer", self.text, NEEDED)
        self.send = button("Answer", self._on_answer, kind="primary", icon="send")
        self._box = Card(self.field, flow(self.send))
        self.asked: ReasonCard | None = None
        self.body.addWidget(self.tags)
        self.body.addLayout(self._said)
        self.body.addWidget(self._box)
        self.body.addStretch(1)
        self.show_busy("Opening the question.")
        self._read()

    @override
    def again(self) -> Way:
        return Way(Do.READ, asking.QUERY, str(self.record))

    @override
    def first_focus(self) -> QWidget | None:
        return self.open_about if self._box.isHidden() else self.text

    @override
    def _read(self) -> None:
        self._workplace.ask(self, partial(_conversation, self.record), self._show, self._on_gone)

    def _on_gone(self, _refusal: Planned) -> None:
        if self._found is None:
            self.show_problem(WITHDRAWN, "What it was about is where it was.")
            return
        self.set_title("Question", WITHDRAWN)
        self._box.hide()
        self.withdraw.hide()

    def _show(self, found: Conversation) -> None:
        is_first, self._found = self._found is None, found
        self.set_title("Question", f"About: {found.about_title}")
        self._show_tags(found)
        clear(self._said)
        self._said.addWidget(Card(
            label(asked_words(found, self._workplace), "muted", wrap=True),
            label(found.question, wrap=True), tone="accent",
        ))  # fmt: skip
        for each in found.replies:
            self._said.addWidget(self._reply(each))
        is_author = found.is_for_me and bool(found.about_kind)
        self.open_about.setVisible(bool(found.about_kind))
        self.correct.setVisible(is_author and found.is_about_mine)
        self.withdraw.setVisible(found.is_lead)
        self._box.setVisible(found.is_for_me or found.is_lead)
        words = "Your answer" if found.is_for_me else f"What {found.to_name} said"
        self.field.label.setText(words)
        self.text.setAccessibleName(words)
        self.send.say("Answer" if found.is_for_me else "Write it down")
        self.show_content()
        if is_first:
            begin_here(self._workplace, self)

    def _show_tags(self, found: Conversation) -> None:
        layout = self.tags.layout()
        if layout is None:
            return
        clear(layout)
        layout.addWidget(Tag(*standing_tag(found)))
        if found.is_corrected:
            layout.addWidget(Tag(CHANGED, "info"))

    def _reply(self, each: Reply) -> Card:
        place = self._workplace
        at = stamp_words(each.written, place.zone, place.now().date())
        card = Card(
            label(f"{each.by_name} answered, {at}.", "muted", wrap=True),
            label(each.words, wrap=True),
        )
        if each.is_accepted:
            card.add(flow(Tag("Accepted", "ok")))
        elif self._found and self._found.is_lead:
            accept = button("Accept the answer", partial(self._on_accept, each.record),
                            icon="check", name=f"Accept the answer: {each.words[:40]}")  # fmt: skip
            card.add(flow(accept))
        return card

    def _on_open(self) -> None:
        if self._found is not None:
            open_record(self._workplace, self._found.about, self._found.about_kind)

    def _on_correct(self) -> None:
        if self._found is not None:
            edit_record(self._workplace, self._found.about, self._found.about_kind)

    def _on_answer(self) -> None:
        words, query = self.text.toPlainText(), self.record
        if not words.strip():
            self.field.set_problem(NEEDED)
            self.text.setFocus()
            return
        self.field.set_problem("")
        self._workplace.ask(self, lambda desk: asking.answer(desk, query, words), self._on_answered)

    def _on_answered(self, made: Captured) -> None:
        self._kept.done()
        self.text.show_text("")
        self._kept.begin()
        self._workplace.tell(made.changes)
        self.notice.undo(GOES, lambda: self._undo(made))

    def _on_accept(self, answer: RecordId) -> None:
        self._workplace.ask(
            self, lambda desk: decide.accept(desk, answer, "The answer settles it."),
            lambda made: self._on_done("Accepted; the question is settled.", made),
        )  # fmt: skip

    def _on_withdraw(self) -> None:
        self._let_go()
        card = ReasonCard(
            "Withdraw the question", "It goes from the lists of everybody with the next pack. "
            "Its answers stay readable.", "Withdraw it",
        )  # fmt: skip
        card.keep(self._workplace, self, "withdraw", str(self.record))
        card.left.connect(self._let_go)
        card.agreed.connect(self._withdraw)
        self.asked = card
        self.body.insertWidget(1, card)
        card.text.setFocus()

    def _withdraw(self, reason: str) -> None:
        query = self.record
        self._workplace.ask(
            self, lambda desk: capture.delete(desk, query, reason),
            lambda made: self._on_done("Withdrawn.", made),
        )  # fmt: skip

    def _on_done(self, words: str, made: Captured) -> None:
        if self.asked is not None:
            self.asked.done()
        self._let_go()
        self._workplace.tell(made.changes)
        self.notice.undo(words, lambda: self._undo(made))

    def _undo(self, made: Captured) -> None:
        self._workplace.ask(
            self, partial(asking.undo, made=made), lambda back: self._workplace.tell(back.changes)
        )

    def _let_go(self) -> None:
        if self.asked is not None:
            self.asked.hide()
            self.asked.deleteLater()
            self.asked = None
            self.withdraw.setFocus()


def _conversation(record: RecordId, desk: Desk) -> Conversation:
    found = (each for each in asking.conversations(desk) if each.query == record)
    one = next(found, None)
    if one is None:
        raise NoSuchRecord(record=record)
    return one
