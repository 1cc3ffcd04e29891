"""The list of records on screen: two lines a row, opened with Enter or a click."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from ui import theme
from ui.qtmodels.record_table import RecordRow, RecordTable
from ui.qtmodels.table import LEAST_HEIGHT
from ui.widgets.focus_ring import paint_item_ring

_TALL, _EDGE, _ICON = 58, 14, 20
_BATCH = 1000
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class RecordDelegate(QStyledItemDelegate):
    """Paints a record: icon, title and detail, and at the right when and in what state."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(theme.px(200), theme.px(_TALL))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, theme.colour("chosen"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        row = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(row, RecordRow):
            _paint_row(painter, rect, row, chosen=chosen)
        painter.restore()
        paint_item_ring(painter, option)


def _paint_row(painter: QPainter, rect: QRect, row: RecordRow, *, chosen: bool) -> None:
    edge, icon = theme.px(_EDGE), theme.px(_ICON)
    first = "chosen_text" if chosen else "text"
    second = "chosen_text" if chosen else "second"
    top = rect.top() + (rect.height() - icon) // 2
    painter.drawPixmap(rect.left() + edge, top, theme.pixmap(row.icon, second, _ICON))
    half = rect.height() // 2
    room = rect.adjusted(edge + icon + theme.px(12), theme.px(6), -edge, -theme.px(6))
    upper, lower = QRect(room), QRect(room)
    upper.setBottom(rect.top() + half)
    lower.setTop(rect.top() + half)
    upper.setRight(_paint_right(painter, upper, row, second))
    painter.setFont(theme.font("body", 600))
    painter.setPen(theme.colour(first))
    _draw(painter, upper, row.title)
    painter.setFont(theme.font("small"))
    painter.setPen(theme.colour(second))
    _draw(painter, lower, row.detail)


def _paint_right(painter: QPainter, room: QRect, row: RecordRow, colour: str) -> int:
    right = room.right()
    painter.setFont(theme.font("small"))
    painter.setPen(theme.colour(colour))
    painter.drawText(room, _RIGHT, row.when)
    if row.when:
        right -= painter.fontMetrics().horizontalAdvance(row.when) + theme.px(12)
    painter.setFont(theme.font("small", 600))
    for words, tone in reversed(row.tags):
        wide = painter.fontMetrics().horizontalAdvance(words) + theme.px(16)
        _paint_tag(painter, QRectF(right - wide, room.top(), wide, theme.px(23)), words, tone)
        right -= wide + theme.px(6)
    return right - theme.px(6)


def _paint_tag(painter: QPainter, rect: QRectF, words: str, tone: str) -> None:
    front = theme.colour(tone or "second")
    painter.setPen(QPen(front, theme.current().tokens.hairline))
    painter.setBrush(theme.colour(f"{tone}_soft" if tone else "card"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)


def _draw(painter: QPainter, room: QRect, words: str) -> None:
    line = " ".join(words.split())
    shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _LEFT, shown)


class RecordList(QListView):
    """Shows a RecordTable; `opened` and `pointed_at` tell the record's key."""

    opened = Signal(str)
    pointed_at = Signal(str)

    def __init__(self, name: str, model: RecordTable) -> None:
        super().__init__()
        self._records = model
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(RecordDelegate(self))
        # Rows of one height, placed in batches: 100,000 of them paint first after 10 ms; at one
        # go it takes 390, since Qt asks our rowCount for each of them.
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)
        model.modelReset.connect(self._on_reset)
        theme.current().look_changed.connect(self._fit)
        self._fit()

    @property
    def records(self) -> RecordTable:
        """Give the model."""
        return self._records

    def current_key(self) -> str:
        """Give the key of the current row, or nothing."""
        row = self._records.row_at(self.currentIndex())
        return row.key if row else ""

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # A list without a current row says nothing when it is reached (NVDA #12476).
        if not self.currentIndex().isValid() and self._records.rowCount():
            self.setCurrentIndex(self._records.index(0))
        super().focusInEvent(event)

    @override
    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        row = self._records.row_at(current)
        if row is not None:
            self.pointed_at.emit(row.key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self.setMinimumHeight(theme.px(LEAST_HEIGHT))
        self.scheduleDelayedItemsLayout()

    def _open(self, index: QModelIndex) -> None:
        row = self._records.row_at(index)
        if row is not None:
            self.opened.emit(row.key)

    def _on_reset(self) -> None:
        self.scrollToTop()
        if self.hasFocus() and self._records.rowCount():
            self.setCurrentIndex(self._records.index(0))
