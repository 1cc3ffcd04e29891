"""Observations: every meeting and visit that was watched, by day."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.analysis.snapshot import Item
from evidencekit.ids import RecordId
from evidencekit.operations import reading
from evidencekit.operations.desk import Desk
from evidencekit.operations.reading import Only, Row
from ui.places.capture import open_capture
from ui.places.case_note import CaseNote
from ui.places.new_observation import NewObservation
from ui.places.observation_rows import row_of
from ui.places.workplace import Workplace
from ui.qtmodels.record_list import RecordList
from ui.qtmodels.record_table import PAGE, RecordRow, RecordTable
from ui.widgets.button import button
from ui.widgets.page import Page

_PAGE = 200
NOTHING = "You have not watched anything yet."
NOTHING_MORE = "Start one when a meeting begins. It takes three answers."


@dataclass(frozen=True, slots=True)
class _Listed:
    """One page of observations, and the references of the cases they speak of."""

    items: tuple[Item, ...]
    cases: dict[RecordId, str]
    next: int | None


class Observations(Page):
    """The list; Enter opens one."""

    shown = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Observations")
        self._workplace = workplace
        self._rows: list[RecordRow] = []
        self._next: int | None = None
        self.note_button = self.add_action(
            button("Case note", self.new_note, icon="notebook-pen", name="New case note")
        )
        self.new_button = self.add_action(
            button("New observation", self.new_observation, kind="primary", icon="plus")
        )
        self.table = RecordTable(self._page)
        self.list = RecordList("Observations, the latest first", self.table)
        self.list.opened.connect(self.open)
        self.more = button("Show earlier ones", self._read_more, kind="quiet")
        self.more.hide()
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.more)
        self.empty.chosen.connect(self.new_observation)
        self._read()

    def new_observation(self) -> None:
        """Ask the three answers."""
        self._workplace.open_page(NewObservation(self._workplace))

    def new_note(self) -> None:
        """Open a case note on paper that is still blank."""
        self._workplace.open_page(CaseNote(self._workplace))

    def open(self, record: str) -> None:
        """Open one's own observation for writing, somebody else's for reading."""
        open_capture(self._workplace, record)

    @override
    def first_focus(self) -> QWidget | None:
        return self.list if self._rows else self.empty.button

    @override
    def _read(self) -> None:
        self._workplace.ask(self, _listed, self._show)

    def _read_more(self) -> None:
        before = self._next
        self._workplace.ask(self, lambda desk: _listed(desk, before), self._show_more)

    def _show(self, listed: _Listed) -> None:
        self._rows = self._made(listed)
        self._show_rows(listed.next)

    def _show_more(self, listed: _Listed) -> None:
        self._rows += self._made(listed)
        self._show_rows(listed.next)

    def _show_rows(self, following: int | None) -> None:
        self._next = following
        self.more.setVisible(following is not None)
        at = self.list.current_key()
        self.table.reset(len(self._rows))
        if not self._rows:
            self.show_empty(NOTHING, NOTHING_MORE, "New observation", "eye")
        else:
            self.show_content()
            for offset in range(0, len(self._rows), PAGE):
                self.table.put(offset, self._page(offset, PAGE))
            there = self.table.place_of(at)
            if there.isValid():
                self.list.setCurrentIndex(there)
        count = len(self._rows)
        self.set_title(
            self.title,
            f"{count} {'observation' if count == 1 else 'observations'}" if count else "",
        )
        self.shown.emit()

    def _made(self, listed: _Listed) -> list[RecordRow]:
        today = self._workplace.now().date()
        return [
            row_of(
                item, self._workplace.pack, today,
                tuple(listed.cases.get(case, case) for case in item.cases),
            )
            for item in listed.items
        ]  # fmt: skip

    def _page(self, offset: int, limit: int) -> Sequence[RecordRow]:
        return self._rows[offset : offset + limit]


def _listed(desk: Desk, before: int | None = None) -> _Listed:
    rows: tuple[Row, ...] = reading.rows(desk, Only(kind="observation"), limit=_PAGE, before=before)
    items = sorted((reading.item(desk, row.record) for row in rows), key=_latest_first)
    named = dict.fromkeys(case for item in items for case in item.cases)
    cases = {case: reading.item(desk, case).title for case in named}
    return _Listed(tuple(items), cases, rows[-1].number if len(rows) == _PAGE else None)


def _latest_first(item: Item) -> tuple[int, ...]:
    return tuple(-ord(letter) for letter in item.at)
