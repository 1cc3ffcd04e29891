"""Two accounts side by side, question by question: one event, or not the same."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from evidencekit.analysis.snapshot import Item
from evidencekit.canonical import Json
from evidencekit.errors.base import Planned
from evidencekit.ids import RecordId
from evidencekit.operations import asking, drafting, reading, seen_by_two
from evidencekit.operations.capture import Captured
from evidencekit.operations.changes import Changes
from evidencekit.operations.desk import Desk
from evidencekit.operations.seen_by_two import Account, Pair, Sameness, Word
from evidencekit.records.kinds import KINDS
from evidencekit.records.links import record_links
from ui.places.arriving import begin_here
from ui.places.dates import local_words, stamp_words
from ui.places.doors import open_record
from ui.places.kept_reason import form_of
from ui.places.reason_card import ReasonCard
from ui.places.record_words import said_in
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.theme import spaced
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.error_summary import go_to
from ui.widgets.flow import flow
from ui.widgets.fresh_page import FreshPage
from ui.widgets.heading import label
from ui.widgets.lines import clear, column
from ui.widgets.tag import Tag

TAGS = {
    Sameness.OPEN: ("To look at", ""),
    Sameness.DIFFER: ("Lead and deputy differ", "error"),
    Sameness.SAME: ("One event", "ok"),
    Sameness.APART: ("Two events", "info"),
}
_BOTH_STAY = "Both accounts stay as they are, and both count, whatever you say."
_APART, _BACK = "not-the-same", "pair-back"
_NOTHING = "Nothing said."
_Work = Callable[[Desk], Captured]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A pair with all that this page shows of it."""

    pair: Pair
    items: tuple[Item, Item]
    names: Mapping[str, str]
    leads: bool
    me: str
    begun: str  # what somebody was giving a reason for when the notes were closed


class PairPage(FreshPage):
    """Nothing is chosen beforehand, and nothing is combined."""

    def __init__(self, workplace: Workplace, one: str, other: str) -> None:
        super().__init__("Seen by two", _BOTH_STAY)
        self._workplace = workplace
        self._two = (RecordId(one), RecordId(other))
        self._found: _Read | None = None
        self._lines: list[_Beside] = []
        self.asked: ReasonCard | None = None
        self.link = self.add_action(
            button("One event", self._on_link, kind="primary", icon="git-merge")
        )
        self.apart = self.add_action(button("Not the same", self._on_apart, icon="x"))
        self.back = self.add_action(button("Take back", self._on_back, icon="undo-2"))
        self._top, self._said = column(gap=10), column(gap=14)
        self.body.addLayout(self._top)
        self._panes = self.add_columns(1, 1)
        self.body.addLayout(self._said)
        self.body.addStretch(1)
        for each in (self.link, self.apart, self.back):
            each.hide()
        self.empty.chosen.connect(workplace.close_page)
        self.show_busy("Reading…")

    @override
    def _read(self) -> None:
        self._workplace.ask(self, partial(_read, self._two), self._show, self._on_gone)

    @override
    def show_changes(self, changes: Changes) -> None:
        if changes.beyond_records or set(self._two) & changes.records:
            self._read()

    @override
    def first_focus(self) -> QWidget | None:
        offered = (self.link, self.apart, self.back)
        return next((each for each in offered if not each.isHidden()), super().first_focus())

    @override
    def compact(self, *, on: bool) -> None:
        super().compact(on=on)
        for line in self._lines:
            line.turn(is_compact=on)

    @override
    def again(self) -> Way:
        return Way(Do.PAIR, record=self._two[0], given={"other": self._two[1]})

    def _on_gone(self, refusal: Planned) -> None:
        self.show_empty(refusal.what_happened, "", "Back", "users")

    def _show(self, found: _Read) -> None:
        is_first, self._found = self._found is None, found
        pair = found.pair
        self.set_title(f"{pair.one.title}{f', {pair.case}' if pair.case else ''}", _BOTH_STAY)
        self._offer(
            [
                *([self.link] if found.leads and pair.sameness is not Sameness.SAME else ()),
                *([self.apart] if found.leads and pair.sameness is not Sameness.APART else ()),
                *([self.back] if any(word.by == found.me for word in pair.words) else ()),
            ]
        )
        if self.asked is None:
            clear(self._top)
        self._show_words(pair)
        for pane, account in zip(self._panes, (pair.one, pair.other), strict=True):
            clear(pane)
            pane.addWidget(self._account(account))
        self._show_answers(found)
        self.show_content()
        if is_first:
            begin_here(self._workplace, self)
            if found.begun and found.leads:
                {_APART: self._on_apart, _BACK: self._on_back}[found.begun]()

    def _offer(self, shown: Sequence[QWidget]) -> None:
        """Show these buttons; the keyboard stays on one of them when it was on one."""
        every = (self.link, self.apart, self.back)
        had_keyboard = any(each.hasFocus() for each in every)
        for each in shown:
            each.show()
        if had_keyboard and shown:
            shown[0].setFocus()
        for each in every:
            each.setVisible(each in shown)

    # -- what is shown

    def _show_words(self, pair: Pair) -> None:
        if self.asked is not None:
            return
        self._top.addWidget(flow(Tag(*TAGS[pair.sameness])))
        for word in pair.words:
            self._top.addWidget(label(self._word(word), "muted", wrap=True))

    def _word(self, word: Word) -> str:
        at = stamp_words(word.written, self._workplace.zone, self._workplace.now().date())
        return f"{word.by_name}, {at}: {TAGS[word.sameness][0].lower()}. {word.reason}"

    def _account(self, each: Account) -> Card:
        place = self._workplace
        kind = KINDS[each.kind].label if each.kind in KINDS else each.kind
        whose = place.pack.label("pack.inspectorates", each.inspectorate)
        written = stamp_words(each.written, place.zone, place.now().date())
        read = button(
            "Open", partial(open_record, place, each.record, each.kind), kind="quiet",
            name=f"Open the account of {each.who}",
        )  # fmt: skip
        return Card(
            label(each.who, "h2", wrap=True), label(f"{kind}, {whose}", "muted", wrap=True),
            label(f"{local_words(each.at)}; written {written}", "muted", wrap=True), flow(read),
            gap=4,
        )  # fmt: skip

    def _show_answers(self, found: _Read) -> None:
        clear(self._said)
        self._lines.clear()
        one, other = (self._answers(item, found.names) for item in found.items)
        for key in dict.fromkeys((*one, *other)):
            question = (one.get(key) or other[key])[0]
            first, second = (answers[key][1] if key in answers else "" for answers in (one, other))
            who = (found.pair.one.who, found.pair.other.who)
            line = _Beside(question, who, (first, second))
            line.turn(is_compact=self.is_compact)
            self._lines.append(line)
            self._said.addWidget(line)

    def _answers(self, item: Item, names: Mapping[str, str]) -> dict[str, tuple[str, str]]:
        kind = KINDS.get(item.kind)
        if kind is None:
            return {}
        said = said_in(kind, item.fields, self._workplace.pack, lambda one: names.get(one, one))
        return {each.key: (each.question, each.answer) for each in said}

    # -- what the lead says

    def _on_link(self) -> None:
        one, other = self._two
        self._do(lambda desk: seen_by_two.link(desk, one, other), "Linked as one event.")

    def _on_apart(self) -> None:
        one, other = self._two
        self._ask(
            "Not the same event", "Nobody is asked again. It can be taken back.", "Not the same",
            _APART,
        ).agreed.connect(
            lambda why: self._do(
                lambda desk: seen_by_two.keep_apart(desk, one, other, why), "Kept apart."
            )
        )  # fmt: skip

    def _on_back(self) -> None:
        one, other = self._two
        self._ask(
            "Take back what you said", "The pair is offered again.", "Take it back", _BACK
        ).agreed.connect(
            lambda why: self._do(
                lambda desk: seen_by_two.take_back(desk, one, other, why), "Taken back."
            )
        )

    def _ask(self, title: str, more: str, do_it: str, what: str) -> ReasonCard:
        self._let_go()
        clear(self._top)
        card = ReasonCard(title, more, do_it)
        card.keep(self._workplace, self, what, _subject(self._two))
        card.left.connect(self._let_go)
        card.left.connect(self._read)
        self.asked = card
        self._top.addWidget(card)
        go_to(card.text)
        return card

    def _do(self, work: _Work, done: str) -> None:
        self._workplace.ask(self, work, partial(self._on_done, done), self._on_refused)

    def _on_done(self, done: str, made: Captured) -> None:
        if self.asked is not None:
            self.asked.done()
        self._let_go()
        self._workplace.tell(made.changes | Changes(frozenset(self._two)))
        self.notice.undo(done, lambda: self._undo(made))

    def _undo(self, made: Captured) -> None:
        def told(back: Captured) -> None:
            self._workplace.tell(back.changes | Changes(frozenset(self._two)))

        self._workplace.ask(self, partial(asking.undo, made=made), told, self._on_refused)

    def _on_refused(self, refusal: Planned) -> None:
        if self.asked is not None:
            self.asked.refuse(refusal.words)
        else:
            self.notice.show_refusal(refusal)

    def _let_go(self) -> None:
        if self.asked is not None:
            if self.asked.go.hasFocus() or self.asked.text.hasFocus():
                (self.apart if self.link.isHidden() else self.link).setFocus()
            self.asked.hide()
            self.asked.deleteLater()
            self.asked = None


