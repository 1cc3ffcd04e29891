"""The stream: the notes of a meeting, read with arrows, changed in place, taken out with Delete."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from evidencekit.records.meeting_line import MeetingLine
from ui import theme
from ui.places.capture_lines import LineModel
from ui.places.capture_row import paint_line, shape_of
from ui.widgets.focus_ring import paint_item_ring

NOTHING_YET = "No notes yet. Type what you hear or see in the box below. Enter adds it."
_LEAST = 30
_CHANGES = frozenset({Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_Index = QModelIndex | QPersistentModelIndex


class LineDelegate(QStyledItemDelegate):
    """Paints a line; the one being changed gives its room to the composer that lies there."""

    def __init__(self, view: "Stream") -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return self._view.size_of(index)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(line, MeetingLine) or self._view.is_changing(line.key):
            return
        is_shown = self._view.hasFocus() or self._view.shows_choice
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and is_shown
        paint_line(painter, option.rect, line, self._view.lines.words, chosen=chosen)
        paint_item_ring(painter, option)


class Stream(QListView):
    """Shows the lines; the page decides what becomes of what is asked here."""

    change_asked = Signal(str)  # the line's key
    removal_asked = Signal(str)
    menu_asked = Signal(QPoint)  # where on the screen
    typed = Signal(str)  # words that belong into the box
    left = Signal()  # back to the box

    def __init__(self, lines: LineModel) -> None:
        super().__init__()
        self.lines = lines
        self._changing = ""
        self._editor: QWidget | None = None
        self.least = _LEAST  # text-scaled pixels of height, whatever else needs room
        self.shows_choice = False  # also while the keyboard is elsewhere
        self.setAccessibleName("Notes in this meeting")
        self.setProperty("role", "open")
        self.setModel(lines)
        self.setItemDelegate(LineDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._place())
        lines.rowsInserted.connect(lambda _parent, _first, last: self._show_soon(last))
        theme.current().look_changed.connect(self._fit)
        self._fit()

    def is_changing(self, key: str) -> bool:
        """Tell whether this line is being changed."""
        return bool(self._changing) and key == self._changing

    def change(self, key: str, editor: QWidget) -> None:
        """Lay an editor over a line until `settle`.

        Not by setIndexWidget: in a real window Qt 6.11 shows such a widget again, from a layout
        during a paint, after it was let go, and dies.
        """
        self._changing, self._editor = key, editor
        self.setCurrentIndex(self._index_of(key))
        editor.setParent(self.viewport())
        editor.show()
        # Only once it is shown does it know the room that its style and this width ask for.
        QTimer.singleShot(0, self, self._fit_editor)

    def settle(self) -> None:
        """Let the editor go and show the lines again."""
        editor = self._editor
        self.release()
        if editor is not None:
            editor.hide()
            editor.deleteLater()

    def release(self) -> None:
        """Show the lines again; the editor is somebody else's now."""
        if self._editor is not None:
            self._changing, self._editor = "", None
            self.refit()

    def choose(self, key: str) -> None:
        """Stand on a note."""
        self.setCurrentIndex(self._index_of(key))

    def refit(self) -> None:
        """Measure the rows again."""
        self.scheduleDelayedItemsLayout()

    @property
    def chosen_key(self) -> str:
        """Give the chosen note, or nothing."""
        line = self.lines.line_at(self.currentIndex())
        return line.key if line else ""

    @property
    def top_key(self) -> str:
        """Give the note at the top; nothing while the last one is in view."""
        line = self.lines.line_at(self.indexAt(QPoint(1, 1)))
        return line.key if line and not self.is_at_end else ""

    def show_from(self, key: str) -> None:
        """Let this note stand at the top."""
        at_top = QAbstractItemView.ScrollHint.PositionAtTop
        # Behind whatever else was put off until the rows are measured.
        QTimer.singleShot(
            0, self, lambda: QTimer.singleShot(
                0, self, lambda: self.scrollTo(self._index_of(key), at_top)
            ),
        )  # fmt: skip

    @override
    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place()

    def _fit_editor(self) -> None:
        self.doItemsLayout()
        self.scrollTo(self.currentIndex())
        self._place()

    def _show_soon(self, row: int) -> None:
        # The rows are measured when control returns; only then is there a place to scroll to.
        QTimer.singleShot(0, self, lambda: self.scrollTo(self.lines.index(row)))

    def _place(self) -> None:
        if self._editor is not None:
            self._editor.setGeometry(self.visualRect(self._index_of(self._changing)))

    def _index_of(self, key: str) -> QModelIndex:
        return self.lines.index(self.lines.place_of(key))

    def to_last(self) -> None:
        """Go to the last note with the keyboard."""
        if self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(self.lines.rowCount() - 1))
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def size_of(self, index: _Index) -> QSize:
        """Give the room a row needs."""
        line = self.lines.line_at(index)
        width = self.viewport().width()
        if line is None:
            return QSize(width, 0)
        if self._editor is not None and self.is_changing(line.key):
            least = max(self._editor.minimumSizeHint().height(), self._editor.minimumHeight())
            return QSize(width, max(self._editor.heightForWidth(width), least))
        return QSize(width, shape_of(line, width, self.lines.words).height)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSizeHint(self) -> QSize:
        return self.minimumSize()  # Qt asks room for a scroll bar; the box below needs it more

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # A list without a current row says nothing when it is reached (NVDA #12476).
        if not self.currentIndex().isValid() and self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(self.lines.rowCount() - 1))
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.lines.line_at(self.currentIndex())
        at_end = self.currentIndex().row() == self.lines.rowCount() - 1
        if line is not None and event.key() in _CHANGES:
            self.change_asked.emit(line.key)
        elif line is not None and event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit(line.key)
        elif event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Down and at_end):
            self.left.emit()
        elif event.text().isprintable() and event.text() and not event.modifiers() & _COMMANDS:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if index.isValid():
                self.setCurrentIndex(index)
            where = event.globalPos()
        else:
            rect = self.visualRect(self.currentIndex())
            where = self.viewport().mapToGlobal(rect.topLeft() + QPoint(theme.px(68), theme.px(28)))
        if self.currentIndex().isValid():
            self.setFocus()
            self.menu_asked.emit(where)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        line = self.lines.line_at(self.indexAt(event.position().toPoint()))
        if line is not None:
            self.change_asked.emit(line.key)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        was_at_end = self.is_at_end
        super().resizeEvent(event)
        self.refit()
        if was_at_end:
            self.scrollToBottom()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.lines.rowCount():
            painter = QPainter(self.viewport())
            painter.setFont(theme.font("body"))
            painter.setPen(theme.colour("hint"))
            room = self.viewport().rect().adjusted(theme.px(14), theme.px(14), 0, 0)
            painter.drawText(room, Qt.TextFlag.TextWordWrap, NOTHING_YET)

    @property
    def is_at_end(self) -> bool:
        """Tell whether the last note is in view."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum()

    def _fit(self) -> None:
        if self.is_at_end:
            QTimer.singleShot(0, self, self.scrollToBottom)
        self.setMinimumHeight(theme.px(self.least))
        self.refit()
