"""What stands: how far the evidence carries, seen from seven sides. It adds up nothing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.analysis.snapshot import Snapshot
from evidencekit.canonical import Json
from evidencekit.operations import report_desk, standing
from evidencekit.operations.following import Base
from ui.places import choosers
from ui.places.arriving import begin_here
from ui.places.cell_notes import CellNotes
from ui.places.evidence import evidence_of
from ui.places.standing_rows import (
    AREAS,
    DISPUTES,
    NOTHING,
    TITLES,
    VIEWS,
    Deed,
    Row,
    Rows,
    shown_words,
)
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.qtmodels.table import Column, TableView, ValueTable
from ui.theme import spaced
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.fresh_page import FreshPage
from ui.widgets.heading import label
from ui.widgets.lines import clear
from ui.widgets.page import Page
from ui.widgets.segment import Segments

TITLE = "What stands"
_NEVER = "Counts say how many looked and where from. They never lead to a grade."
SHEET_QUESTION = "Where to save the sheet. It is a plain file: whoever has it can read it."
_MOST = 300  # rows shown; the sheet has all
_LETTERS = 88  # of one cell; the words below the table are whole
_LINES = 5


@dataclass(frozen=True, slots=True)
class Read:
    """What was read, with the rows of every side made away from the screen."""

    snapshot: Snapshot
    rows: Mapping[str, Sequence[Row]]


class StandingPage(FreshPage):
    """A table per side, the words of its row below, and what can be done with it."""

    def __init__(self, workplace: Workplace, view: str = AREAS, area: str = "") -> None:
        super().__init__(TITLE, _NEVER)
        self._workplace = workplace
        self._found: Read | None = None
        self._reading = 0
        self.choose_folder: choosers.ChooseOne = choosers.choose_folder
        self.sheet = self.add_action(button("Save as a sheet", self._on_sheet, icon="table"))
        self.views = Segments("Look at", VIEWS)
        self.views.set_value(view)
        self.area = Combo("Area of the contradictions", "Every area")
        self.area.set_value(area)
        self.area.chosen.connect(lambda _key: self._show_rows())
        self.tables = {key: _table(words, TITLES[key]) for key, words in VIEWS}
        self._nothing = label("", "muted", wrap=True)
        self._below = QVBoxLayout()
        spaced(self._below, 6)
        self.strip = Card(self._below)
        self.body.addWidget(self.views)
        self.body.addWidget(self.area)
        self.body.addWidget(self._nothing)
        for key, (model, table) in self.tables.items():
            self.body.addWidget(table, 1)
            table.selectionModel().currentChanged.connect(lambda _now, _was: self._show_row())
            table.opened.connect(partial(self._on_open, model))
            table.setVisible(key == view)
        self.body.addWidget(self.strip)
        self.views.chosen.connect(lambda _key: self._show())
        self.show_busy("Reading what there is.")

    @override
    def again(self) -> Way:
        given: dict[str, Json] = {"view": self.views.value(), "area": self.area.value()}
        return Way(Do.STANDING, given={key: part for key, part in given.items() if part})

    @override
    def first_focus(self) -> QWidget | None:
        table = self.table
        return table if table.model().rowCount() else self.views.pill(self.views.value())

    @property
    def table(self) -> TableView:
        """Give the table in front."""
        return self.tables[self.views.value()][1]

    @override
    def _read(self) -> None:
        self._reading += 1
        today, place = self._workplace.now().date(), self._workplace

        def work(base: Base) -> Read:
            found = standing.what_stands(base.seen, today)
            rows = Rows(found, place, self._read_area)
            return Read(found.snapshot, {key: rows.of(key) for key, _words in VIEWS})

        evidence_of(place).ask(self, work, partial(self._on_read, self._reading))

    def _on_read(self, turn: int, found: Read) -> None:
        if turn != self._reading:
            return
        is_first, self._found = self._found is None, found
        self._offer_areas(found)
        self._show_rows()
        self.show_content()
        if is_first:
            begin_here(self._workplace, self)

    def _offer_areas(self, found: Read) -> None:
        """Offer the areas that have a contradiction, with how many."""
        many = Counter(row.area for row in found.rows[DISPUTES])
        self.area.offer([
            (area, f"{standing.area_name(found.snapshot, area)} ({many[area]})")
            for area in (each.id for each in found.snapshot.pack.areas) if many[area]
        ])  # fmt: skip

    def _rows(self, view: str) -> Sequence[Row]:
        """Give the rows of a view, those of one area where one is chosen."""
        every: Sequence[Row] = self._found.rows[view] if self._found else ()
        area = self.area.value() if view == DISPUTES else ""
        return [row for row in every if row.area == area] if area else every

    def _show_rows(self) -> None:
        for key, (model, table) in self.tables.items():
            now = model.row_at(table.currentIndex())
            every = self._rows(key)
            model.show_rows(every[:_MOST])
            self._count(key, len(every))
            if every:
                at = next(
                    (n for n, row in enumerate(every[:_MOST]) if now and row.key == now.key), 0
                )
                table.setCurrentIndex(model.index(at, 0))
        self._show()

    def _count(self, key: str, many: int) -> None:
        words = dict(VIEWS)[key]
        pill = self.views.pill(key)
        pill.setText(f"{words} {many}")
        pill.setAccessibleName(f"{words}: {many}")

    def _show(self) -> None:
        view = self.views.value()
        for key, (model, table) in self.tables.items():
            table.setVisible(key == view and model.rowCount() > 0)
        has_rows = self.tables[view][0].rowCount() > 0
        every = len(self._rows(view))
        shown = shown_words(self.tables[view][0].rowCount(), every)
        has_areas = bool(self._found and self._found.rows[DISPUTES])
        self.area.setVisible(view == DISPUTES and has_areas)
        self._nothing.setText(f"{shown} shown; the sheet has all." if shown else NOTHING[view])
        self._nothing.setVisible(bool(shown) or not has_rows)
        self.strip.setVisible(has_rows)
        self.sheet.setEnabled(has_rows)
        self._show_row()

    def _show_row(self) -> None:
        model, table = self.tables[self.views.value()]
        row = model.row_at(table.currentIndex())
        clear(self._below)
        if row is None:
            return
        self._below.addWidget(label(row.title, "strong", wrap=True))
        for line in row.lines[:_LINES]:
            self._below.addWidget(label(line, "muted", wrap=True))
        if len(row.lines) > _LINES:
            more = f"and {len(row.lines) - _LINES} more"
            self._below.addWidget(label(more, "muted"))
        if row.deeds:
            said = Counter(deed.words for deed in row.deeds)
            made = [
                button(deed.words, deed.do, icon=deed.icon, name=_name(deed, row, number, said))
                for number, deed in enumerate(row.deeds, 1)
            ]
            self._below.addWidget(flow(*made))

    def _on_open(self, model: ValueTable[Row], number: int) -> None:
        row = model.row_at(model.index(number, 0))
        if row is not None and row.deeds:
            row.deeds[0].do()

    def _read_area(self, area: str) -> None:
        if self._found is None:
            return
        snapshot: Snapshot = self._found.snapshot
        items = sorted(
            (item for item in snapshot.evidence_for(area) if item.kind != "score"),
            key=lambda item: (item.at, item.record), reverse=True,
        )  # fmt: skip
        title = standing.area_name(snapshot, area)
        self._workplace.open_page(CellNotes(self._workplace, title, items, snapshot, area))

    # -- the sheet

    def _on_sheet(self) -> None:
        self.choose_folder(self, SHEET_QUESTION, self._save)

    def _save(self, folder: Path) -> None:
        view = self.views.value()
        if self._found is None:
            return
        lines = [TITLES[view], *(row.cells for row in self._rows(view))]
        path = report_desk.free_path(folder, view, self._workplace.now().date(), ".csv")
        self._workplace.labour(
            self, partial(standing.save_sheet, path, lines), partial(say_saved, self),
            self.notice.show_refusal,
        )  # fmt: skip


def say_saved(page: Page, path: Path) -> None:
    """Say where a sheet was saved."""
    page.notice.say(f"{path.name} is saved in {path.parent}.", "It is a plain file.", tone="ok")


def show_standing(workplace: Workplace, view: str = AREAS) -> None:
    """Open what stands over whatever is in front."""
    if not isinstance(workplace.window.page, StandingPage):
        workplace.open_page(StandingPage(workplace, view))


def open_standing(workplace: Workplace, given: Mapping[str, Json]) -> None:
    """Open it again as it was left: the side that was looked at, and the area."""
    view, area = str(given.get("view", AREAS)), str(given.get("area", ""))
    workplace.open_page(StandingPage(workplace, view if view in TITLES else AREAS, area))


def _table(name: str, titles: Sequence[str]) -> tuple[ValueTable[Row], TableView]:
    model: ValueTable[Row] = ValueTable(
        [Column(title, partial(_cell, number)) for number, title in enumerate(titles)]
    )
    # One line a row at every size of text; the words below are whole.
    return model, TableView(name, model, one_line=True)


def _cell(number: int, row: Row) -> str:
    words = " ".join(row.cells[number].split())
    return words if len(words) <= _LETTERS else f"{words[:_LETTERS].rstrip()}…"


def _name(deed: Deed, row: Row, number: int, said: Mapping[str, int]) -> str:
    """Name a button for the ear; two that open alike are told apart by their number."""
    which = f", {number}" if said[deed.words] > 1 else ""
    return f"{deed.words}{which}: {row.title}"
