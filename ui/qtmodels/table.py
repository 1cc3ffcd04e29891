"""Rows of plain values under named columns, with a sentence for every cell."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from ui import theme
from ui.widgets.focus_ring import RingDelegate

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_Role = Qt.ItemDataRole
_MEASURED = 60  # rows a column's width is measured by; a thousand kept the screen waiting
LEAST_HEIGHT = 180  # less of a list is no use; the page scrolls instead


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its title, and what it shows of a row."""

    title: str
    words: Callable[[Row], str]


class ValueTable(QAbstractTableModel, Generic[Row]):
    """A table of rows that never change; new rows replace them all."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> Row | None:
        """Give the row at a place."""
        return self._rows[index.row()] if index.isValid() else None

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None or role not in {_Role.DisplayRole, _Role.AccessibleTextRole, _Role.UserRole}:
            return None
        if role == _Role.UserRole:
            return row
        column = self._columns[index.column()]
        words = column.words(row)
        return words if role == _Role.DisplayRole else f"{column.title}: {words or 'nothing'}"

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if role not in {_Role.DisplayRole, _Role.AccessibleTextRole}:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._columns[section].title if section < len(self._columns) else None
        return str(section + 1)


class TableView(QTableView):
    """A table gone through with arrows; Tab leaves it, Enter opens a row."""

    opened = Signal(int)

    def __init__(self, name: str, model: QAbstractTableModel, *, one_line: bool = False) -> None:
        super().__init__()
        self._one_line = one_line
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(RingDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(not one_line)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across.setResizeContentsPrecision(_MEASURED)
        across.setStretchLastSection(True)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        theme.current().look_changed.connect(self._fit)
        self._fit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        model = self.model()
        if not self.currentIndex().isValid() and model.rowCount():
            self.setCurrentIndex(model.index(0, 0))
        super().focusInEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self.setMinimumHeight(theme.px(LEAST_HEIGHT))
        down = self.verticalHeader()
        down.setMinimumSectionSize(theme.px(36))
        down.setDefaultSectionSize(theme.px(40))
        # Rows that wrap are measured, each of them: hundreds of rows that do not need not be.
        down.setSectionResizeMode(
            QHeaderView.ResizeMode.Fixed
            if self._one_line
            else QHeaderView.ResizeMode.ResizeToContents
        )
