"""One's own scores, area by area: the word as it was chosen and the reason as it was written."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.framework.pack import FrameworkPack
from evidencekit.operations.evaluating import Matrix
from evidencekit.records.given import text, texts
from ui.places.cards import Index
from ui.places.case_words import counted
from ui.places.evaluation_grid import grade_of
from ui.places.sources import area_words
from ui.qtmodels.table import Column, TableView, ValueTable
from ui.theme import spaced
from ui.widgets.focus_ring import RingDelegate, paint_item_ring
from ui.widgets.grade import Grade, paint_grade

_GRADE_COLUMN = 1
_REASON = 160  # letters of the reason that a row shows


class _Row:
    """One area with one's own score of it."""

    def __init__(self, matrix: Matrix, area: str, pack: FrameworkPack) -> None:
        mine = matrix.mine.get(area)
        self.area = area
        self.title = area_words(pack, area)
        self.grade: Grade = grade_of(matrix, area, pack)
        self.reason = " ".join(text(mine.fields, "rationale").split())[:_REASON] if mine else ""
        rests = len(texts(mine.fields, "evidence")) if mine else 0
        self.rests = counted(rests, "record", "records") if rests else ""
        self.notes = str(matrix.coverage.total(area).count)


class _GradeDelegate(RingDelegate):
    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found = index.data(0x0100)  # Qt.ItemDataRole.UserRole
        if index.column() == _GRADE_COLUMN and isinstance(found, _Row):
            paint_grade(painter, option.rect.adjusted(6, 4, -6, -4), found.grade)
            paint_item_ring(painter, option)
        else:
            super().paint(painter, option, index)


class ScoresPart(QWidget):
    """A table of areas; Enter opens the score of one."""

    opened = Signal(str)  # area
    pointed_at = Signal(str)  # the area of the current row

    def __init__(self, pack: FrameworkPack) -> None:
        super().__init__()
        self._pack = pack
        self._rows: tuple[_Row, ...] = ()
        self.table: ValueTable[_Row] = ValueTable(
            (
                Column("Area", lambda each: each.title),
                Column("Your score          ", lambda each: each.grade.word),
                Column("Notes", lambda each: each.notes),
                Column("Rests on", lambda each: each.rests),
                Column("Reason", lambda each: each.reason),
            )
        )
        self.view = TableView("Your scores", self.table)
        self.view.setItemDelegate(_GradeDelegate(self.view))
        lines = QVBoxLayout(self)
        spaced(lines, 0)
        lines.addWidget(self.view)
        self.view.opened.connect(lambda number: self.opened.emit(self._rows[number].area))

        self.view.selectionModel().currentChanged.connect(
            lambda _now, _before: self.pointed_at.emit(self.current_area())
        )

    def show_matrix(self, matrix: Matrix) -> None:
        """Show the scores of whoever looks."""
        now = self.view.currentIndex()
        self._rows = tuple(_Row(matrix, area, self._pack) for area in matrix.coverage.areas)
        self.table.show_rows(self._rows)
        if now.isValid():
            self.view.setCurrentIndex(self.table.index(now.row(), now.column()))

    def current_area(self) -> str:
        """Give the area of the current row, or nothing."""
        row = self.table.row_at(self.view.currentIndex())
        return row.area if row else ""
