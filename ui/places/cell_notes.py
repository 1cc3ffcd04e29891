"""The records behind one number of the matrix, each to be opened."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.records.given import has_childs_voice
from evidencekit.records.kinds import KINDS
from ui.places.case_words import moment_words
from ui.places.doors import begin_record, open_record
from ui.places.record_rows import title_words
from ui.places.record_words import polarity_words
from ui.places.workplace import Workplace
from ui.qtmodels.record_list import RecordList
from ui.qtmodels.record_table import RecordRow, RecordTable
from ui.widgets.button import button
from ui.widgets.page import Page

_TONES = {"strength": "ok", "weakness": "caution"}


class CellNotes(Page):
    """What was written about an area in one place of the matrix, newest first."""

    def __init__(
        self, workplace: Workplace, title: str, found: Sequence[Item], snapshot: Snapshot, area: str
    ) -> None:
        count = "1 record" if len(found) == 1 else f"{len(found)} records"
        super().__init__(title, count)
        self._workplace = workplace
        self._kinds = {item.record: item.kind for item in found}
        year = workplace.now().year
        rows = [item_row(item, snapshot, area, year) for item in found]
        self.add_action(
            button(
                "Score this area", lambda: begin_record(workplace, "score", {"area": area}),
                icon="clipboard-check",
            )
        )  # fmt: skip
        model = RecordTable(lambda offset, limit: rows[offset : offset + limit], len(rows))
        self.list = RecordList(f"Records: {title}", model)
        self.body.addWidget(self.list, 1)
        self.list.opened.connect(self._on_open)

    @override
    def first_focus(self) -> QWidget:
        return self.list

    def _on_open(self, record: str) -> None:
        kinds = {str(key): kind for key, kind in self._kinds.items()}
        open_record(self._workplace, record, kinds[record])


def item_row(item: Item, snapshot: Snapshot, area: str, year: int) -> RecordRow:
    """Show a record with what it says of an area."""
    kind = KINDS.get(item.kind)
    label = kind.label if kind else item.kind
    said = dict.fromkeys(link.polarity for link in item.area_links if link.area == area)
    tags = [(polarity_words(each), _TONES.get(each, "")) for each in said if each]
    if has_childs_voice(item.kind, item.fields):
        tags.append(("Child's voice", "voice"))
    if item.is_disputed:
        tags.append(("Two versions", "caution"))
    title = title_words(item.kind, item.title, snapshot.pack)
    cases = ", ".join(snapshot.items[case].title for case in item.cases if case in snapshot.items)
    detail = " · ".join(part for part in (label, cases, snapshot.name_of(item.author)) if part)
    when = moment_words(item.at, year) if item.at else ""
    return RecordRow(
        key=item.record, title=title or label, detail=detail, when=when,
        icon=kind.icon if kind else "file-text", tags=tuple(tags),
    )  # fmt: skip
