"""Marks under the words of a text box: found when the keys rest, block by block, in short steps."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from time import perf_counter

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit

from evidencekit.checks.identifiers import What
from ui import theme
from ui.widgets import mark_menu, word_guard
from ui.widgets.announce import announce
from ui.widgets.word_guard import EVERYTHING, Mark

_REST_MS = 350  # after the last key: nothing is looked up between two keys of a word
_STEP_SECONDS = 0.004
_NEVER = float("inf")
_PIECE = 2_000  # characters; a paragraph longer than this is looked at in sentences
_END = re.compile(r"(?<=[.!?])\s+")
Found = tuple[Mark, ...]


class TextMarks(QObject):
    """The marks of one box. What was found stays with the words, so one key costs one paragraph."""

    def __init__(self, box: QPlainTextEdit) -> None:
        super().__init__(box)
        self._box = box
        self._wanted = EVERYTHING
        self._found: dict[str, Found] = {}
        self._next = 0  # the block that the idle walk goes on with; -1 when it has met them all
        self.looked_up = 0  # pieces of text looked at so far
        self._rest = _timer(self, _REST_MS, self._look)
        self._more = _timer(self, 0, self._look)
        self._idle = _timer(self, 0, self._walk)
        self._until, self._is_cut, self._before = _NEVER, False, 0
        self._guard = word_guard.current()
        box.textChanged.connect(self._rest.start)
        box.cursorPositionChanged.connect(self._rest.start)
        box.verticalScrollBar().valueChanged.connect(self._rest.start)
        self._guard.changed.connect(self._on_guard)
        theme.current().look_changed.connect(self._rest.start)

    def want(self, wanted: frozenset[What]) -> None:
        """Look for these only; for nothing where an identity may stand."""
        self._wanted = wanted
        self._on_guard()

    @property
    def is_resting(self) -> bool:
        """Tell whether every word that stands here has been looked at."""
        return not any(timer.isActive() for timer in (self._rest, self._more, self._idle))

    def at(self, position: int) -> tuple[int, Mark] | None:
        """Give the mark that a position touches, and where its paragraph begins."""
        block = self._box.document().findBlock(position)
        for mark in self._marks_of(block.text()):
            cursor = self._select(block.position(), mark)
            if cursor.selectionStart() <= position <= cursor.selectionEnd():
                return block.position(), mark
        return None

    def go_on(self) -> bool:
        """Select the next mark behind the caret, round the end of the text, and say what it is."""
        caret = self._box.textCursor().selectionEnd()
        places = list(self._all())
        behind = (each for each in places if self._select(*each).selectionStart() >= caret)
        found = next(behind, places[0] if places else None)
        if found is None:
            announce(self._box, mark_menu.NONE)
            return False
        cursor = self._select(*found)
        self._box.setTextCursor(cursor)
        self._box.ensureCursorVisible()
        announce(self._box, f"{cursor.selectedText()}: {found[1].says} {mark_menu.HOW}")
        return True

    def extend(self, menu: QMenu, position: int) -> None:
        """Put what can be done about the mark at a place at the top of a menu."""
        found = self.at(position)
        if found is None or self._box.isReadOnly():
            return
        begin, mark = found
        text = self._box.document().findBlock(begin).text()
        put = partial(self._put, begin, mark, text[mark.start : mark.end])
        mark_menu.put_ways(menu, text, mark, put)

    def offer_here(self) -> None:
        """Show what can be done about the mark at the caret."""
        caret = self._box.textCursor().position()
        if self.at(caret) is None or self._box.isReadOnly():
            announce(self._box, mark_menu.NONE)
            return
        menu = QMenu(self._box)
        self.extend(menu, caret)
        place = self._box.cursorRect().bottomLeft()
        mark_menu.pop_up(menu, self._box.viewport().mapToGlobal(place))

    def _put(self, begin: int, mark: Mark, words: str, offer: str) -> None:
        """Write an offer in place of the words, if they still stand there; Ctrl+Z takes it back."""
        cursor = self._select(begin, mark)
        if cursor.selectedText() == words:
            cursor.insertText(offer)
            self._box.setTextCursor(cursor)

    def _select(self, begin: int, mark: Mark) -> QTextCursor:
        text = self._box.document().findBlock(begin).text()
        cursor = QTextCursor(self._box.document())
        cursor.setPosition(begin + _width(text[: mark.start]))
        cursor.setPosition(begin + _width(text[: mark.end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # -- looking

    def _on_guard(self) -> None:
        self._found.clear()
        if self._guard.is_on:
            self._rest.start()
        else:
            self._box.setExtraSelections([])

    def _look(self) -> None:
        """Mark what is on screen; the rest of the text waits for an idle moment."""
        self._next = 0
        if not self._guard.is_on or not self._wanted:
            self._box.setExtraSelections([])
        elif self._in_a_step(self._show):
            self._idle.start()
        else:
            self._more.start()

    def _walk(self) -> None:
        if self._in_a_step(self._walk_on):
            self._next = -1
            self._forget_old()
        else:
            self._idle.start()

    def _walk_on(self) -> None:
        block = self._box.document().findBlockByNumber(self._next)
        while block.isValid():
            self._marks_of(block.text())
            if self._is_cut:
                return
            block = block.next()
            self._next += 1

    def _in_a_step(self, work: Callable[[], None]) -> bool:
        """Look up for a few milliseconds, one piece at least; say whether that was enough."""
        self._until, self._is_cut, self._before = (
            perf_counter() + _STEP_SECONDS,
            False,
            self.looked_up,
        )
        work()
        self._until = _NEVER
        return not self._is_cut

    def _forget_old(self) -> None:
        """Let go of what was found in words that stand here no more."""
        blocks = self._box.document().blockCount()
        if len(self._found) > 2 * blocks + 64:
            here = {piece for block in self._blocks() for _at, piece in _pieces(block.text())}
            self._found = {text: found for text, found in self._found.items() if text in here}

    def _marks_of(self, text: str) -> Found:
        if len(text) <= _PIECE:
            return self._piece(text)
        return tuple(
            Mark(mark.start + at, mark.end + at, mark.span)
            for at, piece in _pieces(text)
            for mark in self._piece(piece)
        )

    def _piece(self, text: str) -> Found:
        found = self._found.get(text)
        if found is None:
            if self.looked_up > self._before and perf_counter() > self._until:
                self._is_cut = True
                return ()
            self.looked_up += 1
            found = self._found[text] = self._guard.find(text, self._wanted)
        return found

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self._box.document().firstBlock()
        while block.isValid():
            yield block
            block = block.next()

    def _all(self) -> Iterator[tuple[int, Mark]]:
        for block in self._blocks():
            yield from ((block.position(), mark) for mark in self._marks_of(block.text()))

    def _seen(self) -> Iterator[QTextBlock]:
        area = self._box.viewport().rect()
        block = self._box.cursorForPosition(QPoint(0, 0)).block()
        last = self._box.cursorForPosition(area.bottomRight()).blockNumber()
        while block.isValid() and block.blockNumber() <= last:
            yield block
            block = block.next()

    # -- drawing

    def _show(self) -> None:
        caret = self._box.textCursor().position() if self._box.hasFocus() else -1
        shown = []
        for block in self._seen():
            for mark in self._marks_of(block.text()):
                cursor = self._select(block.position(), mark)
                # The word under the hands is not finished; it is judged when they have left it.
                if mark.span is not None or cursor.selectionEnd() != caret:
                    shown.append(_selection(cursor, mark))
        self._box.setExtraSelections(shown)


def _selection(cursor: QTextCursor, mark: Mark) -> QTextEdit.ExtraSelection:
    look = QTextCharFormat()
    look.setFontUnderline(True)
    if mark.span is None:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(theme.colour("error"))
    else:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        look.setUnderlineColor(theme.colour("caution"))
        look.setBackground(theme.colour("caution_soft"))
    made = QTextEdit.ExtraSelection()
    made.cursor, made.format = cursor, look
    return made


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Cut a long paragraph at the ends of sentences, and a long sentence anywhere."""
    at = 0
    for end in (*(found.end() for found in _END.finditer(text)), len(text)):
        while end - at > _PIECE:
            yield at, text[at : at + _PIECE]
            at += _PIECE
        if end > at:
            yield at, text[at:end]
            at = end


def _width(text: str) -> int:
    """Count as Qt does: a sign beyond the first plane is two."""
    return len(text) + sum(sign > "\uffff" for sign in text)


def _timer(owner: QObject, milliseconds: int, then: Callable[[], None]) -> QTimer:
    made = QTimer(owner)
    made.setSingleShot(True)
    made.setInterval(milliseconds)
    made.timeout.connect(then)
    return made
