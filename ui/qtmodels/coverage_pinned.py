"""The matrix with its last columns pinned: all notes and one's own score never scroll away."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.qtmodels.coverage_grid import CoverageGrid
from ui.qtmodels.coverage_view import CoverageView
from ui.theme import spaced
from ui.widgets.lines import row

_EDGE = 4
_Off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class _Side(CoverageView):
    """One half of the matrix: it shows its own columns and hands the keyboard over at its edge."""

    def __init__(self, name: str, grid: CoverageGrid, *, is_pinned: bool) -> None:
        self._is_pinned = is_pinned
        self.other: CoverageView | None = None
        super().__init__(name, grid)

    @override
    def fit(self) -> None:
        super().fit()
        grid = self._grid
        self.horizontalHeader().setStretchLastSection(False)  # it would grow with each measuring
        for column in range(grid.columnCount()):
            self.setColumnHidden(column, (column >= grid.total_column) is not self._is_pinned)
        if self._is_pinned:
            self.verticalHeader().hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        now, grid = self.currentIndex(), self._grid
        beyond = self._beyond(event.key(), now.column()) if now.isValid() else None
        if beyond is None or self.other is None:
            super().keyPressEvent(event)
        elif (there := grid.index(now.row(), beyond)).isValid():
            self.other.setCurrentIndex(there)
            self.other.setFocus()

    def _beyond(self, key: int, column: int) -> int | None:
        """Give the column on the other side that a key leads to; None while it stays on this."""
        grid = self._grid
        if self._is_pinned:
            at_edge = column == grid.total_column
            ways = {Qt.Key.Key_Left: grid.total_column - 1 if at_edge else None, Qt.Key.Key_Home: 0}
        else:
            at_edge = column == grid.total_column - 1
            last = grid.columnCount() - 1
            ways = {Qt.Key.Key_Right: grid.total_column if at_edge else None, Qt.Key.Key_End: last}
        return next((to for each, to in ways.items() if each == key), None)

    @override
    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: CoverageView.ScrollHint = CoverageView.ScrollHint.EnsureVisible,
    ) -> None:
        if index.isValid() and not self.isColumnHidden(index.column()):
            super().scrollTo(index, hint)


class PinnedCoverage(QWidget):
    """Two views of one matrix that scroll, choose and open as one."""

    def __init__(self, name: str, grid: CoverageGrid) -> None:
        super().__init__()
        self._grid = grid
        self.view = _Side(name, grid, is_pinned=False)
        self.pinned = _Side("All notes and your score", grid, is_pinned=True)
        self.view.other, self.pinned.other = self.pinned, self.view
        self.pinned.setSelectionModel(self.view.selectionModel())
        for side in (self.view, self.pinned):
            side.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.view.setVerticalScrollBarPolicy(_Off)
        self.pinned.setHorizontalScrollBarPolicy(_Off)
        self._below = QWidget()  # as tall as the other side's scroll bar, so that rows stay level
        right = QVBoxLayout()
        spaced(right, 0)
        right.addWidget(self.pinned, 1)
        right.addWidget(self._below)
        both = row(gap=0)
        both.addWidget(self.view, 1)
        both.addLayout(right)
        self.setLayout(both)
        self.view.verticalScrollBar().valueChanged.connect(self.pinned.verticalScrollBar().setValue)
        self.pinned.verticalScrollBar().valueChanged.connect(self.view.verticalScrollBar().setValue)
        self.view.horizontalScrollBar().rangeChanged.connect(lambda _low, _high: self._level())
        grid.modelReset.connect(self._level)
        theme.current().look_changed.connect(self._level)
        self._level()

    def here(self) -> CoverageView:
        """Give the side that the current cell is on."""
        is_pinned = self.view.currentIndex().column() >= self._grid.total_column
        return self.pinned if is_pinned else self.view

    def _level(self) -> None:
        """Keep both sides equally tall, and the pinned one as wide as its columns."""
        bar = self.view.horizontalScrollBar()
        self._below.setFixedHeight(bar.sizeHint().height() if bar.maximum() > 0 else 0)
        self.pinned.horizontalHeader().setFixedHeight(self.view.horizontalHeader().height())
        wide = sum(
            self.pinned.columnWidth(column)
            for column in range(self._grid.columnCount())
            if not self.pinned.isColumnHidden(column)
        )
        bar_room = self.pinned.verticalScrollBar().sizeHint().width()
        self.pinned.setFixedWidth(wide + bar_room + theme.px(_EDGE))
