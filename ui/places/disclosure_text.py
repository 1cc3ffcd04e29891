"""The texts of one record to read and to select in, with what is withheld and what is open."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from evidencekit.operations.disclosure_view import Leaf
from ui import theme

_NEXT = "\n"
_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Chosen:
    """Words of one text that are selected."""

    leaf: Leaf
    start: int
    end: int

    @property
    def words(self) -> str:
        """Give the words."""
        return self.leaf.text[self.start : self.end]


class DisclosureText(QPlainTextEdit):
    """Read only; a selection is handed on as a place in one text, in letters and not in Qt's."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName("What the record says")
        self.setTextInteractionFlags(
            self.textInteractionFlags() | self.textInteractionFlags().TextSelectableByKeyboard
        )
        self._leaves: tuple[tuple[int, Leaf], ...] = ()
        theme.current().look_changed.connect(self._paint)

    def show_leaves(self, leaves: Sequence[Leaf]) -> None:
        """Show these texts, each below its question; the place in them stays."""
        body, placed = "", []
        for leaf in leaves:
            body += f"{leaf.label}{_NEXT}"
            placed.append((len(body), leaf))
            body += f"{leaf.text}{_GAP}"
        first = _places(body[: placed[0][0]]) if placed else 0
        at = self.textCursor().position() if body == self.toPlainText() else first
        if body != self.toPlainText():
            self.setPlainText(body)
        self._leaves = tuple(placed)
        cursor = self.textCursor()
        cursor.setPosition(at)
        self.setTextCursor(cursor)
        self._paint()

    def chosen(self) -> Chosen | None:
        """Give what is selected, or the word the caret is in; None between two texts."""
        cursor = self.textCursor()
        body = self.toPlainText()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        first, last = (
            _letters(body, at) for at in (cursor.selectionStart(), cursor.selectionEnd())
        )
        for start, leaf in self._leaves:
            if start <= first < last <= start + len(leaf.text):
                return Chosen(leaf, first - start, last - start)
        return None

    def next_open(self, *, round_the_end: bool = True) -> bool:
        """Select the next place that waits for a decision; False when there is none."""
        body = self.toPlainText()
        waiting = [(start + a, start + b) for start, leaf in self._leaves for a, b in leaf.open]
        here = _letters(body, self.textCursor().selectionEnd())
        after = [each for each in waiting if each[0] >= here]
        found = next(iter((*after, *(waiting if round_the_end else ()))), None)
        if found is None:
            return False
        first, last = found
        cursor = self.textCursor()
        cursor.setPosition(_places(body[:first]))
        cursor.setPosition(_places(body[:last]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        return True

    def _paint(self) -> None:
        body, marks = self.toPlainText(), []
        for start, leaf in self._leaves:
            label_at = start - len(_NEXT) - len(leaf.label)
            marks.append(self._mark(body, (label_at, start), _label()))
            marks += [self._mark(body, (start + a, start + b), _gone()) for a, b in leaf.withheld]
            marks += [self._mark(body, (start + a, start + b), _open()) for a, b in leaf.open]
        self.setExtraSelections(marks)

    def _mark(
        self, body: str, place: tuple[int, int], shown: QTextCharFormat
    ) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        cursor = self.textCursor()
        cursor.setPosition(_places(body[: place[0]]))
        cursor.setPosition(_places(body[: place[1]]), QTextCursor.MoveMode.KeepAnchor)
        made.cursor, made.format = cursor, shown
        return made


def _label() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(theme.colour("second"))
    return made


def _gone() -> QTextCharFormat:
    """Show what is withheld as it will be: a block, still to be read by whoever decides."""
    made = QTextCharFormat()
    made.setBackground(theme.colour("text"))
    made.setForeground(theme.colour("card"))
    return made


def _open() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    made.setUnderlineColor(QColor(theme.colour("caution")))
    made.setFontWeight(700)
    return made


def _places(text: str) -> int:
    """Count as Qt does, which gives letters beyond the first plane two places."""
    return len(text.encode("utf-16-le")) // 2


def _letters(text: str, position: int) -> int:
    return len(text.encode("utf-16-le")[: 2 * position].decode("utf-16-le", "ignore"))
