"""What the cells of the coverage matrix mean, in a row that wraps."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import theme
from ui.qtmodels.coverage_grid import Cell
from ui.qtmodels.coverage_view import fill_of, paint_cell
from ui.widgets.flow import Flow
from ui.widgets.heading import label
from ui.widgets.lines import clear, row
from ui.widgets.picture import Decoration


class _Sample(QWidget):
    """An empty cell, as it looks in the matrix."""

    def __init__(self, cell: Cell) -> None:
        super().__init__()
        self._cell = cell
        self.setFixedSize(QSize(theme.px(42 if cell.looked else 30), theme.px(20)))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if not self._cell.count:
            paint_cell(painter, box, self._cell)
            return
        outlined = theme.current().tokens.outlined
        painter.setPen(QPen(theme.colour("accent"), 2) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(fill_of(self._cell.level))
        painter.drawRoundedRect(box, 4, 4)


class CoverageKey(QWidget):
    """A dash, darker cells, and the ear; with outlines there are two steps instead of three."""

    def __init__(self, one: str = "note") -> None:
        super().__init__()
        self._one = one
        self._line = Flow(gap=18)
        self.setLayout(self._line)
        self.setAccessibleName(
            "Key: a dash means nothing yet, a closed eye said not looked at, none means looked and"
            " none found, darker means more, an ear means the child's voice"
        )
        self._fill()
        theme.current().look_changed.connect(self._fill)

    def _fill(self) -> None:
        clear(self._line)
        few = ((Cell(1), f"1 {self._one}"), (Cell(2), "2 or 3"))
        outlined = ((Cell(1), "1 to 3"),)
        steps = outlined if theme.current().tokens.outlined else few
        gaps = (
            (Cell(), "nothing yet"),
            (Cell(unlooked=True), "said not looked at"),
            (Cell(looked=True), "looked, none found"),
        )
        for cell, words in (*gaps, *steps, (Cell(4), "4 or more")):
            self._add(_Sample(cell), words)
        self._add(Decoration("ear", "text", 16), "child's voice heard")

    def _add(self, sample: QWidget, words: str) -> None:
        holder = QWidget()
        holder.setLayout(row(sample, label(words, "hint")))
        self._line.addWidget(holder)
