"""A text box that says what was typed soon after, and can undo what an earlier session typed."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit
from typing_extensions import override

from evidencekit.canonical import Json
from ui.widgets.text_history import Step, TextHistory, width
from ui.widgets.text_marks import TextMarks

_SOON_MS = 300
_UTF16 = ("utf-16-le", "surrogatepass")
# How Qt spells the end of a line, and the space it tells from others only while it is shown.
_PLAIN = str.maketrans(
    {"\u2029": "\n", "\u2028": "\n", "\ufdd0": "\n", "\ufdd1": "\n", "\xa0": " "}
)
_Keys = QKeySequence.StandardKey


class AutosaveText(QPlainTextEdit):
    """Tells its text at most every 300 ms. It never touches the disk itself.

    Qt's own list of steps cannot be filled again after the box was closed, so the box keeps its
    own: `memory` gives it with the caret, `recall` takes both up where they were left.
    """

    changed_text = Signal(str)

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self._told = ""
        self._history = TextHistory()
        self._was = bytearray()  # the text before the change, as Qt counts it
        self._is_own_step = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.flush)
        self.document().contentsChange.connect(self._on_change)
        self.textChanged.connect(self._on_text_changed)
        self.marks = TextMarks(self)

    @property
    def is_waiting(self) -> bool:
        """Say whether something typed has not been told yet."""
        return self._soon.isActive()

    @property
    def can_undo(self) -> bool:
        """Say whether there is something typed here to take back."""
        return self._history.can_undo and not self.isReadOnly()

    @property
    def can_redo(self) -> bool:
        """Say whether something was taken back."""
        return self._history.can_redo and not self.isReadOnly()

    def flush(self) -> None:
        """Tell what was typed, if it has not been told."""
        self._soon.stop()
        text = self.toPlainText()
        if text != self._told:
            self._told = text
            self.changed_text.emit(text)

    def show_text(self, text: str) -> None:
        """Show a text that is already kept; nothing is told, and there is nothing to undo."""
        self._told = text
        if text != self.toPlainText():
            self.setPlainText(text)
        self._history.clear()
        self._soon.stop()

    def memory(self) -> dict[str, Json]:
        """Give caret, scroll and the last steps, for the draft that keeps the text."""
        found = self._history.to_json()
        cursor = self.textCursor()
        for name, value in (
            ("caret", cursor.position()), ("anchor", cursor.anchor()),
            ("scroll", self.verticalScrollBar().value()),
        ):  # fmt: skip
            if value:
                found[name] = value
        return found

    def recall(self, memory: Mapping[str, Json]) -> None:
        """Go on where the hands were: the caret, the scroll, and what can be undone."""
        self._history.take(memory)
        end = len(self._was) // 2
        caret, anchor, scroll = (_number(memory, name) for name in ("caret", "anchor", "scroll"))
        cursor = self.textCursor()
        cursor.setPosition(min(anchor, end))
        cursor.setPosition(min(caret, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scroll)

    @override
    def undo(self) -> None:
        if not self.isReadOnly():
            self._take(self._history.undo())

    @override
    def redo(self) -> None:
        if not self.isReadOnly():
            self._take(self._history.redo())

    @override
    def event(self, event: QEvent) -> bool:
        # Ctrl+Y is redo in the menus of every system, and not among Qt's own keys on this one.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self.can_redo
            and _is_redo(event)
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(_Keys.Undo):
            self.undo()
        elif _is_redo(event):
            self.redo()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.standard_menu()
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        there = self.textCursor() if is_by_key else self.cursorForPosition(event.pos())
        self.marks.extend(menu, there.position())
        menu.exec(event.globalPos())
        menu.deleteLater()

    def standard_menu(self) -> QMenu:
        """Give the menu of every text box, with the undo and redo of this one."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            mine = {
                "edit-undo": (self.undo, self.can_undo),
                "edit-redo": (self.redo, self.can_redo),
            }
            if action.objectName() in mine:
                then, is_on = mine[action.objectName()]
                action.triggered.disconnect()
                action.triggered.connect(then)
                action.setEnabled(is_on)
        return menu

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._history.pause()
        self.flush()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()

    def _on_text_changed(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _on_change(self, at: int, removed: int, added: int) -> None:
        """Note what went and what came; the painting of marks is told as a change, too."""
        # Where the whole text is replaced Qt counts the end of the text along.
        before, now = len(self._was) // 2, self.document().characterCount() - 1
        removed, added = min(removed, before - at), min(added, now - at)
        if before - removed + added != now:
            at, removed, added = 0, before, now
        gone = self._was[2 * at : 2 * (at + removed)]
        came = self._between(at, at + added)
        new = came.encode(*_UTF16)
        if gone == new:
            return
        self._was[2 * at : 2 * (at + removed)] = new
        if not self._is_own_step:
            self._history.add(Step(at, gone.decode(*_UTF16), came))

    def _take(self, step: Step | None) -> None:
        """Do a step of the history; one that does not fit the text ends it."""
        if step is None:
            return
        end = step.at + width(step.removed)
        if end > len(self._was) // 2 or self._between(step.at, end) != step.removed:
            self._history.clear()
            return
        cursor = self._cursor(step.at, end)
        self._is_own_step = True
        try:
            cursor.insertText(step.added)
        finally:
            self._is_own_step = False
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _between(self, start: int, end: int) -> str:
        return self._cursor(start, end).selectedText().translate(_PLAIN)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _is_redo(event: QKeyEvent) -> bool:
    ctrl_y = (
        event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    )
    return event.matches(_Keys.Redo) or ctrl_y


def _number(memory: Mapping[str, Json], name: str) -> int:
    found = memory.get(name)
    return found if isinstance(found, int) and found > 0 else 0
