"""One two-tone ring that follows the keyboard, in every theme (WCAG 2.4.7, 2.4.11, 2.4.13)."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from ui import theme
from ui.idle import input_watch

# Widget property: "parent" rings the box around it, "whole" even a part that scrolls, "none" none.
RING = "ring"
_MARGIN = 5
_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})
_TEXT = (QLineEdit, QPlainTextEdit, QTextEdit)


def paint_ring(painter: QPainter, rect: QRectF, radius: float = 6) -> None:
    """Paint the ring just inside a rectangle: dark outside, bright inside."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("focus_outer"), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    painter.setPen(QPen(theme.colour("focus_inner"), 3))
    painter.drawRoundedRect(rect.adjusted(3.5, 3.5, -3.5, -3.5), radius - 2, radius - 2)
    painter.restore()


class FocusRing(QWidget):
    """Lies over a window; shows where the keyboard is, and in text boxes always."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._target: QWidget | None = None
        self._followed: list[QObject] = []
        self._input = input_watch()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self._input.by_keyboard_changed.connect(self.place)
        theme.current().look_changed.connect(self.place)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self.place()
        return False

    def place(self) -> None:
        """Put the ring where the focus is, or away."""
        around = self._around()
        if around is None:
            self.hide()
            return
        shown = _seen_part(around, self._window)
        top_left = around.mapTo(self._window, QPoint(0, 0))
        place = QRect(top_left, around.size()).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        if shown.isEmpty():
            self.hide()
            return
        self.setGeometry(place)
        clip = shown.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN).translated(-place.topLeft())
        self.setMask(QRegion(clip))
        self.raise_()
        self.show()
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_ring(QPainter(self), QRectF(self.rect()), 9)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        for thing in self._followed:
            if isValid(thing):
                thing.removeEventFilter(self)
        self._target = now
        self._followed = []
        # The focused widget and all it lies in: a move of any of them moves it on screen.
        above = now
        while above is not None and above is not self._window:
            above.installEventFilter(self)
            self._followed.append(above)
            above = above.parentWidget()
        self.place()

    def _around(self) -> QWidget | None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            return None
        if target.window() is not self._window or target.property(RING) == "none":
            return None
        is_text = isinstance(target, _TEXT)
        is_whole = is_text or target.property(RING) == "whole"
        if isinstance(target, QAbstractScrollArea) and not is_whole:
            return None  # lists and tables paint the ring on their current row or cell
        if not (is_text or self._input.by_keyboard):
            return None
        return target.parentWidget() if target.property(RING) == "parent" else target


def _seen_part(widget: QWidget, window: QWidget) -> QRect:
    seen = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    above = widget.parentWidget()
    while above is not None and above is not window:
        seen &= QRect(above.mapTo(window, QPoint(0, 0)), above.size())
        above = above.parentWidget()
    return seen


class RingDelegate(QStyledItemDelegate):
    """Paints rows as Qt does, and the ring on the current one while the list has the keyboard."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        paint_item_ring(painter, option)


def paint_item_ring(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint the ring on a row or cell that has the focus. For delegates."""
    view = option.widget
    has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
    if has_focus and isinstance(view, QAbstractItemView) and view.hasFocus():
        paint_ring(painter, QRectF(option.rect))
