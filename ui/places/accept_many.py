"""Accept or set aside many records at once: chosen by key, one reason, undone in one step."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.errors.base import Planned
from evidencekit.ids import RecordId
from evidencekit.operations import accepting
from evidencekit.operations.accepting import DECIDE, Ready
from evidencekit.operations.capture import Captured
from evidencekit.operations.changes import Changes
from evidencekit.operations.reading import Row
from evidencekit.records.kinds import KINDS
from ui.places.arriving import begin_here
from ui.places.dates import count
from ui.places.doors import open_record
from ui.places.kept_reason import KeptReason
from ui.places.record_words import said_at
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.qtmodels.table import Column, TableView, ValueTable
from ui.widgets.announce import announce
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.field import FieldBox
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.page import Page

TITLE = "Decide on many"
_MORE = "Submitted, and nobody decided on it as it stands. Space chooses, Enter reads it."
_DONE = {"accept": "Accepted", "set-aside": "Set aside"}
_TRAVELS = "It reaches everybody with the next return pack."
_CHOSEN = "chosen"


class AcceptPage(Page):
    """A list to choose from, a reason for all of them, and two ways to decide."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(TITLE, _MORE)
        self._workplace = workplace
        self._found: Ready | None = None
        self.chosen: set[RecordId] = set()
        self.kind = Combo("Kind of record", "Every kind")
        self.author = Combo("Written by", "Everybody")
        self.all = button("Choose all shown", self._on_all, icon="check-check")
        self.none = button("Choose none", self._on_none)
        self.table: ValueTable[Row] = ValueTable(
            (
                Column("Chosen", lambda row: "Chosen" if row.record in self.chosen else ""),
                Column("Kind", lambda row: KINDS[row.kind].label),
                Column("Written by", lambda row: row.author_name),
                Column("When", lambda row: said_at(row.at)),
                Column("What", _what),
            )
        )
        self.view = TableView(TITLE, self.table, one_line=True)
        self.text = AutosaveText("Reason")
        self.text.setMaximumHeight(self.text.fontMetrics().lineSpacing() * 4)
        self.field = FieldBox("Reason", self.text,
                              "One for all of them. To set aside it is needed.")  # fmt: skip
        self.accept = button("Accept", partial(self._decide, "accept"), kind="primary",
                             icon="check")  # fmt: skip
        self.aside = button("Set aside", partial(self._decide, "set-aside"), icon="archive")
        self._kept = KeptReason(workplace, self, self.text, ("decide-many", "all"))
        self._lay_out()
        self.show_busy("Reading what waits.")
        self._read()

    def _lay_out(self) -> None:
        self.body.addWidget(flow(self.kind, self.author, self.all, self.none))
        self._many = label("", "muted", wrap=True)
        self.body.addWidget(self._many)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(Card(self.field, flow(self.accept, self.aside), gap=12))
        for box in (self.kind, self.author):
            box.chosen.connect(lambda _key: self._show())
        self.view.opened.connect(self._on_open)
        self._kept.given_back.connect(self._give_back)
        for keys, does, act in (("Space", "Choose this record", self._on_space),
                                ("Ctrl+A", "Choose all shown", self._on_all)):  # fmt: skip
            pressed = QShortcut(QKeySequence(keys), self.view)
            pressed.setWhatsThis(does)
            pressed.setContext(Qt.ShortcutContext.WidgetShortcut)
            pressed.activated.connect(act)

    @override
    def again(self) -> Way:
        return Way(Do.ACCEPT)

    @override
    def first_focus(self) -> QWidget | None:
        return self.view

    @override
    def _read(self) -> None:
        self._workplace.ask(self, accepting.ready, self._on_read)

    def _on_read(self, found: Ready) -> None:
        is_first, self._found = self._found is None, found
        here = {row.record for row in found.rows}
        self.chosen &= here
        self.kind.offer(sorted({(row.kind, KINDS[row.kind].plural) for row in found.rows}))
        self.author.offer(sorted({(row.author, row.author_name) for row in found.rows}))
        if not found.rows:
            self.show_empty("Nothing waits for a decision.",
                            "What colleagues submit and hand over is listed here.")  # fmt: skip
            return
        self._show()
        self.show_content()
        if is_first:
            begin_here(self._workplace, self)

    def _shown(self) -> list[Row]:
        kind, author = self.kind.value(), self.author.value()
        rows = self._found.rows if self._found else ()
        return [r for r in rows if kind in {"", r.kind} and author in {"", r.author}]

    def _show(self) -> None:
        at = self.view.currentIndex().row()
        shown = self._shown()
        self.table.show_rows(shown)
        if shown:
            self.view.setCurrentIndex(self.table.index(min(max(at, 0), len(shown) - 1), 0))
        found = self._found
        rest = found.every - len(found.rows) if found else 0
        more = f"; {rest} older ones follow when these are decided on" if rest else ""
        self._many.setText(f"{count(len(shown), 'record')} shown{more}.")
        self._count()

    def _count(self) -> None:
        many, may = len(self.chosen), bool(self._found and self._found.is_lead)
        for each, words in ((self.accept, "Accept"), (self.aside, "Set aside")):
            each.say(f"{words} {many}" if many else words)
            each.setEnabled(bool(many) and may)

    # -- choosing

    def _on_space(self) -> None:
        row = self.table.row_at(self.view.currentIndex())
        if row is None:
            return
        self.chosen ^= {row.record}
        announce(self, f"{'Chosen' if row.record in self.chosen else 'Not chosen'}: {row.title}")
        self._on_chosen()

    def _on_all(self) -> None:
        self.chosen |= {row.record for row in self._shown()}
        announce(self, f"{count(len(self.chosen), 'record')} chosen.")
        self._on_chosen()

    def _on_none(self) -> None:
        self.chosen.clear()
        self._on_chosen()

    def _on_chosen(self) -> None:
        marks: list[Json] = [*sorted(self.chosen)]
        self._kept.beside = {_CHOSEN: marks} if marks else {}
        self._kept.keep()
        self._show()

    def _give_back(self) -> None:
        marks = self._kept.beside.get(_CHOSEN)
        if isinstance(marks, list | tuple):
            self.chosen = {RecordId(str(each)) for each in marks}
        self._read()  # what is not here any more is not chosen

    def _on_open(self, number: int) -> None:
        row = self.table.row_at(self.table.index(number, 0))
        if row is not None:
            open_record(self._workplace, row.record, row.kind)

    # -- deciding

    def _decide(self, outcome: str) -> None:
        reason = self.text.toPlainText().strip()
        if outcome != "accept" and not reason:
            self.field.set_problem("Say in a few words why; the reason stays with each of them.")
            self.text.setFocus()
            return
        self.field.set_problem("")
        records, work = tuple(self.chosen), DECIDE[outcome]
        self.show_busy("Writing the decisions.")
        self._workplace.ask(
            self, lambda desk: work(desk, records, reason), partial(self._on_decided, outcome),
            self._on_refused,
        )  # fmt: skip

    def _on_decided(self, outcome: str, made: tuple[Captured, ...]) -> None:
        self._kept.done()
        self._kept.begin()
        self._kept.beside = {}
        self.text.show_text("")
        self.chosen.clear()
        self._workplace.tell(accepting.changes_of(made))
        self.notice.say(f"{_DONE[outcome]}: {count(len(made), 'record')}.", _TRAVELS, tone="ok",
                        action="Undo", then=partial(self._undo, made))  # fmt: skip

    def _undo(self, made: Iterable[Captured]) -> None:
        self._workplace.ask(
            self, lambda desk: accepting.undo_all(desk, made), self._on_undone, self._on_refused
        )

    def _on_undone(self, changes: Changes) -> None:
        self._workplace.tell(changes)
        self.notice.say("Taken back. They wait for a decision again.", tone="ok")

    def _on_refused(self, refusal: Planned) -> None:
        self.show_content()
        self.notice.show_refusal(refusal)


def _what(row: Row) -> str:
    return f"{row.title} (changed since it was decided on)" if row.accepted else row.title


def show_accept(workplace: Workplace) -> None:
    """Open it over whatever is in front."""
    if not isinstance(workplace.window.page, AcceptPage):
        workplace.open_page(AcceptPage(workplace))
