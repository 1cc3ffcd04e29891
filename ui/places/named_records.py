"""New records that may name somebody, to be opened one by one before they are handed over."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.ids import RecordId
from evidencekit.operations import before_hand_over
from evidencekit.operations.reading import Row
from ui.places.doors import open_record
from ui.places.record_rows import record_row
from ui.places.workplace import Workplace
from ui.qtmodels.record_list import RecordList
from ui.qtmodels.record_table import RecordRow, RecordTable
from ui.widgets.fresh_page import FreshPage


class NamedRecords(FreshPage):
    """One list; Enter opens a record, Esc leads back."""

    def __init__(self, workplace: Workplace, records: Iterable[RecordId]) -> None:
        super().__init__(
            "May name somebody",
            "Something in these looks like a name, a number or an address. You judge.",
        )
        self._workplace = workplace
        self._records = tuple(records)
        self._rows: tuple[RecordRow, ...] = ()
        self._kinds: dict[str, str] = {}
        self.list = RecordList(self.title, RecordTable(self._page))
        self.list.opened.connect(self._on_opened)
        self.body.addWidget(self.list, 1)
        self.show_busy("Reading…")

    @override
    def _read(self) -> None:
        asked = self._records
        self._workplace.ask(
            self, lambda desk: before_hand_over.named_rows(desk, asked), self._on_found
        )

    @override
    def first_focus(self) -> QWidget | None:
        return self.list

    def _on_found(self, rows: tuple[Row, ...]) -> None:
        place = self._workplace
        year = place.now().year
        self._kinds = {row.record: row.kind for row in rows}
        self._rows = tuple(record_row(row, place.pack, year) for row in rows)
        self.list.records.reset(len(rows))
        self.show_content()
        if place.window.page is self:
            self.list.setFocus()

    def _page(self, offset: int, limit: int) -> tuple[RecordRow, ...]:
        return self._rows[offset : offset + limit]

    def _on_opened(self, record: str) -> None:
        open_record(self._workplace, record, self._kinds[record])
