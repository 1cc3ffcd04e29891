"""The coverage matrix as a table: areas by children, meetings or agencies."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from ui.widgets.grade import Grade

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_Role = Qt.ItemDataRole
_SOME, _MANY = 2, 4


@dataclass(frozen=True, slots=True)
class Cell:
    """How much is known here, and how much of it is the child's own voice."""

    count: int = 0
    voice: int = 0
    looked: bool = False  # somebody looked and found none
    unlooked: bool = False  # somebody said that it was not looked at, which blank does not say

    @property
    def level(self) -> int:
        """Say how dark the cell is: 0 nothing, 1 one, 2 two or three, 3 four or more."""
        if self.count >= _MANY:
            return 3
        return 2 if self.count >= _SOME else min(self.count, 1)


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: its key, what stands above it, and whether that needs room."""

    key: str
    title: str
    wide: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """An area: its key, its number and words, its cells, all there is, and its grade."""

    key: str
    title: str
    cells: tuple[Cell, ...]
    total: int
    grade: Grade | None = None


class CoverageGrid(QAbstractTableModel):
    """A cell says itself in one sentence, gaps included."""

    def __init__(
        self, noun: tuple[str, str] = ("note", "notes"), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._one, self._several = noun
        self._columns: tuple[GridColumn, ...] = ()
        self._rows: tuple[GridRow, ...] = ()
        self.has_grades = False

    def show_grid(self, columns: Sequence[GridColumn], rows: Sequence[GridRow]) -> None:
        """Show another matrix."""
        self.beginResetModel()
        self._columns, self._rows = tuple(columns), tuple(rows)
        self.has_grades = any(row.grade is not None for row in self._rows)
        self.endResetModel()

    @property
    def columns(self) -> tuple[GridColumn, ...]:
        """Give the columns that hold cells; all-notes and grade stand after them."""
        return self._columns

    @property
    def total_column(self) -> int:
        """Give the number of the column that adds up."""
        return len(self._columns)

    @property
    def grade_column(self) -> int:
        """Give the number of the grade's column, there or not."""
        return len(self._columns) + 1

    def row_at(self, index: Index) -> GridRow:
        """Give the area at a place."""
        return self._rows[index.row()]

    def cell_at(self, index: Index) -> Cell | None:
        """Give the cell at a place, or None in the last columns."""
        if not index.isValid() or index.column() >= len(self._columns):
            return None
        return self._rows[index.row()].cells[index.column()]

    def sentence(self, index: Index) -> str:
        """Say what stands at a place."""
        row = self._rows[index.row()]
        if index.column() == self.total_column:
            return f"{row.title}: {self._counted(row.total)} in all"
        if index.column() == self.grade_column:
            return f"{row.title}: your score {row.grade.word if row.grade else 'none'}"
        cell = row.cells[index.column()]
        return f"{row.title}, {self._columns[index.column()].title}: {self.said(cell)}"

    def said(self, cell: Cell) -> str:
        """Say what a cell holds, without where it is."""
        if not cell.count:
            if cell.looked:
                return "looked, none found"
            return "said not looked at" if cell.unlooked else "nothing yet"
        counted = self._counted(cell.count)
        return f"{counted}, {cell.voice} with the child's voice" if cell.voice else counted

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns) + 1 + int(self.has_grades)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in {_Role.AccessibleTextRole, _Role.ToolTipRole}:
            return self.sentence(index)
        if role == _Role.DisplayRole:
            return self._shown(index)
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if role not in {_Role.DisplayRole, _Role.AccessibleTextRole, _Role.ToolTipRole}:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self._rows[section].title if section < len(self._rows) else None
        titles = [
            *(column.title for column in self._columns), f"All {self._several}", "Your score"
        ]  # fmt: skip
        return titles[section] if section < len(titles) else None

    def _shown(self, index: Index) -> str:
        row, cell = self._rows[index.row()], self.cell_at(index)
        if cell is not None:
            return str(cell.count)
        if index.column() == self.total_column:
            return str(row.total)
        return row.grade.word if row.grade else ""

    def _counted(self, count: int) -> str:
        return f"{count} {self._one if count == 1 else self._several}"
