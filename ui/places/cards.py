"""A list of cards gone through with arrows: each says itself in one sentence, Enter opens it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ui import theme
from ui.qtmodels.table import LEAST_HEIGHT
from ui.widgets.focus_ring import paint_item_ring

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_Role = Qt.ItemDataRole
_ROLES = frozenset({_Role.DisplayRole, _Role.AccessibleTextRole, _Role.UserRole})
GAP = 10
_TWO_COLUMNS_FROM = 760  # text-scaled pixels; two cards side by side need that much


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """One card: what it opens, what it shows, and what a screen reader says."""

    key: str  # "" for a card that opens nothing
    title: str
    text: str = ""
    marks: tuple[tuple[int, int], ...] = ()  # (start, length) in the text, drawn out
    by: str = ""
    when: str = ""
    tags: tuple[tuple[str, str], ...] = ()  # words and tone
    spoken: str = ""


class CardModel(QAbstractListModel):
    """Cards that never change; new ones replace them all."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[CardRow, ...] = ()

    @property
    def rows(self) -> tuple[CardRow, ...]:
        """Give the cards."""
        return self._rows

    def show_rows(self, rows: Sequence[CardRow]) -> None:
        """Show these cards."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def append(self, rows: Sequence[CardRow]) -> None:
        """Show more cards below those that are there."""
        if rows:
            first = len(self._rows)
            self.beginInsertRows(ROOT, first, first + len(rows) - 1)
            self._rows = (*self._rows, *rows)
            self.endInsertRows()

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid() or role not in _ROLES:
            return None
        row = self._rows[index.row()]
        if role == _Role.UserRole:
            return row
        return row.title if role == _Role.DisplayRole else row.spoken or row.title


class CardDelegate(QStyledItemDelegate):
    """Draws the card itself; what stands on it is for others to draw."""

    tall = 100
    wide = 0
    is_even = True  # every card as tall as the next, which keeps long lists quick

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        # In a list that wraps, a card is as wide as its column; else the view stretches it.
        return QSize(self.wide or theme.px(200), self.height())

    def height(self) -> int:
        """Give the height of a card with its gap, for this text size."""
        return theme.px(self.tall + GAP)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(_Role.UserRole)
        if not isinstance(row, CardRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outer: QRect = option.rect
        box = outer.adjusted(2, 2, -2, -theme.px(GAP))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self.paint_card(painter, QRectF(box), row, chosen=chosen)
        side, top = theme.px(16), theme.px(12)
        self.paint_row(painter, box.adjusted(side, top, -side, -top), row)
        painter.restore()
        option.rect = box.adjusted(-2, -2, 2, 2)
        paint_item_ring(painter, option)

    def paint_card(self, painter: QPainter, box: QRectF, row: CardRow, *, chosen: bool) -> None:
        """Draw the surface."""
        edge = ("accent", 2.0) if chosen else ("line", float(theme.current().tokens.hairline))
        painter.setPen(QPen(theme.colour(edge[0]), edge[1]))
        painter.setBrush(theme.colour("card"))
        if not row.key:  # it tells of something and opens nothing
            painter.setPen(QPen(theme.colour("caution"), edge[1], Qt.PenStyle.DashLine))
            painter.setBrush(theme.colour("caution_soft"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(10), theme.px(10))

    def paint_row(self, painter: QPainter, room: QRect, row: CardRow) -> None:
        """Draw what stands on the card."""
        raise NotImplementedError


class CardList(QListView):
    """Cards below each other, or in two columns; `opened` tells a card's key."""

    opened = Signal(str)
    pointed_at = Signal(str)
    left_upwards = Signal()  # Up on the first card

    def __init__(self, name: str, delegate: CardDelegate, *, two_columns: bool = False) -> None:
        super().__init__()
        self.cards = CardModel()
        self._cards = delegate
        self._two = two_columns
        delegate.setParent(self)
        self.setAccessibleName(name)
        self.setProperty("role", "open")
        self.setModel(self.cards)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(delegate.is_even)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        if two_columns:
            self.setFlow(QListView.Flow.LeftToRight)
            self.setWrapping(True)
        self.clicked.connect(self._open)
        theme.current().look_changed.connect(self._fit)
        self._fit()

    def show_rows(self, rows: Sequence[CardRow]) -> None:
        """Show these cards; the current one stays current when it is among them."""
        now = self.current_key()
        self.cards.show_rows(rows)
        place = next((n for n, row in enumerate(rows) if row.key == now and now), 0)
        if rows and (now or self.hasFocus()):
            self.setCurrentIndex(self.cards.index(place))

    def current_key(self) -> str:
        """Give the key of the current card, or nothing."""
        row = self.currentIndex().data(_Role.UserRole)
        return row.key if isinstance(row, CardRow) else ""

    def go_to(self, key: str) -> None:
        """Make the card of that key the current one."""
        for number, row in enumerate(self.cards.rows):
            if row.key == key:
                self.setCurrentIndex(self.cards.index(number))
                return

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # A list without a current row says nothing when it is reached (NVDA #12476).
        if not self.currentIndex().isValid() and self.cards.rowCount():
            self.setCurrentIndex(self.cards.index(0))
        super().focusInEvent(event)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = current.data(_Role.UserRole) if current.isValid() else None
        if isinstance(row, CardRow):
            self.pointed_at.emit(row.key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() == 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        # Qt keeps room for a scroll bar when it breaks the line, whether it is shown or not.
        spare = self.verticalScrollBar().sizeHint().width() + 2
        wide = self.maximumViewportSize().width() - spare
        columns = 2 if self._two and wide / theme.current().scale >= _TWO_COLUMNS_FROM else 1
        if self._two:
            self._cards.wide = wide // columns
            self.setGridSize(QSize(self._cards.wide, self._cards.height()))

    def _fit(self) -> None:
        self.setMinimumHeight(theme.px(LEAST_HEIGHT))
        self._place()
        self.scheduleDelayedItemsLayout()

    def _open(self, index: QModelIndex) -> None:
        row = index.data(_Role.UserRole)
        if isinstance(row, CardRow) and row.key:
            self.opened.emit(row.key)


def list_below(above: QWidget, cards: CardList) -> None:
    """Let Up on the first card lead back to what stands above the list."""
    cards.left_upwards.connect(above.setFocus)
