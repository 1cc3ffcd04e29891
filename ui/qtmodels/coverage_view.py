"""The coverage matrix on screen: cells that tell gaps from evidence without colour alone."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from ui import theme
from ui.qtmodels.coverage_grid import Cell, CoverageGrid
from ui.qtmodels.table import LEAST_HEIGHT
from ui.widgets.focus_ring import paint_item_ring
from ui.widgets.grade import paint_grade

_SHADES = {1: 0.10, 2: 0.26, 3: 1.0}
_STRONG = 3
_CENTRE = Qt.AlignmentFlag.AlignCenter
_ROW, _NARROW, _WIDE, _TOTAL, _GRADE, _HEADER, _ACROSS = 36, 56, 92, 52, 160, 228, 52


def fill_of(level: int) -> QColor:
    """Give the fill of a cell; with outlines only the fullest is solid."""
    if theme.current().tokens.outlined and level < _STRONG:
        return theme.colour("card")
    fill = theme.colour("accent")
    fill.setAlphaF(_SHADES[level])
    return fill


def paint_cell(painter: QPainter, box: QRectF, cell: Cell) -> None:
    """Paint one cell: its number always, a dashed box for a gap, an ear for the child's voice."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if not cell.count:
        painter.setPen(QPen(theme.colour("border"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("hint"))
        if cell.unlooked and not cell.looked:
            icon = theme.pixmap("eye-off", "hint", 14)
            half = theme.px(7)
            painter.drawPixmap(int(box.center().x()) - half, int(box.center().y()) - half, icon)
        else:
            painter.drawText(box, _CENTRE, "none" if cell.looked else "–")  # noqa: RUF001 - a dash is meant
        return
    outlined = theme.current().tokens.outlined
    painter.setPen(QPen(theme.colour("accent"), 2) if outlined else Qt.PenStyle.NoPen)
    painter.setBrush(fill_of(cell.level))
    painter.drawRoundedRect(box, 4, 4)
    ink = "on_accent" if cell.level == _STRONG else "text"
    painter.setFont(theme.font("body", 600))
    painter.setPen(theme.colour(ink))
    words = box.adjusted(0, 0, -theme.px(18), 0) if cell.voice else box
    painter.drawText(words, _CENTRE, str(cell.count))
    if cell.voice:
        left, top = box.center().x() + theme.px(4), box.center().y() - theme.px(7)
        painter.drawPixmap(int(left), int(top), theme.pixmap("ear", ink, 14))


class CoverageDelegate(QStyledItemDelegate):
    """Paints cells, the sum and the grade of a row."""

    def __init__(self, grid: CoverageGrid, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = grid

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(3, 3, -3, -3)
        cell, row = self._grid.cell_at(index), self._grid.row_at(index)
        if cell is not None:
            paint_cell(painter, box, cell)
            if option.state & QStyle.StateFlag.State_Selected:
                painter.setPen(QPen(theme.colour("text"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box, 4, 4)
        elif index.column() == self._grid.total_column:
            painter.setFont(theme.font("small", 700))
            painter.setPen(theme.colour("text"))
            painter.drawText(option.rect, _CENTRE, str(row.total))
        elif row.grade is not None:
            paint_grade(painter, option.rect.adjusted(6, 4, -6, -4), row.grade)
        painter.restore()
        paint_item_ring(painter, option)


class CoverageView(QTableView):
    """Arrows go by cell, Enter opens it, G grades its area; Tab leaves the table."""

    opened = Signal(str, str)  # area, column; "" for the sum and the grade
    pointed_at = Signal(str)  # the sentence of the cell
    grade_asked = Signal(str)  # area

    def __init__(self, name: str, grid: CoverageGrid) -> None:
        super().__init__()
        self._grid = grid
        self.setAccessibleName(name)
        self.setModel(grid)
        self.setItemDelegate(CoverageDelegate(grid, self))
        self.setProperty("role", "grid")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        self.horizontalHeader().setDefaultAlignment(_CENTRE | Qt.TextFlag.TextWordWrap)
        self.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.doubleClicked.connect(self._open)
        grid.modelReset.connect(self.fit)
        theme.current().look_changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Set widths and heights for this text size."""
        self.setMinimumHeight(theme.px(LEAST_HEIGHT))
        down, grid = self.verticalHeader(), self._grid
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(theme.px(_ROW))
        down.setFixedWidth(theme.px(_HEADER))
        self.horizontalHeader().setFixedHeight(self._tall_enough())
        self.horizontalHeader().setStretchLastSection(grid.has_grades)
        for number, column in enumerate(grid.columns):
            self.setColumnWidth(number, theme.px(_WIDE if column.wide else _NARROW))
        self.setColumnWidth(grid.total_column, theme.px(_TOTAL))
        if grid.has_grades:
            self.setColumnWidth(grid.grade_column, theme.px(_GRADE))
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _tall_enough(self) -> int:
        """Give the height in which every title has room, broken into lines."""
        metrics = QFontMetrics(theme.font("small", 600))
        titles = [(c.title, _WIDE if c.wide else _NARROW) for c in self._grid.columns]
        flags = int(_CENTRE | Qt.TextFlag.TextWordWrap)
        rooms = (
            metrics.boundingRect(QRect(0, 0, theme.px(wide - 6), 10_000), flags, title)
            for title, wide in titles
        )
        return max([theme.px(_ACROSS), *(room.height() + theme.px(16) for room in rooms)])

    @override
    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.pointed_at.emit(self._grid.sentence(current))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if not index.isValid():
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(index)
        elif event.key() == Qt.Key.Key_G:
            self.grade_asked.emit(self._grid.row_at(index).key)
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        columns = self._grid.columns
        column = columns[index.column()].key if index.column() < len(columns) else ""
        self.opened.emit(self._grid.row_at(index).key, column)
