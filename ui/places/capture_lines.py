"""The lines of a meeting as an item model, and the four changes that can be undone."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.records.meeting_line import MeetingLine
from ui.places.capture_words import CaptureWords

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_Role = Qt.ItemDataRole
HOW = "Press F2 to change it, Delete to remove it, the menu key for more."


class LineModel(QAbstractListModel):
    """Lines in the order they were filed; counts of areas are kept as lines come and go."""

    changed = Signal()

    def __init__(self, words: CaptureWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self._lines: list[MeetingLine] = []
        self._rows: list[dict[str, Json]] = []  # each line spelt once, not at every draft
        self.heard: dict[str, int] = {}
        self._recent: dict[str, None] = {}

    def show_lines(self, lines: Sequence[MeetingLine]) -> None:
        """Show these lines; nobody is told of a change."""
        self.beginResetModel()
        self._lines = list(lines)
        self._rows = [line.to_json() for line in lines]
        self.heard, self._recent = {}, {}
        for line in lines:
            self._count(line, 1)
        self.endResetModel()

    @property
    def lines(self) -> Sequence[MeetingLine]:
        """Give the lines."""
        return self._lines

    def rows(self) -> list[Json]:
        """Give the lines as the record keeps them."""
        return list(self._rows)

    @property
    def recent(self) -> list[str]:
        """Give the areas heard, the latest first."""
        return list(reversed(self._recent))

    @property
    def last(self) -> MeetingLine | None:
        """Give the line above the box."""
        return self._lines[-1] if self._lines else None

    def line(self, key: str) -> MeetingLine | None:
        """Give a line by its key."""
        return self.line_at(self.index(self.place_of(key)))

    def speaker_before(self, place: int) -> str:
        """Give who spoke last above a place."""
        above = reversed(self._lines[:place])
        return next((line.speaker for line in above if line.speaker), "")

    def place_of(self, key: str) -> int:
        """Give where a line stands, or -1."""
        return next((place for place, line in enumerate(self._lines) if line.key == key), -1)

    def line_at(self, index: Index) -> MeetingLine | None:
        """Give the line at an index."""
        return self._lines[index.row()] if index.isValid() else None

    def insert(self, place: int, line: MeetingLine) -> None:
        """Put a line in."""
        self.beginInsertRows(ROOT, place, place)
        self._lines.insert(place, line)
        self._rows.insert(place, line.to_json())
        self._count(line, 1)
        self.endInsertRows()
        self.changed.emit()

    def remove(self, key: str) -> None:
        """Take a line out."""
        place = self.place_of(key)
        self.beginRemoveRows(ROOT, place, place)
        self._count(self._lines.pop(place), -1)
        del self._rows[place]
        self.endRemoveRows()
        self.changed.emit()

    def move(self, place: int, to: int) -> None:
        """Let a line stand elsewhere; `to` counts without it."""
        if to == place:
            return
        self.beginMoveRows(ROOT, place, place, ROOT, to if to < place else to + 1)
        self._lines.insert(to, self._lines.pop(place))
        self._rows.insert(to, self._rows.pop(place))
        self.endMoveRows()
        self.changed.emit()

    def replace(self, line: MeetingLine) -> None:
        """Put a line in the place of the one with its key."""
        place = self.place_of(line.key)
        self._count(self._lines[place], -1)
        self._lines[place] = line
        self._rows[place] = line.to_json()
        self._count(line, 1)
        self.dataChanged.emit(self.index(place), self.index(place))
        self.changed.emit()

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        line = self.line_at(index)
        if line is None:
            return None
        if role == _Role.DisplayRole:
            return line.text
        if role == _Role.AccessibleTextRole:
            return self.words.sentence(line)
        if role == _Role.AccessibleDescriptionRole:
            return HOW
        return line if role == _Role.UserRole else None

    def _count(self, line: MeetingLine, by: int) -> None:
        for area in line.areas:
            self.heard[area] = self.heard.get(area, 0) + by
            self._recent.pop(area, None)
            if self.heard[area]:
                self._recent[area] = None


def _nothing(_line: MeetingLine) -> None:
    """Leave the box as it is."""


class AddLine(QUndoCommand):
    """File a line; taking it back gives its words back to the box."""

    def __init__(
        self, model: LineModel, line: MeetingLine, place: int,
        taken_back: Callable[[MeetingLine], object] = _nothing,
        put_again: Callable[[MeetingLine], object] = _nothing, *, stands: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(f"note of {line.time}")
        self._stands = stands  # it was filed in the session before
        self._model, self._line, self._place = model, line, place
        self._taken_back, self._put_again = taken_back, put_again
        self._done_before = False

    @override
    def redo(self) -> None:
        if self._stands:
            self._stands, self._done_before = False, True
            return
        self._model.insert(min(self._place, self._model.rowCount()), self._line)
        if self._done_before:
            self._put_again(self._line)
        self._done_before = True

    @override
    def undo(self) -> None:
        self._model.remove(self._line.key)
        self._taken_back(self._line)


class RemoveLine(QUndoCommand):
    """Take a line out."""

    def __init__(self, model: LineModel, line: MeetingLine) -> None:
        super().__init__(f"removal of the note of {line.time}")
        self._model, self.line = model, line
        self._place = model.place_of(line.key)

    @override
    def redo(self) -> None:
        self._model.remove(self.line.key)

    @override
    def undo(self) -> None:
        self._model.insert(min(self._place, self._model.rowCount()), self.line)


class MoveLine(QUndoCommand):
    """Let a line stand elsewhere."""

    def __init__(self, model: LineModel, key: str, to: int) -> None:
        super().__init__("move of a note")
        self._model, self._from, self._to = model, model.place_of(key), to

    @override
    def redo(self) -> None:
        self._model.move(self._from, self._to)

    @override
    def undo(self) -> None:
        self._model.move(self._to, self._from)


class ChangeLine(QUndoCommand):
    """Put other words in the place of a line's words."""

    def __init__(
        self, model: LineModel, before: MeetingLine, after: MeetingLine, what: str = "change"
    ) -> None:
        super().__init__(f"{what} of the note of {before.time}")
        self._model, self._before, self._after = model, before, after

    @override
    def redo(self) -> None:
        self._model.replace(self._after)

    @override
    def undo(self) -> None:
        self._model.replace(self._before)
