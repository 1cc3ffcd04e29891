"""What the lead decided about a record, and what was asked about it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from evidencekit.canonical import Json
from evidencekit.errors.base import Planned
from evidencekit.ids import RecordId
from evidencekit.operations import asking, decide, drafting, seen_by_two, verdicts
from evidencekit.operations.asking import Conversation
from evidencekit.operations.capture import Captured
from evidencekit.operations.desk import Desk
from evidencekit.operations.seen_by_two import Account
from evidencekit.operations.verdicts import SAYS, TONES, Verdict, Verdicts
from evidencekit.records.acceptance import NEW_INFORMATION
from ui.places.dates import stamp_words
from ui.places.doors import open_record
from ui.places.kept_reason import form_of
from ui.places.question_words import asked_words, standing_tag
from ui.places.reason_card import ReasonCard
from ui.places.seen_by_two_pair import open_pair
from ui.places.workplace import Workplace
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.lines import clear, column, row
from ui.widgets.page import Page
from ui.widgets.tag import Tag

NEWER = (
    "It was changed after it was decided on. The decision stays with the earlier version, "
    "which is in the list below."
)
_ASKED = _SET_ASIDE, _TAKE_BACK, _ASK = "set-aside", "take-back", "ask"
_Work = Callable[[Desk, str], Captured]


@dataclass(frozen=True, slots=True)
class _Read:
    """What this card shows."""

    verdicts: Verdicts
    questions: tuple[Conversation, ...]
    others: tuple[Account, ...]  # of the same event, by others
    begun: str = ""  # what somebody was giving words for when the notes were closed


class RecordDecided(Card):
    """The state in a tag, each decision in a sentence; the lead accepts, sets aside and asks."""

    def __init__(self, workplace: Workplace, page: Page, record: RecordId) -> None:
        super().__init__(gap=8)
        self._workplace, self._page, self._record = workplace, page, record
        self._found: _Read | None = None
        self.asked: ReasonCard | None = None
        self._lines = column(gap=6)
        self.accept = button("Accept", self._on_accept, icon="check")
        self.set_aside = button("Set aside", self._on_set_aside, icon="archive")
        self.take_back = button("Take back", self._on_take_back, icon="undo-2")
        self.ask = button("Ask about it", self._on_ask, icon="circle-help")
        self._buttons: QWidget = flow(self.accept, self.set_aside, self.take_back, self.ask)
        self._again = dict(
            zip(_ASKED, (self._on_set_aside, self._on_take_back, self._on_ask), strict=True)
        )
        self.add(self._lines)
        self.add(self._buttons)
        self.hide()

    def read(self) -> None:
        """Read again what was decided and asked."""
        record = self._record

        def read(desk: Desk) -> _Read:
            begun = (what for what in _ASKED if drafting.draft(desk, form_of(what, record)))
            return _Read(
                verdicts.verdicts(desk, record), asking.conversations(desk, record),
                seen_by_two.beside(desk, record), next(begun, ""),
            )  # fmt: skip

        self._workplace.ask(self, read, self._show)

    def _show(self, found: _Read) -> None:
        is_first, self._found = self._found is None, found
        said, questions = found.verdicts, found.questions
        clear(self._lines)
        if said.accepted:
            tag = flow(Tag(SAYS[said.accepted], TONES[said.accepted]))
            self._lines.addWidget(tag)
        if said.accepted == NEW_INFORMATION:
            self._lines.addWidget(label(NEWER, wrap=True))
        for each in said.every:
            self._lines.addWidget(label(self._words(each), "muted", wrap=True))
        for other in found.others:
            self._lines.addLayout(self._account(other))
        for asked in questions:
            self._lines.addLayout(self._question(asked))
        self.accept.say("Adopt" if said.is_finding else "Accept")
        self.accept.setVisible(said.can_accept)
        self.set_aside.setVisible(said.can_set_aside)
        self.take_back.setVisible(said.last_of(self._workplace.me.id) is not None)
        self.ask.setVisible(said.may_decide and said.can_be_asked)
        shown = (self.accept, self.set_aside, self.take_back, self.ask)
        has_deeds = any(not each.isHidden() for each in shown)
        self._buttons.setVisible(has_deeds)
        self.setVisible(has_deeds or bool(said.every or questions or found.others))
        if is_first and said.may_decide and found.begun:
            self._again[found.begun]()

    def _words(self, each: Verdict) -> str:
        at = stamp_words(each.written, self._workplace.zone, self._workplace.now().date())
        on = "" if each.is_current else ", on an earlier version"
        return f"{each.words}: {each.by_name}, {at}{on}. {each.reason}"

    def _account(self, other: Account) -> QHBoxLayout:
        given: dict[str, Json] = {"other": other.record}
        look = button(
            "Side by side", partial(open_pair, self._workplace, self._record, given),
            name=f"Side by side with the account of {other.who}",
        )  # fmt: skip
        words = label(f"One event, seen by {other.who} too: {other.title}", wrap=True)
        line = row(words, flow(look, right=True), gap=12)
        line.setStretch(0, 3)
        line.setStretch(1, 2)
        return line

    def _question(self, each: Conversation) -> QHBoxLayout:
        look = button("Open", partial(open_record, self._workplace, each.query, asking.QUERY),
                      name=f"Open the question: {each.question}")  # fmt: skip
        who = label(asked_words(each, self._workplace), "muted", wrap=True)
        words = column(label(each.question, wrap=True), who, gap=2)
        line = row(words, flow(Tag(*standing_tag(each)), look, right=True), gap=12)
        line.setStretch(0, 3)
        line.setStretch(1, 2)
        return line

    # -- what the lead does

    def _on_accept(self) -> None:
        record, is_finding = self._record, bool(self._found and self._found.verdicts.is_finding)
        act = decide.adopt if is_finding else decide.accept
        done = "Adopted." if is_finding else "Accepted."
        self._do(lambda desk: act(desk, record), done)

    def _on_set_aside(self) -> None:
        record = self._record
        self._ask(
            "Set it aside", "It stays readable, with the reason, and counts nowhere.",
            "Set it aside", (_SET_ASIDE, "Reason"), "Set aside.",
            lambda desk, reason: decide.set_aside(desk, record, reason),
        )  # fmt: skip

    def _on_take_back(self) -> None:
        record = self._record
        self._ask(
            "Take your decision back", "What was decided before it stands again.",
            "Take it back", (_TAKE_BACK, "Reason"), "Taken back.",
            lambda desk, reason: verdicts.take_back_last(desk, record, reason),
        )  # fmt: skip

    def _on_ask(self) -> None:
        record = self._record
        self._ask(
            "Ask its author", "It reaches them with the next return pack.",
            "Ask", (_ASK, "Question"), "Asked. It goes with the next return pack.",
            lambda desk, words: asking.ask(desk, record, words),
        )  # fmt: skip

    def _ask(
        self, title: str, more: str, do_it: str, asks: tuple[str, str], done: str, work: _Work
    ) -> None:
        self._let_go()
        what, words = asks
        card = ReasonCard(title, more, do_it, asks=words)
        card.keep(self._workplace, self._page, what, str(self._record))
        card.left.connect(self._let_go)
        card.agreed.connect(lambda said: self._do(lambda desk: work(desk, said), done))
        self.asked = card
        self.add(card)
        card.text.setFocus()

    def _do(self, work: Callable[[Desk], Captured], done: str) -> None:
        self._workplace.ask(self, work, partial(self._on_done, done), self._on_refused)

    def _on_done(self, done: str, made: Captured) -> None:
        if self.asked is not None:
            self.asked.done()
        self._let_go()
        self._workplace.tell(made.changes)
        self._page.notice.undo(done, lambda: self._undo(made))

    def _undo(self, made: Captured) -> None:
        self._workplace.ask(
            self, partial(asking.undo, made=made), lambda back: self._workplace.tell(back.changes),
            self._on_refused,
        )  # fmt: skip

    def _on_refused(self, refusal: Planned) -> None:
        if self.asked is not None:
            self.asked.refuse(refusal.what_happened)
        else:
            self._page.notice.show_refusal(refusal)

    def _let_go(self) -> None:
        if self.asked is not None:
            self.asked.hide()
            self.asked.deleteLater()
            self.asked = None
            self.ask.setFocus()
