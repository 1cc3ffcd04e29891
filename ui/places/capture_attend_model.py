"""The attendance as an item model: the usual agencies first; every change can be undone."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

from evidencekit.framework.prompts import Prompts
from evidencekit.records.attendance import PRESENT, STATUSES, Attendant
from evidencekit.records.words import VOCABULARIES
from ui.places.capture_attend_list import KeyRow

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Rows = tuple[Attendant, ...]
_Role = Qt.ItemDataRole
DIGITS = {str(number): word.key for number, word in enumerate(STATUSES, 1)}
HOW = "1 to 7 say how it attended, Enter who came, Delete takes it back."
NOT_RECORDED = "Not recorded"
_SAID = {"yes": "report given", "no": "no report", "unclear": "report unclear"}
_SHARED = {"yes": "shared beforehand", "no": "not shared beforehand", "unclear": "sharing unclear"}


class AttendModel(QAbstractListModel):
    """Every agency that usually comes, and those that were added."""

    changed = Signal()
    went = Signal(int)  # the row that a change, done or taken back, was about

    def __init__(self, undo: QUndoStack, prompts: Prompts, usual: Sequence[str]) -> None:
        super().__init__()
        self._undo, self._prompts, self.usual = undo, prompts, tuple(usual)
        self._rows: Rows = ()
        self.letters: dict[str, str] = {}

    @property
    def rows(self) -> Rows:
        """Give every row, those of which nothing is recorded too."""
        return self._rows

    def show_attendance(self, attendants: Sequence[Attendant]) -> None:
        """Show what the record holds among the usual agencies; nobody is told of a change."""
        held = {one.agency for one in attendants}
        of_usual = [
            row
            for agency in self.usual
            for row in (
                [one for one in attendants if one.agency == agency]
                if agency in held
                else [Attendant(agency=agency)]
            )
        ]
        others = [one for one in attendants if one.agency not in self.usual]
        self._show((*of_usual, *others))

    def place_of(self, agency: str) -> int:
        """Give the first row of an agency, or -1."""
        return next((n for n, one in enumerate(self._rows) if one.agency == agency), -1)

    def agency_of(self, letter: str) -> str:
        """Give the agency of a letter, or nothing."""
        return next((each for each, its in self.letters.items() if its == letter), "")

    def usual_roles(self, agency: str) -> tuple[str, ...]:
        """Give whom an agency usually sends."""
        return self._prompts.agency(agency).roles

    def mark(self, row: int, status: str) -> None:
        """Say how the agency of a row attended."""
        self.put(row, replace(self._rows[row], status=status), f"attendance of {self.name(row)}")

    def welcome(self, agency: str) -> int:
        """Add an agency, present; one of which something is recorded stays as it is."""
        row = self.place_of(agency)
        name = VOCABULARIES["agencies"].label_of(agency)
        if row < 0:
            made = Attendant(agency=agency, status=PRESENT)
            self._push((*self._rows, made), len(self._rows), f"attendance of {name}")
            return len(self._rows) - 1
        if not self._rows[row].status:
            self.mark(row, PRESENT)
        return row

    def clear(self, row: int) -> None:
        """Take back what is recorded of a row; one that is not usual goes away with it."""
        one = self._rows[row]
        words = f"removal of {self.name(row)}"
        if one.agency in self.usual and self._count(one.agency) == 1:
            self.put(row, Attendant(agency=one.agency), words)
        else:
            self._push((*self._rows[:row], *self._rows[row + 1 :]), row, words)

    def put(self, row: int, after: Attendant, words: str, field: str = "") -> None:
        """Let a row say this; keys of one word in one field are one step of undo."""
        if after != self._rows[row]:
            changed = (*self._rows[:row], after, *self._rows[row + 1 :])
            self._push(changed, row, words, f"{row}:{field}" if field else "")

    def name(self, row: int) -> str:
        """Name the agency of a row."""
        return VOCABULARIES["agencies"].label_of(self._rows[row].agency)

    def shown(self, row: int) -> KeyRow:
        """Give what a row shows and how it is read out."""
        one = self._rows[row]
        label = VOCABULARIES["attendance"].label_of
        detail = detail_words(one)
        letter = self.letters.get(one.agency, "")
        spoken = [self.name(row), label(one.status) if one.status else NOT_RECORDED]
        spoken += [detail] if detail else []
        spoken += [f"key {letter}"] if letter else []
        return KeyRow(
            letter=letter if self.place_of(one.agency) == row else "",
            words=self.name(row), mark=label(one.status), detail=detail,
            spoken=". ".join(spoken) + ".",
        )  # fmt: skip

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role == _Role.AccessibleDescriptionRole:
            return HOW
        shown = self.shown(index.row())
        values = {
            _Role.DisplayRole: shown.words,
            _Role.AccessibleTextRole: shown.spoken,
            _Role.UserRole: shown,
        }
        return values.get(_Role(role))

    def take(self, rows: Rows, row: int) -> None:
        """Show rows that a change made, or brought back, and tell of it."""
        self._show(rows)
        self.changed.emit()
        self.went.emit(min(row, len(rows) - 1))

    def _count(self, agency: str) -> int:
        return sum(one.agency == agency for one in self._rows)

    def _push(self, rows: Rows, row: int, words: str, merge: str = "") -> None:
        self._undo.push(_Change(self, rows, row, words, merge))

    def _show(self, rows: Rows) -> None:
        if [one.agency for one in rows] == [one.agency for one in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.letters = self._prompts.letters(dict.fromkeys(one.agency for one in rows))
        self.endResetModel()


class _Change(QUndoCommand):
    """Other rows in the place of those there are."""

    def __init__(self, model: AttendModel, rows: Rows, row: int, words: str, merge: str) -> None:
        super().__init__(words)
        self._model, self._row, self.merge = model, row, merge
        self._before, self.after = model.rows, rows

    @override
    def redo(self) -> None:
        self._model.take(self.after, self._row)

    @override
    def undo(self) -> None:
        self._model.take(self._before, self._row)

    @override
    def id(self) -> int:
        return 1 if self.merge else -1

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Change) or other.merge != self.merge:
            return False
        self.after = other.after
        return True


def detail_words(one: Attendant) -> str:
    """Say in one line who came and what was brought."""
    roles = VOCABULARIES["practitioner-roles"].label_of
    parts = [", ".join(roles(role) for role in one.roles)]
    parts += [_SAID.get(one.report, ""), _SHARED.get(one.circulated, "")]
    parts += [one.quality.strip(), one.note.strip()]
    said = [part.rstrip(".") for part in parts if part]
    return ". ".join(f"{part[:1].upper()}{part[1:]}" for part in said)