def _read(two: tuple[RecordId, RecordId], desk: Desk) -> _Read:
    """Read both accounts, and what was made of them."""
    one, other = two
    pair = seen_by_two.pair_of(desk, one, other)
    items = (reading.item(desk, one), reading.item(desk, other))
    names = {str(person.id): person.name for person in reading.people_of(desk).values()}
    for item in items:
        for _field, target in record_links(item.kind, item.fields):
            names[target] = reading.title(desk, RecordId(target))
    subject = _subject(two)
    begun = (what for what in (_APART, _BACK) if drafting.draft(desk, form_of(what, subject)))
    return _Read(
        pair=pair, items=items, names=names, leads=desk.is_lead, me=desk.me.id,
        begun=next(begun, ""),
    )  # fmt: skip


def _subject(two: tuple[RecordId, RecordId]) -> str:
    return "+".join(two)


class _Beside(QWidget):
    """One question with both answers; below each other where room is short."""

    def __init__(self, question: str, who: tuple[str, str], said: tuple[str, str]) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        spaced(self._box, 16)
        one, other = said
        answers = [("Both", one)] if one == other else list(zip(who, said, strict=True))
        for name, words in answers:
            shown = label(words or _NOTHING, "" if words else "muted", wrap=True)
            shown.setAccessibleName(f"{name}: {words or _NOTHING}")
            self._box.addWidget(Card(label(name, "overline"), shown), 1)
        whole = column(label(question, "h3", wrap=True), gap=6)
        whole.addLayout(self._box)
        self.setLayout(whole)

    def turn(self, *, is_compact: bool) -> None:
        """Put the answers below each other, or side by side again."""
        way = QBoxLayout.Direction
        self._box.setDirection(way.TopToBottom if is_compact else way.LeftToRight)


def open_pair(workplace: Workplace, one: str, given: Mapping[str, Json]) -> None:
    """Open two accounts side by side from the place in front."""
    workplace.open_page(PairPage(workplace, one, str(given.get("other", ""))))
