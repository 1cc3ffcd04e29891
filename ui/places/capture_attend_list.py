"""A list worked with one key a row: its letter, its words, and the word it was marked with."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ui import theme
from ui.widgets.focus_ring import paint_item_ring

_Index = QModelIndex | QPersistentModelIndex
_PAD, _LETTER, _GAP, _LEAST, _MARK = 10, 24, 10, 38, 0.46
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRow:
    """What one row shows and how it is read out."""

    words: str
    letter: str = ""
    mark: str = ""  # "" when nothing was recorded
    has_key: bool = True  # leaves room for a letter, so that the words stand below each other
    source: str = ""
    detail: str = ""
    spoken: str = ""


NO_ROW = KeyRow(words="")


class KeyDelegate(QStyledItemDelegate):
    """Paints the letter as a key, the words, and what they were marked with at the right."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, KeyList) else option.rect.width()
        row = _row_of(index)
        head = _wrapped(row.words, "body", _room(row, width))
        mark = _wrapped(row.mark, "small", _mark_room(row, width))
        detail = _wrapped(row.detail, "small", width - theme.px(_PAD) - _indent(row), 400)
        tall = max(head, mark) + detail + theme.px(14)
        return QSize(width, max(tall, theme.px(_LEAST)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        view = option.widget
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("chosen"))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(0, 1, 0, -1), 6, 6)
        self._paint_row(painter, option.rect, _row_of(index), chosen=chosen)
        painter.restore()
        if isinstance(view, KeyList) and view.hasFocus():
            paint_item_ring(painter, option)

    def _paint_row(self, painter: QPainter, rect: QRect, row: KeyRow, *, chosen: bool) -> None:
        ink = "chosen_text" if chosen else "text"
        top, left = rect.top() + theme.px(7), rect.left() + theme.px(_PAD)
        _paint_letter(painter, QRect(left, top, theme.px(_LETTER), theme.px(24)), row.letter, ink)
        left = rect.left() + _indent(row)
        wide, mark = _room(row, rect.width()), _mark_room(row, rect.width())
        painter.setFont(theme.font("body", 600 if row.mark else 400))
        painter.setPen(theme.colour(ink))
        tall = max(_wrapped(row.words, "body", wide), _wrapped(row.mark, "small", mark))
        painter.drawText(QRect(left, top, wide, tall), _WRAP, row.words)
        if row.mark:
            at = QRect(rect.right() - theme.px(_PAD) - mark, top + theme.px(2), mark, tall)
            painter.setFont(theme.font("small", 600))
            painter.drawText(at, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignRight, row.mark)
        if row.detail:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("chosen_text" if chosen else "hint"))
            room = rect.right() - theme.px(_PAD) - left
            below = QRect(left, top + tall, room, rect.bottom() - top - tall)
            painter.drawText(below, _WRAP, row.detail)


def _paint_letter(painter: QPainter, place: QRect, letter: str, ink: str) -> None:
    if letter:
        painter.setPen(QPen(theme.colour(ink), theme.current().tokens.hairline))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(theme.font("small", 700))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, letter.upper())


def _indent(row: KeyRow) -> int:
    return theme.px(_PAD + _LETTER + _GAP if row.has_key else _PAD)


def _room(row: KeyRow, width: int) -> int:
    room = width - theme.px(_PAD) - _indent(row)
    return room - (_mark_room(row, width) + theme.px(_GAP) if row.mark else 0)


def _mark_room(row: KeyRow, width: int) -> int:
    if not row.mark:
        return 0
    wide = QFontMetrics(theme.font("small", 600)).horizontalAdvance(row.mark) + 4
    return min(wide, round(width * _MARK))


def _wrapped(words: str, font: str, width: int, weight: int = 600) -> int:
    if not words:
        return 0
    metrics = QFontMetrics(theme.font(font, weight))
    return metrics.boundingRect(QRect(0, 0, max(width, 40), 4000), _WRAP, words).height()


def _row_of(index: _Index) -> KeyRow:
    row = index.data(Qt.ItemDataRole.UserRole)
    return row if isinstance(row, KeyRow) else NO_ROW


class KeyList(QListView):
    """As tall as its rows: the page scrolls, not the list. Plain keys are told, arrows move."""

    pressed_key = Signal(str)  # a letter or digit, "delete", "enter"
    menu_asked = Signal(QPoint)

    def __init__(self, name: str, model: QAbstractListModel) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("role", "card")
        self.setModel(model)
        self.setItemDelegate(KeyDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(
            lambda at: self.menu_asked.emit(self.viewport().mapToGlobal(at))
        )
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(lambda *_: self.fit())
        model.rowsInserted.connect(lambda *_: self.fit())
        model.rowsRemoved.connect(lambda *_: self.fit())
        theme.current().look_changed.connect(self.fit)
        self.fit()

    @property
    def row(self) -> int:
        """Give the row under the keyboard, or -1."""
        return self.currentIndex().row()

    def go(self, row: int) -> None:
        """Put the keyboard on a row, and the row in sight."""
        index = self.model().index(row, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self._bring_into_view()

    def fit(self) -> None:
        """Grow to hold every row."""
        rows = range(self.model().rowCount())
        tall = sum(self.sizeHintForRow(row) for row in rows)
        self.scheduleDelayedItemsLayout()
        self.setFixedHeight(max(tall + 2 * self.frameWidth() + 2, theme.px(_LEAST)))

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        if e.size().width() != e.oldSize().width():
            self.fit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid():
            self.go(0)
        super().focusInEvent(event)

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self._bring_into_view()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _KEYS.get(Qt.Key(event.key()), "")
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        typed = event.text().lower()
        if not key and plain and len(typed) == 1 and (typed.isalnum() or typed == "+"):
            key = typed
        if key and plain:
            self.pressed_key.emit(key)
        else:
            super().keyPressEvent(event)

    def _bring_into_view(self) -> None:
        area, rect = _scroll_area(self), self.visualRect(self.currentIndex())
        body = area.widget() if area is not None else None
        if area is None or body is None or not self.hasFocus():
            return
        at = self.viewport().mapTo(body, rect.center())
        area.ensureVisible(at.x(), at.y(), 0, rect.height())


def _scroll_area(inside: QWidget) -> QScrollArea | None:
    parent: QWidget | None = inside.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


_KEYS = {
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Delete: "delete",
    Qt.Key.Key_Backspace: "delete",
}
