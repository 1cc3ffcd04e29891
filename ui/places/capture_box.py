"""The box a note is typed into: Enter files it, marks light up, # and first letters offer more."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from evidencekit.records.line_changes import Typed
from evidencekit.records.typed_line import TypedLine
from ui import theme
from ui.places.capture_areas import AreaPopup
from ui.places.capture_offers import first_word
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.focus_ring import RING

Read = Callable[[str], TypedLine]
Suggest = Callable[[str], Sequence[tuple[str, str]]]
_HALF_TYPED = re.compile(r"(?<!\S)#([A-Za-z0-9]*)$")
_WORD_END = re.compile(r"\S+\Z")
_LISTS = {"#": "Areas", "@": "Times"}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_HELD = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
_LEAST_LINES, _MOST_LINES = 2, 6
AMEND = "^"


def _no_offer(_typed: str) -> Sequence[tuple[str, str]]:
    return ()


HOW = (
    "Type what you hear or see and press Enter to add it. Shift and Enter for a new line."
    " Up arrow in an empty box goes to the last note."
)


class _Marks(QSyntaxHighlighter):
    """Paints the marks that were understood."""

    def __init__(self, document: QTextDocument, read: Read) -> None:
        super().__init__(document)
        self._read = read

    @override
    def highlightBlock(self, text: str) -> None:
        look = QTextCharFormat()
        look.setForeground(theme.colour("link"))
        look.setFontWeight(QFont.Weight.Bold)
        begin = self.currentBlock().position()
        for mark in self._read(self.document().toPlainText()).marks:
            self.setFormat(mark.start - begin, mark.end - mark.start, look)


class LineBox(AutosaveText):
    """One note being typed. It knows keys and marks, nothing of files."""

    filed = Signal()
    take_back_asked = Signal()
    amend_asked = Signal()
    up_asked = Signal()
    split_asked = Signal()
    left = Signal()

    def __init__(
        self, name: str, read: Read, suggest: Suggest, frame: QWidget, first: Suggest = _no_offer
    ) -> None:
        super().__init__(name)
        self._suggest, self._first, self._frame = suggest, first, frame
        self._least = _LEAST_LINES
        self.lets_escape_go = True  # from an empty box Esc leads back
        self.setAccessibleDescription(HOW)
        self.setPlaceholderText("Type what you hear or see. Enter adds it.")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "bare")
        self.setProperty(RING, "parent")
        self._marks = _Marks(self.document(), read)
        self.areas = AreaPopup(self)
        self.textChanged.connect(self._offer)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        theme.current().look_changed.connect(self._on_look)
        self._fit()

    def put_list_away(self) -> None:
        """Close the list of what may be meant, when the box goes elsewhere."""
        self.areas.hide()

    def least_lines(self, lines: int) -> None:
        """Take less room when there is little."""
        self._least = lines
        self._fit()

    def parts(self) -> Typed:
        """Give what stands before the caret, and what stands after it; no word is cut in two."""
        typed, caret = self.toPlainText(), self.textCursor().position()
        before = typed.encode("utf-16-le")[: 2 * caret].decode("utf-16-le", "ignore")
        after = typed[len(before) :]
        if before and after and not (before[-1].isspace() or after[0].isspace()):
            before = _WORD_END.sub("", before)
        return Typed(before, typed[len(before) :])

    def mark_again(self) -> None:
        """Paint the marks again, when what they mean has changed."""
        self._marks.rehighlight()

    @override
    def event(self, event: QEvent) -> bool:
        # Qt takes Tab for moving the focus before keyPressEvent ever sees it.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_tab = event.key() == Qt.Key.Key_Tab and not event.modifiers()
            if is_tab and self.areas.isVisible():
                self._pick()
                event.accept()
                return True
        return super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.areas.hide()
        super().focusOutEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.areas.hide()
        super().hideEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.areas.isVisible() and self._in_list(event):
            return
        held = event.modifiers() & _HELD
        if event.key() in _ENTER and held != Qt.KeyboardModifier.ShiftModifier:
            self.areas.hide()
            (self.split_asked if held else self.filed).emit()
        elif not self._asked(event):
            super().keyPressEvent(event)

    def _in_list(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.areas.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in _ENTER and self.areas.moved:
            self._pick()
        elif key == Qt.Key.Key_Escape:
            self.areas.hide()
        else:
            return False
        return True

    def _asked(self, event: QKeyEvent) -> bool:
        """Say whether the key asked for something other than text."""
        is_empty = self.document().isEmpty()
        if event.key() == Qt.Key.Key_Escape and not (is_empty and self.lets_escape_go):
            self.left.emit()
        elif is_empty and event.text() == AMEND:
            self.amend_asked.emit()
        elif is_empty and event.key() == Qt.Key.Key_Up:
            self.up_asked.emit()
        elif is_empty and self._is_undo(event) and not self.can_undo:
            self.take_back_asked.emit()
        else:
            return False
        return True

    @staticmethod
    def _is_undo(event: QKeyEvent) -> bool:
        return event.matches(QKeySequence.StandardKey.Undo)

    def _half_typed(self) -> tuple[str, Suggest]:
        """Give what is half typed before the caret, and who knows what it may become."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        tag = _HALF_TYPED.search(before)
        if tag is not None:
            return tag[0], lambda typed: self._suggest(typed[1:])
        return ("" if cursor.blockNumber() else first_word(before)), self._first

    def _offer(self) -> None:
        typed, offers = self._half_typed() if self.hasFocus() else ("", _no_offer)
        self.areas.setAccessibleName(_LISTS.get(typed[:1], "Speakers"))
        self.areas.offer(offers(typed) if typed else (), self.cursorRect(), self._frame)

    def _pick(self) -> None:
        (typed, _), code = self._half_typed(), self.areas.picked()
        if typed and code:
            cursor = self.textCursor()
            cursor.setPosition(cursor.position() - len(typed), cursor.MoveMode.KeepAnchor)
            cursor.insertText(f"#{code} " if typed.startswith("#") else f"{code} ")
        self.areas.hide()

    def _on_look(self) -> None:
        self._fit()
        self._marks.rehighlight()

    def _fit(self) -> None:
        # For a plain text edit Qt tells the height of its document in lines.
        lines = round(self.document().size().height())
        shown = min(_MOST_LINES, max(self._least, lines))
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + theme.px(18))
