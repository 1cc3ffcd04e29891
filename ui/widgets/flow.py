"""A row that wraps: what lets the page grow to 200 % without clipping."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget
from typing_extensions import override

from ui import theme

_Line = tuple[list[tuple[QLayoutItem, QSize]], int]


class Flow(QLayout):
    """Lays things from left to right and goes on below when there is no more room."""

    def __init__(self, gap: float = 8, *, right: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._right = right
        theme.spaced(self, gap)

    def lean_right(self, *, on: bool) -> None:
        """Line up at the right edge, or at the left."""
        self._right = on
        self.invalidate()

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        return self._height(self._lines(width))

    @override
    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        wide = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(wide, max((size.height() for size in shown), default=0))

    @override
    def minimumSize(self) -> QSize:
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(
            max((size.width() for size in shown), default=0),
            max((size.height() for size in shown), default=0),
        )

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        y = rect.y()
        for items, width in self._lines(rect.width()):
            tall = max(size.height() for _, size in items)
            x = rect.x() + (max(0, rect.width() - width) if self._right else 0)
            for item, size in items:
                place = QPoint(x, y + (tall - size.height()) // 2)
                item.setGeometry(QRect(place, size))
                x += size.width() + self.spacing()
            y += tall + self.spacing()

    def _lines(self, width: int) -> list[_Line]:
        lines: list[_Line] = []
        line: list[tuple[QLayoutItem, QSize]] = []
        x = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = _fitted(item, width)
            if line and x + size.width() > width:
                lines.append((line, x - self.spacing()))
                line, x = [], 0
            line.append((item, size))
            x += size.width() + self.spacing()
        return [*lines, (line, x - self.spacing())] if line else lines

    def _height(self, lines: list[_Line]) -> int:
        tall = sum(max(size.height() for _, size in items) for items, _ in lines)
        return tall + self.spacing() * max(0, len(lines) - 1)


def _fitted(item: QLayoutItem, width: int) -> QSize:
    wanted = item.sizeHint()
    if wanted.width() <= width:
        return wanted
    tall = item.heightForWidth(width) if item.hasHeightForWidth() else wanted.height()
    return QSize(width, tall)


def flow(*widgets: QWidget, gap: float = 8, right: bool = False) -> QWidget:
    """Put widgets into a row that wraps."""
    box = QWidget()
    lines = Flow(gap, right=right)
    box.setLayout(lines)
    for widget in widgets:
        lines.addWidget(widget)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    box.setSizePolicy(policy)
    return box
