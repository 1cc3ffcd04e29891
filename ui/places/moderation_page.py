"""A round of moderation: who is in, the scores once laid open, the agreed view and the dissent."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.errors.base import Planned
from evidencekit.ids import RecordId
from evidencekit.operations import drafting, moderation
from evidencekit.operations.capture import Captured
from evidencekit.operations.drafting import Unsaved
from evidencekit.operations.moderation import KIND, Moderation
from ui.places.agreed_view import open_agreed
from ui.places.arriving import begin_here
from ui.places.doors import edit_record
from ui.places.kept_reason import form_of
from ui.places.reason_card import ReasonCard
from ui.places.sources import area_words
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.heading import Heading, label
from ui.widgets.lines import clear, column
from ui.widgets.page import Page
from ui.widgets.tag import Tag

ALONE = "Each scores alone first. Who is in shows here; what they scored does not."
LAID_OPEN = "Laid open, with everybody's reasons. Nothing is added up: talk, then write one view."
EARLY = "Not everybody named has scored. Whoever has not will see the others' scores."
_LAY_OPEN = "lay-open"
TRAVELS = "It reaches the team with the next return pack."


class ModerationPage(Page):
    """One thing after the other: in, laid open, agreed."""

    def __init__(self, workplace: Workplace, record: str) -> None:
        super().__init__("Moderation")
        self._workplace, self.record = workplace, RecordId(record)
        self._found: Moderation | None = None
        self.asked: ReasonCard | None = None
        self.change = self.add_action(button("Change who is named", self._on_write,
                                             icon="pencil"))  # fmt: skip
        self.reveal = self.add_action(button("Lay the scores open", self._on_reveal,
                                             kind="primary", icon="eye"))  # fmt: skip
        self.write = self.add_action(button("Write the agreed view", self._on_agreed,
                                            kind="primary", icon="pencil"))  # fmt: skip
        self._said = column(gap=12)
        self.body.addLayout(self._said)
        self.body.addStretch(1)
        self.show_busy("Opening the moderation.")
        self._read()

    @override
    def again(self) -> Way:
        return Way(Do.READ, KIND, str(self.record))

    @override
    def first_focus(self) -> QWidget | None:
        shown = (each for each in (self.reveal, self.write) if not each.isHidden())
        return next(shown, super().first_focus())

    @override
    def _read(self) -> None:
        record = self.record
        self._workplace.ask(self, lambda desk: moderation.look(desk, record), self._show)

    def _show(self, found: Moderation) -> None:
        is_first, self._found = self._found is None, found
        where = area_words(self._workplace.pack, found.area)
        child = f", {found.case_name}" if found.case_name else ""
        self.set_title("Moderation", f"{where}{child}")
        clear(self._said)
        self._said.addWidget(label(LAID_OPEN if found.is_revealed else ALONE, wrap=True))
        self._said.addWidget(self._named(found))
        if found.is_revealed:
            self._said.addWidget(self._scores(found))
        if found.view:
            self._said.addWidget(_agreed(found))
        self.change.setVisible(found.may_lead and not found.is_revealed)
        self.reveal.setVisible(found.may_lead and not found.is_revealed)
        self.write.setVisible(found.may_lead and found.is_revealed)
        self.write.say("Change the agreed view" if found.view else "Write the agreed view")
        self.show_content()
        if is_first:
            begin_here(self._workplace, self)
            form = form_of(_LAY_OPEN, str(self.record))
            self._workplace.ask(self, lambda desk: drafting.draft(desk, form), self._on_unfinished)

    def _named(self, found: Moderation) -> Card:
        card = Card(Heading("Who scores alone first", "h2"), gap=6)
        for each in found.named:
            tag = Tag("In", "ok") if each.is_in else Tag("Not in yet", "caution")
            card.add(flow(label(each.name, "strong"), tag))
        return card

    def _scores(self, found: Moderation) -> Card:
        card = Card(Heading("Laid open", "h2"), gap=10)
        for each in found.scores:
            card.add(flow(label(each.name, "strong"), Tag(each.says)))
            if each.why:
                card.add(label(each.why, wrap=True))
        if not found.scores:
            card.add(label("None of these scores is on this laptop.", "muted", wrap=True))
        return card

    def _on_write(self) -> None:
        edit_record(self._workplace, self.record, KIND)

    def _on_unfinished(self, unsaved: Unsaved | None) -> None:
        """Ask once more for the reason that was being given when the notes were closed."""
        found = self._found
        if unsaved is not None and found is not None and not found.is_revealed:
            self._on_reveal()

    def _on_agreed(self) -> None:
        open_agreed(self._workplace, self.record)

    def _on_reveal(self) -> None:
        if self._found is not None and self._found.all_in:
            self._reveal("")
            return
        self._let_go()
        card = ReasonCard("Lay the scores open now", f"{EARLY} {TRAVELS}", "Lay them open")
        card.keep(self._workplace, self, _LAY_OPEN, str(self.record))
        card.left.connect(self._let_go)
        card.agreed.connect(self._reveal)
        self.asked = card
        self.body.insertWidget(0, card)
        card.text.setFocus()

    def _reveal(self, reason: str) -> None:
        record = self.record
        self._workplace.ask(
            self, lambda desk: moderation.reveal(desk, record, reason), self._on_revealed,
            self._on_refused,
        )  # fmt: skip

    def _on_revealed(self, made: Captured) -> None:
        if self.asked is not None:
            self.asked.done()
        self._let_go()
        self._workplace.tell(made.changes)
        self.notice.say("Laid open.", TRAVELS, tone="ok")

    def _on_refused(self, refusal: Planned) -> None:
        if self.asked is not None:
            self.asked.refuse(refusal.what_happened)
        else:
            self.notice.show_refusal(refusal)

    def _let_go(self) -> None:
        if self.asked is not None:
            self.asked.hide()
            self.asked.deleteLater()
            self.asked = None
            self.reveal.setFocus()


def _agreed(found: Moderation) -> Card:
    card = Card(Heading("Agreed view", "h2"), label(found.view, wrap=True), gap=8)
    if found.grade:
        card.add(flow(Tag(found.grade)))
    for words, said in (("Why", found.why), ("Agreed by", ", ".join(found.agreed_by))):
        if said:
            card.add(column(label(words, "strong"), label(said, wrap=True), gap=2))
    for name, says in found.dissent:
        card.add(column(label(f"{name} does not agree", "strong", wrap=True),
                        label(says, wrap=True), gap=2))  # fmt: skip
    if not found.is_submitted:
        card.add(flow(Tag("Draft", "info")))
    return card
