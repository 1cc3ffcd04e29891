"""A single line of text with marks under its words, like those of the larger boxes."""

from functools import partial

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QMenu
from typing_extensions import override

from evidencekit.checks.identifiers import What
from ui import theme
from ui.widgets import mark_menu, word_guard
from ui.widgets.announce import announce
from ui.widgets.word_guard import EVERYTHING, Mark

_REST_MS = 350
_LONGEST = 4_000  # characters: a line longer than this was pasted, and is looked at on saving


class LineMarks(QObject):
    """The marks of one line, found when the keys rest."""

    def __init__(self, box: "MarkedLine") -> None:
        super().__init__(box)
        self._box = box
        self._wanted = EVERYTHING
        self.found: tuple[Mark, ...] = ()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._look)
        box.textChanged.connect(self._on_text)
        word_guard.current().changed.connect(self._rest.start)
        theme.current().look_changed.connect(box.update)

    @property
    def is_resting(self) -> bool:
        """Tell whether the words that stand here have been looked at."""
        return not self._rest.isActive()

    def want(self, wanted: frozenset[What]) -> None:
        """Look for these only; for nothing where an identity may stand."""
        self._wanted = wanted
        self._rest.start()

    def at(self, position: int) -> Mark | None:
        """Give the mark that a position touches."""
        return next((mark for mark in self.found if mark.start <= position <= mark.end), None)

    def go_on(self) -> bool:
        """Select the next mark behind the caret, round the end, and say what it is."""
        self._look()
        behind = (mark for mark in self.found if mark.start >= self._box.cursorPosition())
        mark = next(behind, self.found[0] if self.found else None)
        if mark is None:
            announce(self._box, mark_menu.NONE)
            return False
        self._box.setSelection(mark.start, mark.end - mark.start)
        announce(self._box, f"{self._box.selectedText()}: {mark.says} {mark_menu.HOW}")
        return True

    def extend(self, menu: QMenu, position: int) -> None:
        """Put what can be done about the mark at a place at the top of a menu."""
        mark = self.at(position)
        if mark is not None and not self._box.isReadOnly():
            put = partial(self._put, mark, self._box.text())
            mark_menu.put_ways(menu, self._box.text(), mark, put)

    def offer_here(self) -> None:
        """Show what can be done about the mark at the caret."""
        if self.at(self._box.cursorPosition()) is None:
            announce(self._box, mark_menu.NONE)
            return
        menu = QMenu(self._box)
        self.extend(menu, self._box.cursorPosition())
        mark_menu.pop_up(menu, self._box.mapToGlobal(self._box.rect().bottomLeft()))

    def _put(self, mark: Mark, text: str, offer: str) -> None:
        if self._box.text() == text:
            self._box.setSelection(mark.start, mark.end - mark.start)
            self._box.insert(offer)  # unlike setText, one step of undo

    def _on_text(self) -> None:
        self.found = ()
        self._rest.start()

    def _look(self) -> None:
        text = self._box.text()
        guard = word_guard.current()
        self.found = guard.find(text, self._wanted) if len(text) <= _LONGEST else ()
        self._box.update()


class MarkedLine(QLineEdit):
    """One line of text that may hold a name by mistake."""

    def __init__(self) -> None:
        super().__init__()
        self.marks = LineMarks(self)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        there = self.cursorPosition() if is_by_key else self.cursorPositionAt(event.pos())
        self.marks.extend(menu, there)
        menu.exec(event.globalPos())
        menu.deleteLater()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.marks.found:
            self._paint_marks()

    def _paint_marks(self) -> None:
        painter = QPainter(self)
        caret, metrics, text = self.cursorRect(), self.fontMetrics(), self.text()
        origin = caret.center().x() - metrics.horizontalAdvance(text[: self.cursorPosition()])
        painter.setClipRect(self.rect().adjusted(theme.px(6), 0, -theme.px(6), 0))
        low = caret.center().y() + metrics.height() / 2 - theme.px(1)
        for mark in self.marks.found:
            left = origin + metrics.horizontalAdvance(text[: mark.start])
            right = origin + metrics.horizontalAdvance(text[: mark.end])
            painter.setPen(_pen(mark))
            painter.drawLine(QPointF(left, low), QPointF(right, low))
        painter.end()


def _pen(mark: Mark) -> QPen:
    """Dashes for what could name somebody, dots for spelling: never the colour alone."""
    is_name = mark.span is not None
    pen = QPen(theme.colour("caution" if is_name else "error"), max(1.5, theme.px(2)))
    pen.setStyle(Qt.PenStyle.DashLine if is_name else Qt.PenStyle.DotLine)
    return pen
