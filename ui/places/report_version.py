"""One version of the report: what it was made from, what changed since, and where it went."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.errors.base import Planned
from evidencekit.ids import RecordId
from evidencekit.operations import asking, report_record
from evidencekit.operations.capture import Captured
from evidencekit.operations.desk import Desk
from evidencekit.operations.report_record import Moved, Version
from evidencekit.operations.report_versions import VERSION
from evidencekit.records.given import texts
from evidencekit.records.kinds import KINDS
from ui.places.arriving import begin_here
from ui.places.dates import local_words
from ui.places.hand_over_parts import Line, grouped
from ui.places.report_ask import AskCard, Asked
from ui.places.report_beside import changes_of
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.theme import spaced
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.field import FieldBox
from ui.widgets.heading import Heading, label
from ui.widgets.lines import clear, rule
from ui.widgets.page import Page

SAME = "Word for word the same."
NOT_SENT = "Nobody has been sent this version yet."
SENT, PUBLISHED = "Written down.", "Its publication is written down."
_NOW = ""  # what stands now
_CLOSED = frozenset({"final", "published"})


class VersionPage(Page):
    """Read from a version's own texts, so that nothing written since can change what it says."""

    def __init__(self, workplace: Workplace, record: str) -> None:
        super().__init__("Version of the report")
        self._workplace, self.record = workplace, RecordId(record)
        self._found: tuple[Version, ...] | None = None
        self.left, self.right = self.add_columns(3, 2)
        self._made, self._moved, self._gone = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for part, gap in ((self._made, 2), (self._moved, 10), (self._gone, 2)):
            spaced(part, gap)
        self.other = Combo("Hold it beside", "What stands now")
        self.other.chosen.connect(lambda _key: self._compare())
        self.sent: AskCard | None = None
        self.published: AskCard | None = None
        beside = FieldBox("Hold it beside", self.other, "Another version, or what stands now.")
        changed = Card(label("What changed", "h2"), beside, gap=10)
        changed.add(self._moved)
        went = Card(label("Where it went", "h2"), gap=4)
        went.add(self._gone)
        made = Card(label("Made from", "h2"), gap=4)
        made.add(self._made)
        self.left.addWidget(changed)
        self.left.addStretch(1)
        for card in (went, made):
            self.right.addWidget(card)
        self.right.addStretch(1)
        self.show_busy("Opening the version.")
        self._read()

    @override
    def again(self) -> Way:
        return Way(Do.READ, VERSION, str(self.record))

    @override
    def first_focus(self) -> QWidget | None:
        return self.other

    @override
    def _read(self) -> None:
        self._workplace.ask(self, report_record.listed, self._show, self._on_gone)

    def _on_gone(self, refusal: Planned) -> None:
        self.show_content()
        self.notice.show_refusal(refusal)

    def _show(self, found: tuple[Version, ...]) -> None:
        one = next((each for each in found if each.record == self.record), None)
        if one is None:
            self.show_problem("This version is no longer listed.", "Its history stays readable.")
            return
        is_first, self._found = self._found is None, found
        self.set_title(f"Version {one.title}", one.stage_words)
        self._show_made(one)
        self._show_gone(one)
        others = [(str(each.record), each.title) for each in found if each.record != one.record]
        self.other.offer(others)
        if is_first:
            earlier = (each.record for each in found if each.number < one.number)
            self.other.set_value(next(earlier, _NOW))
            self._ask_more(one)
        self._compare()
        self.show_content()
        if is_first:
            begin_here(self._workplace, self)

    # -- what it is

    def _show_made(self, one: Version) -> None:
        clear(self._made)
        facts = [
            ("Made", local_words(one.made_at)), ("Sections", str(one.sections)),
            ("Fingerprint", one.fingerprint), ("What changed", one.changes),
            *((name, f"SHA-256 {grouped(sha256)}") for name, sha256 in one.files),
        ]  # fmt: skip
        for key, value in facts:
            if value:
                self._made.addWidget(Line(key, value))
                self._made.addWidget(rule())

    def _show_gone(self, one: Version) -> None:
        clear(self._gone)
        for each in one.sent:
            to = ", ".join(each.to)
            said = f"{to}. {each.note}" if each.note else to
            self._gone.addWidget(Line(local_words(each.on), said))
            self._gone.addWidget(rule())
        if one.published_on:
            self._gone.addWidget(Line(f"Published {local_words(one.published_on)}",
                                      one.published_where))  # fmt: skip
        if not one.sent and not one.published_on:
            self._gone.addWidget(label(NOT_SENT, "muted", wrap=True))

    # -- what changed

    def _compare(self) -> None:
        other = self.other.value()
        one, beside = self.record, RecordId(other) if other else None
        self._workplace.ask(self, partial(_between, one, beside), partial(self._on_moved, other))

    def _on_moved(self, other: str, moved: tuple[Moved, ...]) -> None:
        if other != self.other.value():
            return
        clear(self._moved)
        if not moved:
            self._moved.addWidget(label(SAME, "muted", wrap=True))
        for each in moved:
            self._moved.addWidget(Heading(each.section, "h3"))
            self._moved.addWidget(changes_of(each.changes))

    # -- where it went

    def _ask_more(self, one: Version) -> None:
        if not self._workplace.is_lead:
            return
        self.sent = self._card(_sent_asked(str(self.record)), self._on_sent)
        if one.stage in _CLOSED:
            self.published = self._card(_published_asked(str(self.record)), self._on_published)

    def _card(self, asked: Asked, then: object) -> AskCard:
        card = AskCard(self._workplace, self, asked)
        card.agreed.connect(then)
        self.right.insertWidget(self.right.count() - 1, card)
        return card

    def _on_sent(self, answers: dict[str, Json]) -> None:
        record, to = self.record, texts(answers, "to")
        on, note = str(answers.get("on", "")), str(answers.get("note", ""))
        self._workplace.ask(
            self, lambda desk: report_record.sent(desk, record, to, on, note),
            partial(self._on_kept, SENT, self.sent),
        )  # fmt: skip

    def _on_published(self, answers: dict[str, Json]) -> None:
        record = self.record
        on, where = str(answers["published_on"]), str(answers["published_where"])
        self._workplace.ask(
            self, lambda desk: report_record.published(desk, record, on, where),
            partial(self._on_kept, PUBLISHED, self.published),
        )  # fmt: skip

    def _on_kept(self, words: str, card: AskCard | None, made: Captured) -> None:
        if card is not None:
            card.begin_again()
        self._workplace.tell(made.changes)
        self.notice.undo(words, lambda: self._undo(made))

    def _undo(self, made: Captured) -> None:
        self._workplace.ask(
            self, partial(asking.undo, made=made), lambda back: self._workplace.tell(back.changes)
        )


def _between(one: RecordId, other: RecordId | None, desk: Desk) -> tuple[Moved, ...]:
    """Hold the earlier of two before the later; what stands now is the latest of all."""
    if other is not None:
        numbers = {each.record: each.number for each in report_record.listed(desk)}
        if numbers.get(other, 0) < numbers.get(one, 0):
            one, other = other, one
    return report_record.between(desk, one, other)


def _sent_asked(record: str) -> Asked:
    column = KINDS[VERSION].field("sent")
    return Asked(
        title="Where else it went", more="Roles, never names.", do_it="Write it down",
        kind=VERSION, form=f"sent:{record}", record=record, needed=("to", "on"), icon="send",
        fields=column.columns if column else (), may_cancel=False,
    )  # fmt: skip


def _published_asked(record: str) -> Asked:
    found = (KINDS[VERSION].field(key) for key in ("published_on", "published_where"))
    return Asked(
        title="Publication", more="The day, and where it can be read.", do_it="Write it down",
        kind=VERSION, form=f"published:{record}", record=record, icon="check",
        needed=("published_on", "published_where"), may_cancel=False,
        fields=tuple(each for each in found if each is not None),
    )  # fmt: skip
