"""The write-up beside the jottings: the notes are read, the words beside them are written."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.places.capture_lines import LineModel
from ui.places.capture_sheet import Sheet
from ui.places.capture_stream import Stream
from ui.theme import spaced
from ui.widgets.announce import announce
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.button import button
from ui.widgets.deeds import by_key
from ui.widgets.heading import Heading, label
from ui.widgets.hints import explain
from ui.widgets.lines import row

HOW = "Alt+Up and Alt+Down choose a note. Ctrl+Enter puts it in where the caret is."
NO_NOTES = "No notes to put in."
PLACEHOLDER = "What happened, in your own words."
_FIELD = "write_up"
_LEAST_NOTES, _LEAST_BOX = 120, 140
_DIRECTION = QBoxLayout.Direction
_PUT_IN = "Put the chosen note in"
_PUTS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Jottings(Stream):
    """The notes, to be read and put in; nothing here changes them."""

    put_asked = Signal()

    def __init__(self, lines: LineModel) -> None:
        super().__init__(lines)
        self.setAccessibleName("Notes to write from")
        self.setAccessibleDescription("Enter puts the note into the write-up.")
        self.shows_choice = True
        self.least = _LEAST_NOTES
        self.setMinimumHeight(theme.px(self.least))

    def step(self, by: int) -> None:
        """Choose the next note, or the one before."""
        row = min(max(self.currentIndex().row() + by, 0), self.lines.rowCount() - 1)
        self.setCurrentIndex(self.lines.index(row))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PUTS:
            self.put_asked.emit()
        elif event.key() not in {Qt.Key.Key_F2, Qt.Key.Key_Delete}:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.put_asked.emit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()


class WriteUp(QWidget):
    """Jottings at the left, the write-up at the right; neither ever writes over the other."""

    back_asked = Signal()

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet, self._lines = sheet, sheet.lines
        self.jottings = Jottings(sheet.lines)
        self.box = AutosaveText("Write-up")
        explain(self.box)
        self.box.setPlaceholderText(PLACEHOLDER)
        self.put_button = button("Put this note in", self.put_in, icon="arrow-right")
        back = button("Back to the notes", self.back_asked.emit, kind="quiet")
        left, right = QVBoxLayout(), QVBoxLayout()
        spaced(left, 8)
        spaced(right, 8)
        left.addWidget(Heading("Notes", "h3"))
        left.addWidget(self.jottings, 1)
        left.addLayout(row(self.put_button, None))
        right.addWidget(Heading("Write-up", "h3"))
        right.addWidget(self.box, 1)
        right.addWidget(label(HOW, "hint", wrap=True))
        right.addLayout(row(back, None))
        self._both = QBoxLayout(_DIRECTION.LeftToRight, self)
        spaced(self._both, 20)
        self._both.addLayout(left, 1)
        self._both.addLayout(right, 1)
        self._connect()

    def begin(self) -> None:
        """Show what is written so far; what stands in the box already stays as it is."""
        kept = str(self._sheet.fields.get(_FIELD) or "")
        if kept != self.box.toPlainText():
            self.box.show_text(kept)
            self.box.moveCursor(self.box.textCursor().MoveOperation.End)
        if not self.jottings.currentIndex().isValid():
            self.jottings.step(0)

    def first_focus(self) -> QWidget:
        """Give where the keyboard should begin."""
        return self.box

    def narrow(self, *, on: bool) -> None:
        """Lay the notes above the write-up where the window is narrow."""
        self._both.setDirection(_DIRECTION.TopToBottom if on else _DIRECTION.LeftToRight)
        self.box.setMinimumHeight(theme.px(_LEAST_BOX))

    def put_in(self) -> None:
        """Put the chosen note in at the caret, as it stands in the notes, and go to the next."""
        line = self._lines.line_at(self.jottings.currentIndex())
        if line is None:
            announce(self.box, NO_NOTES)
            return
        words = self._lines.words.told(line)
        cursor = self.box.textCursor()
        if cursor.positionInBlock():
            words = f"\n{words}"
        cursor.insertText(f"{words}\n" if cursor.atBlockEnd() else words)
        self.box.setTextCursor(cursor)
        self.box.setFocus()
        announce(self.box, f"Put in the note of {line.time}")
        self.jottings.step(1)

    def _connect(self) -> None:
        self.box.changed_text.connect(self._keep)
        self.jottings.put_asked.connect(self.put_in)
        self.jottings.left.connect(self.box.setFocus)
        self.jottings.typed.connect(self._on_typed)
        for keys, words, then in (
            ("Alt+Up", "Choose the note above", lambda: self.jottings.step(-1)),
            ("Alt+Down", "Choose the note below", lambda: self.jottings.step(1)),
            ("Ctrl+Return", _PUT_IN, self.put_in),
            ("Ctrl+Enter", _PUT_IN, self.put_in),
        ):
            by_key(self.box, keys, words, then, Qt.ShortcutContext.WidgetShortcut)

    def _keep(self, text: str) -> None:
        written = {_FIELD: text or None}
        self._sheet.set_answers((_FIELD,), written, written)

    def _on_typed(self, typed: str) -> None:
        self.box.setFocus()
        self.box.insertPlainText(typed)
