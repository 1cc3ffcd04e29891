"""Findings: what the evidence shows, drafted by anybody, adopted by the lead; and judgements."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.ids import RecordId
from evidencekit.operations import agenda, decide, findings_desk, moderation
from evidencekit.operations.capture import Captured
from evidencekit.operations.findings_desk import FINDING, JUDGEMENT, FindingsDesk, Resting
from evidencekit.operations.following import Base
from evidencekit.records.kinds import KINDS
from ui.places.accept_many import show_accept
from ui.places.arriving import begin_here
from ui.places.dates import count
from ui.places.doors import begin_record, open_record
from ui.places.evidence import evidence_of
from ui.places.findings_parts import RestingCard
from ui.places.findings_together import Together
from ui.places.workplace import Workplace
from ui.theme import spaced
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.fresh_page import FreshPage
from ui.widgets.heading import label
from ui.widgets.lines import clear
from ui.widgets.segment import Segments

_SHOWN = 100
_NEVER = "The counts are of evidence. They never lead to a grade: people judge."
_CHOICES = {
    "all": "All",
    "single": "One kind of source or inspector",
    "contradicted": "Contradicted",
    "drafts": "Not adopted",
}


class Findings(FreshPage):
    """Every finding and judgement beside what it rests on."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Findings", _NEVER)
        self._workplace = workplace
        self._found: FindingsDesk | None = None
        self.new = self.add_action(
            button("New finding", partial(self._begin, FINDING, ""), kind="primary", icon="plus")
        )
        for kind, words in ((agenda.KIND, "New team meeting"),
                            (moderation.KIND, "Begin a moderation")):  # fmt: skip
            begin = partial(begin_record, workplace, kind, {})
            if workplace.is_lead:
                self.add_action(button(words, begin, icon=KINDS[kind].icon))
        self.only = Segments("Show", list(_CHOICES.items()))
        self.only.chosen.connect(lambda _key: self._show())
        if workplace.is_lead:
            decide_many = partial(show_accept, workplace)
            self.add_action(button("Decide on many", decide_many, icon="check-check"))
        self._list = QVBoxLayout()
        spaced(self._list, 12)
        self.together = Together(workplace)
        self.body.addWidget(self.together)
        self.body.addWidget(self.only)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.empty.chosen.connect(partial(self._begin, FINDING, ""))
        self.show_busy("Reading…")

    @override
    def first_focus(self) -> QWidget | None:
        return self.new

    @override
    def _read(self) -> None:
        def work(base: Base) -> FindingsDesk:
            return findings_desk.look_at(base.seen, is_lead=base.about.is_lead)

        evidence_of(self._workplace).ask(self, work, self._on_read)
        self.together.read()

    def _on_read(self, found: FindingsDesk) -> None:
        is_first, self._found = self._found is None, found
        self._show()
        if is_first:
            begin_here(self._workplace, self)

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        if not (found.findings or found.judgements or found.is_lead):
            self.show_empty(
                "No findings yet.",
                "Write down what the evidence shows. Anybody drafts; the lead adopts.",
                "Write a finding", "target",
            )  # fmt: skip
            return
        clear(self._list)
        self._count(found)
        for title, of_kind in (("Findings", found.findings), ("Judgements", found.judgements)):
            self._show_kind(title, [each for each in of_kind if _is_shown(each, self.only.value())])
        if found.no_judgements:
            self._list.addWidget(label(found.no_judgements, "muted", wrap=True))
        elif found.is_lead and self.only.value() == "all":
            self._show_not_begun(found)
        self.show_content()

    def _show_kind(self, title: str, shown: list[Resting]) -> None:
        self._list.addWidget(label(title, "h2"))
        if not shown:
            self._list.addWidget(label("None to show.", "muted"))
        for each in shown[:_SHOWN]:
            card = RestingCard(each, partial(self._open, each), partial(self._adopt, each.record))
            self._list.addWidget(card)
        if len(shown) > _SHOWN:
            more = f"and {len(shown) - _SHOWN} before those; Search finds them."
            self._list.addWidget(label(more, "muted"))

    def _show_not_begun(self, found: FindingsDesk) -> None:
        if not found.not_begun:
            return
        begin = [
            button(words, partial(self._begin, JUDGEMENT, key), name=f"Begin judgement: {words}")
            for key, words in found.not_begun
        ]
        self._list.addWidget(Card(label("Not begun yet", "h3"), flow(*begin)))

    def _count(self, found: FindingsDesk) -> None:
        every = (*found.findings, *found.judgements)
        for key, words in _CHOICES.items():
            many = sum(_is_shown(each, key) for each in every)
            self.only.pill(key).setText(f"{words} ({many})")
            self.only.pill(key).setAccessibleName(f"{words}: {count(many, 'record')}")

    def _begin(self, kind: str, judgement: str) -> None:
        begin_record(self._workplace, kind, {"judgement": judgement} if judgement else {})

    def _open(self, each: Resting) -> None:
        open_record(self._workplace, each.record, each.kind)

    def _adopt(self, record: RecordId) -> None:
        self._workplace.ask(self, lambda desk: decide.adopt(desk, record), self._on_adopted)

    def _on_adopted(self, made: Captured) -> None:
        self._workplace.tell(made.changes)
        self.notice.say("Adopted. A later change shows as new information.", tone="ok")


def _is_shown(each: Resting, only: str) -> bool:
    match only:
        case "single":
            return each.is_single_source
        case "contradicted":
            return each.is_contradicted
        case "drafts":
            return each.state != "Adopted" and each.kind == FINDING
        case _:
            return True
