"""Still open: the records behind one line of Today, to be opened one by one."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.operations.reading import Row
from evidencekit.operations.still_open import Open, still_open
from evidencekit.records.kinds import KINDS
from ui.places.doors import open_record
from ui.places.routes import carry_on
from ui.places.workplace import Workplace
from ui.qtmodels.record_list import RecordList
from ui.qtmodels.record_table import RecordRow, RecordTable
from ui.widgets.fresh_page import FreshPage

_TITLES = {
    Open.CONCERNS: ("Open concerns", "Each must be closed before the inspection can end."),
    Open.WITHOUT_AREA: ("Without an area", "What no area is named on counts nowhere yet."),
    Open.DRAFTS: ("Not submitted", "Drafts of yours. They go along in a bundle, marked as drafts."),
    Open.QUESTIONS: ("Questions not answered yet", "The answer goes with the next bundle."),
    Open.ANSWERS: ("Answers to read", "Accept an answer to settle its question, or ask again."),
}


class StillOpen(FreshPage):
    """One list; Enter opens a record, Esc leads back to Today."""

    def __init__(self, workplace: Workplace, what: Open) -> None:
        super().__init__(*_TITLES[what])
        self._workplace = workplace
        self._what = what
        self._kinds: dict[str, str] = {}
        self._rows: tuple[RecordRow, ...] = ()
        self.list = RecordList(self.title, RecordTable(self._page))
        self.list.opened.connect(self._on_opened)
        self.body.addWidget(self.list, 1)
        self.empty.chosen.connect(workplace.close_page)
        self.show_busy("Reading…")

    @override
    def _read(self) -> None:
        self._workplace.ask(self, lambda desk: still_open(desk, self._what), self._on_found)

    @override
    def first_focus(self) -> QWidget | None:
        return self.list if self._kinds else super().first_focus()

    def _on_found(self, rows: tuple[Row, ...]) -> None:
        self._kinds = {row.record: row.kind for row in rows}
        self._rows = tuple(map(self._row, rows))
        self.list.records.reset(len(rows))
        if not rows:
            self.show_empty("Nothing is open here.", action="Back to Today", icon="circle-check")
            return
        self.show_content()
        if self._workplace.window.page is self:
            self.list.setFocus()

    def _page(self, offset: int, limit: int) -> tuple[RecordRow, ...]:
        return self._rows[offset : offset + limit]

    def _row(self, row: Row) -> RecordRow:
        kind = KINDS[row.kind]
        return RecordRow(
            key=row.record, icon=kind.icon, title=row.title or kind.label,
            detail=f"{kind.label}, {row.author_name}", when=_when(row, self._workplace.zone),
        )  # fmt: skip

    def _on_opened(self, record: str) -> None:
        kind = self._kinds[record]
        if self._what is Open.DRAFTS:
            carry_on(self._workplace, record, kind)
        else:
            open_record(self._workplace, record, kind)


def show_still_open(workplace: Workplace, what: Open) -> None:
    """Open the list from the place in front."""
    workplace.open_page(StillOpen(workplace, what))


def _when(row: Row, zone: str) -> str:
    at = datetime.fromisoformat(row.written).astimezone(ZoneInfo(zone))
    return f"{at.day} {at:%b %H:%M}"
