"""Evaluation: where evidence is thin, and the scores one gave oneself. It adds up nothing."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from evidencekit.analysis.coverage import By
from evidencekit.analysis.snapshot import Item
from evidencekit.ids import RecordId
from evidencekit.operations import report_desk, standing
from evidencekit.operations.changes import Changes
from evidencekit.operations.covering import Changed, Live, take_changed
from evidencekit.operations.desk import Desk
from evidencekit.operations.evaluating import Matrix
from evidencekit.operations.following import Base
from ui.places import choosers
from ui.places.arriving import begin_here
from ui.places.cell_notes import CellNotes
from ui.places.doors import begin_record
from ui.places.evaluation_grid import BY, grid_columns, grid_rows, sheet_lines
from ui.places.evaluation_scores import ScoresPart
from ui.places.evidence import evidence_of
from ui.places.score_setting import ScoreSetting
from ui.places.standing import SHEET_QUESTION, say_saved, show_standing
from ui.places.workplace import Workplace
from ui.qtmodels.coverage_grid import CoverageGrid
from ui.qtmodels.coverage_key import CoverageKey
from ui.qtmodels.coverage_pinned import PinnedCoverage
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.lines import column, row
from ui.widgets.page import Page
from ui.widgets.segment import Segments

_COVERAGE, _SCORES, _GAPS = "coverage", "scores", "gaps"
_CHIPS = ((_COVERAGE, "Coverage"), (_SCORES, "Scores"), (_GAPS, "Gaps only"))
_WHOLE_ROW = "*"
_PICKER_LETTERS = 18


class Evaluation(Page):
    """The matrix of areas; a snapshot is read once and looked at from every side."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Evaluation")
        self._workplace = workplace
        self._live: Live | None = None
        self._changed: set[RecordId] = set()  # and not taken up yet
        self._matrix: Matrix | None = None
        self._reading = 0
        self._area, self._column = "", ""
        self._offer()
        self.chips = Segments("Show", _CHIPS)
        self.by = _columns_list()
        self.key = CoverageKey()
        self.grid = CoverageGrid()
        self.matrix = PinnedCoverage("Coverage: areas by children and meetings", self.grid)
        self.table = self.matrix.view
        self.scores = ScoresPart(workplace.pack)
        self.setting = ScoreSetting(self, workplace)
        self._scored = _below(self.scores, self.setting)
        self._where = label("", "strong", wrap=True)
        self._what = label("", "muted", wrap=True)
        self.read = button("Read the notes", self._on_read, kind="quiet", icon="arrow-right")
        self.strip = Card(_stretched(self._where, self._what, self.read))
        self.body.addWidget(flow(self.chips, self.by, self.key, gap=16))
        self.body.addWidget(self.matrix, 1)
        self.body.addWidget(self.strip)
        self.body.addWidget(self._scored, 1)
        self._scored.hide()
        self._connect()
        self.show_busy("Counting what was looked at.")
        self._read()

    @override
    def show_changes(self, changes: Changes) -> None:
        self._changed |= changes.records
        self.setting.read()
        if self._live is None or changes.beyond_records:
            self._live = None
            self._read()
        else:
            self._read_changed(self._live)

    @override
    def first_focus(self) -> QWidget | None:
        return self.scores.view if self.scores.isVisibleTo(self) else self.matrix.here()

    def _offer(self) -> None:
        """Put what can be done at the top."""
        self.score = self.add_action(
            button("Score this area", self._on_score, kind="primary", icon="clipboard-check")
        )
        self.stands = self.add_action(
            button("What stands", partial(show_standing, self._workplace), icon="layers")
        )
        self.sheet = self.add_action(button("Save as a sheet", self._on_sheet, icon="table"))
        self.choose_folder: choosers.ChooseOne = choosers.choose_folder

    def _connect(self) -> None:
        self.chips.chosen.connect(lambda _key: self._show())
        self.by.chosen.connect(lambda _key: self._count())
        for side in (self.table, self.matrix.pinned):
            side.opened.connect(self._on_open)
            side.grade_asked.connect(self._score_area)
        self.scores.opened.connect(self._score_area)
        self.scores.pointed_at.connect(self.setting.point_at)
        self.table.selectionModel().currentChanged.connect(self._on_moved)

    @override
    def _read(self) -> None:
        """Read everything that is in force."""
        self._reading += 1
        evidence_of(self._workplace).ask(self, _live, partial(self._on_live, self._reading))

    def _read_changed(self, live: Live) -> None:
        """Read what was changed and no more; a change that is still on its way comes along."""
        self._reading += 1
        turn, records, hidden = self._reading, frozenset(self._changed), live.hidden

        def work(desk: Desk) -> Changed | None:
            return take_changed(desk, records, hidden)

        self._workplace.ask(self, work, partial(self._on_changed, turn, live))

    def _on_changed(self, turn: int, live: Live, changed: Changed | None) -> None:
        if turn != self._reading:
            return
        if changed is None:
            self._read()
        else:
            then = partial(self._on_live, turn)
            self._workplace.labour(self, partial(live.change, changed), then)

    def _on_live(self, turn: int, live: Live) -> None:
        if turn == self._reading:
            self._live = live
            self._changed.clear()
            self._count()

    def _count(self) -> None:
        """Count away from the desk."""
        if self._live is not None:
            by, me = By(self.by.value()), self._workplace.me.id
            work = partial(self._live.matrix, by, me)
            self._workplace.labour(self, work, partial(self._on_counted, by))

    def _on_counted(self, by: By, matrix: Matrix) -> None:
        if by.value != self.by.value():
            return
        is_first, self._matrix = self._matrix is None, matrix
        areas = len(matrix.coverage.areas)
        self.set_title(
            "Evaluation",
            f"You scored {matrix.scored} of {areas} areas. Scores are yours until the team agrees.",
        )
        words = {each.value: words for each, words in BY}[by.value].lower()
        self.table.setAccessibleName(f"Coverage: areas by {words}")
        self._show()
        self.show_content()
        if is_first:
            self.table.setCurrentIndex(self.grid.index(0, 0))
            begin_here(self._workplace, self)

    def _show(self) -> None:
        if self._matrix is None:
            return
        chip, pack = self.chips.value(), self._workplace.pack
        is_matrix = chip != _SCORES
        for part in (self.matrix, self.strip, self.key, self.by):
            part.setVisible(is_matrix)
        self._scored.setVisible(not is_matrix)
        self.scores.show_matrix(self._matrix)
        area, column = self._area, self._column
        self.grid.show_grid(
            grid_columns(self._matrix), grid_rows(self._matrix, pack, gaps_only=chip == _GAPS)
        )
        self._go_to(area, column)
        if not any(self._matrix.coverage.total(a).count for a in self._matrix.coverage.areas):
            self.notice.say("Your first notes will show here.")

    def _go_to(self, area: str, column: str) -> None:
        """Put the keyboard back on the cell it was on, when that cell is still there."""
        rows = [self.grid.row_at(self.grid.index(n, 0)).key for n in range(self.grid.rowCount())]
        keys = [each.key for each in self.grid.columns]
        if rows:
            down = rows.index(area) if area in rows else 0
            across = keys.index(column) if column in keys else 0
            if column == _WHOLE_ROW:
                across = self.grid.total_column
            self.table.setCurrentIndex(self.grid.index(down, across))

    def _on_moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not current.isValid():
            return
        area, columns = self.grid.row_at(current), self.grid.columns
        across = current.column()
        self._area = area.key
        self._column = columns[across].key if across < len(columns) else _WHOLE_ROW
        where, _, what = self.grid.sentence(current).rpartition(": ")
        self._where.setText(where)
        self._what.setText(what)
        self.score.say("Score this area", f"Score {area.title}")
        cell = self.grid.cell_at(current)
        has_notes = bool(cell.count or cell.looked) if cell else bool(area.total)
        self.read.setEnabled(has_notes)
        self.read.setAccessibleName(f"Read the notes: {where}")

    def _on_open(self, area: str, column: str) -> None:
        across = self.table.currentIndex().column()
        if across == self.grid.grade_column:
            self._score_area(area)
        else:
            self._area, self._column = area, column if across < self.grid.total_column else "*"
            self._on_read()

    def _on_read(self) -> None:
        if self._live is None or not self._area:
            return
        by, area, column = By(self.by.value()), self._area, self._column
        work = partial(self._live.records_at, by, area, column)
        self._workplace.labour(self, work, partial(self._on_records, self._live, area))

    def _on_records(self, live: Live, area: str, found: tuple[Item, ...]) -> None:
        if found:
            title = self._where.text()
            self._workplace.open_page(CellNotes(self._workplace, title, found, live.snapshot, area))
        else:
            self.notice.say(
                "Nothing is recorded here yet.", "Press G to score the area all the same."
            )

    def _on_score(self) -> None:
        area = self.scores.current_area() if self.chips.value() == _SCORES else self._area
        if area:
            self._score_area(area)

    def _on_sheet(self) -> None:
        self.choose_folder(self, SHEET_QUESTION, self._save_sheet)

    def _save_sheet(self, folder: Path) -> None:
        """Save the matrix as it stands, all areas, by the columns in front."""
        if self._matrix is None:
            return
        found, day = self._matrix.coverage, self._workplace.now().date()
        path = report_desk.free_path(folder, f"coverage-by-{found.by.value}", day, ".csv")
        lines = sheet_lines(self._matrix, self._workplace.pack)
        work = partial(standing.save_sheet, path, lines)
        self._workplace.labour(self, work, partial(say_saved, self), self.notice.show_refusal)

    def _score_area(self, area: str) -> None:
        begin_record(self._workplace, "score", {"area": area})


def _columns_list() -> Combo:
    made = Combo("Columns", "")
    made.removeItem(0)
    made.setMinimumContentsLength(_PICKER_LETTERS)
    for by, words in BY:
        made.addItem(words, by.value)
    return made


def _stretched(where: QWidget, what: QWidget, read: QWidget) -> QHBoxLayout:
    line = row(column(where, what, gap=2), read)
    line.setStretch(0, 1)
    return line


def _below(above: QWidget, below: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(column(above, below, gap=12))
    return made


def _live(base: Base) -> Live:
    return Live(base.seen, base.about.hidden)
