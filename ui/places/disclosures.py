"""Disclosures: who has asked for evidence, by when it is to be answered, and how far it is."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.analysis.disclosures import Request
from evidencekit.operations import disclosure_requests
from ui.places.arriving import begin_here
from ui.places.case_words import moment_words
from ui.places.dates import count
from ui.places.doors import begin_record, open_record
from ui.places.workplace import Workplace
from ui.qtmodels.record_list import RecordList
from ui.qtmodels.record_table import RecordRow, RecordTable
from ui.widgets.button import button
from ui.widgets.fresh_page import FreshPage

TITLE, KIND = "Disclosures", "disclosure"
NOTHING = "Nobody has asked for evidence yet."
NOTHING_MORE = (
    "When a complaint, a request or a court asks, put it down first: its day is counted, and "
    "nothing it asks for can be destroyed."
)
NEW = "Put a request down"


def show_disclosures(workplace: Workplace) -> None:
    """Open the list over whatever is in front."""
    if not isinstance(workplace.window.page, DisclosuresPage):
        workplace.open_page(DisclosuresPage(workplace))


class DisclosuresPage(FreshPage):
    """The open ones first, each by the day its answer is due; Enter opens one."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(TITLE, "Requests and challenges, and the evidence given in answer.")
        self._workplace = workplace
        self._rows: list[RecordRow] = []
        self._is_first = True
        self.new = self.add_action(button(NEW, self._on_new, kind="primary", icon="plus"))
        self.list = RecordList(TITLE, RecordTable(self._page))
        self.list.opened.connect(self._on_open)
        self.body.addWidget(self.list, 1)
        self.empty.chosen.connect(self._on_new)
        self.new.setVisible(workplace.is_lead)
        self.show_busy("Reading…")

    @override
    def _read(self) -> None:
        self._workplace.ask(self, disclosure_requests.requests, self._show)

    @override
    def first_focus(self) -> QWidget | None:
        return self.list if self._rows else super().first_focus()

    def _show(self, found: tuple[Request, ...]) -> None:
        year = self._workplace.now().year
        self._rows = [_row(each, year) for each in found]
        self.list.records.reset(len(self._rows))
        if found:
            self.show_content()
        else:
            self.show_empty(NOTHING, NOTHING_MORE, NEW if self._workplace.is_lead else "", "scale")
        if self._is_first:
            self._is_first = False
            begin_here(self._workplace, self)

    def _page(self, offset: int, limit: int) -> Sequence[RecordRow]:
        return self._rows[offset : offset + limit]

    def _on_open(self, record: str) -> None:
        open_record(self._workplace, record, KIND)

    def _on_new(self) -> None:
        begin_record(self._workplace, KIND, {})


def _row(each: Request, year: int) -> RecordRow:
    packs = f" · {count(each.packs, 'pack')} made" if each.packs else ""
    tag = ("Closed", "ok") if each.is_closed else ("Open", "caution")
    due = moment_words(each.due, year) if each.due else "no day yet"
    return RecordRow(
        key=each.record,
        title=" ".join(part for part in (each.route, each.reference) if part),
        detail=f"{each.asked_for[:120] or 'Nothing said yet of what is asked for'}{packs}",
        when=f"due {due}",
        icon="scale",
        tags=(tag,),
    )
