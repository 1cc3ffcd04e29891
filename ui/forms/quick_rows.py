"""Rows typed one after another: Enter begins the next, arrows go between."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCompleter, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.records.fields import Field, FieldKind
from ui import theme
from ui.forms.control import Control, Sources
from ui.forms.due import SAID, DueControl
from ui.forms.rows import Make, is_blank
from ui.theme import spaced
from ui.widgets.blank_date import labelled
from ui.widgets.button import button
from ui.widgets.notice import Notice

_KINDS = frozenset({FieldKind.TEXT, FieldKind.DATE, FieldKind.TIME, FieldKind.CHOICE})
_ONE_LINE = 620  # text-scaled pixels; below that the boxes of a row stand below each other
_FIRST, _OTHER, _TIME = 5, 3, 1  # how the width of a row is shared out
_NEXT = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down})
_PLAIN = Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.KeypadModifier


def is_quick(field: Field) -> bool:
    """Tell whether rows of this kind begin with words and are short enough to be typed in a row."""
    columns = field.columns
    return columns[0].kind is FieldKind.TEXT and all(one.kind in _KINDS for one in columns)


class QuickRow(QWidget):
    """The boxes of one row."""

    def __init__(self, field: Field, make: Make, sources: Sources) -> None:
        super().__init__()
        said = {column.key for column in field.columns if column.key.endswith(SAID)}
        self.controls: dict[str, Control] = {}
        for column in field.columns:
            if column.key + SAID in said:
                self.controls[column.key] = DueControl(column, sources.today)
            elif column.key not in said:
                self.controls[column.key] = make(column)
        self.remove = button("", kind="bare", icon="x", name="Remove")
        room = self.remove.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # the last row has none, and stands like the others
        self.remove.setSizePolicy(room)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        spaced(self._line, 8)
        for number, control in enumerate(self.controls.values()):
            stretch = _TIME if control.field.kind is FieldKind.TIME else _OTHER
            holder = labelled(control.field.label, control)
            holder.layout().setAlignment(control, Qt.AlignmentFlag(0))  # type: ignore[union-attr]
            self._line.addWidget(holder, stretch if number else _FIRST)
            if control.field.kind is FieldKind.TEXT and control.field.words:
                _suggest(control, [words for _key, words in sources.words(control.field.words)])
        self._line.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignBottom)

    def boxes(self) -> list[QWidget]:
        """Give what takes the keys, in their order."""
        proxies = [(control.focusProxy() or control) for control in self.controls.values()]
        return list(proxies)

    def value(self) -> dict[str, Json]:
        """Give the answers of this row, empty when nothing was typed."""
        return self._read({key: control.value() for key, control in self.controls.items()})

    def typed(self) -> dict[str, Json]:
        """Give what stands in this row, half-typed times too."""
        return self._read({key: control.typed() for key, control in self.controls.items()})

    def set_value(self, answers: Mapping[str, Json]) -> None:
        """Show a row."""
        for key, control in self.controls.items():
            is_due = isinstance(control, DueControl)
            control.set_value(dict(answers) if is_due else answers.get(key))
            box = control.focusProxy()
            if isinstance(box, QLineEdit):
                box.setCursorPosition(0)  # a long answer is read from its beginning

    def name(self, words: str) -> None:
        """Name every box by its row."""
        self.remove.setAccessibleName(f"Remove: {words}")
        for control, box in zip(self.controls.values(), self.boxes(), strict=True):
            box.setAccessibleName(f"{words}, {control.field.label.lower()}")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() >= theme.px(_ONE_LINE)
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._line.direction() != way:
            self._line.setDirection(way)

    def _read(self, answers: Mapping[str, Json]) -> dict[str, Json]:
        found: dict[str, Json] = {}
        for key, answer in answers.items():
            if isinstance(self.controls[key], DueControl):
                found |= dict(answer) if isinstance(answer, Mapping) else {}
            elif not is_blank(answer):
                found[key] = answer
        return found


class QuickRowsControl(Control):
    """Any number of short rows; there is always one more to type in."""

    def __init__(self, field: Field, make: Make, sources: Sources) -> None:
        super().__init__(field)
        self._make, self._sources = make, sources
        self.rows: list[QuickRow] = []
        self._shown = QVBoxLayout()
        spaced(self._shown, 8)
        self._undo = Notice()
        self.column.addLayout(self._shown)
        self.column.addWidget(self._undo)
        self._insert(0, {})

    @override
    def value(self) -> Json:
        return [answer for row in self.rows if (answer := row.value())] or None

    @override
    def typed(self) -> Json:
        return [answer for row in self.rows if (answer := row.typed())] or None

    @override
    def set_value(self, value: Json) -> None:
        while self.rows:
            self._take(self.rows[-1])
        for answer in value if isinstance(value, list | tuple) else ():
            self._insert(len(self.rows), answer if isinstance(answer, Mapping) else {})
        self._insert(len(self.rows), {})
        self._undo.dismiss()

    @override
    def problem(self) -> str:
        controls = (control for row in self.rows for control in row.controls.values())
        return next((words for control in controls if (words := control.problem())), "")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(watched, event)
        return super().eventFilter(watched, event)

    def _on_key(self, box: QObject, event: QKeyEvent) -> bool:
        at = self._place_of(box)
        if at is None:
            return False
        row, column = at
        key, is_plain = event.key(), not event.modifiers() & ~_PLAIN
        if key == Qt.Key.Key_Delete and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._remove(self.rows[row])
            return True
        if not is_plain or not isinstance(box, QLineEdit) or _is_choosing(box, key):
            return False
        if key in _NEXT:
            self._go(row + 1, 0 if key != Qt.Key.Key_Down else column)
            return True
        if key == Qt.Key.Key_Up and row:
            self._go(row - 1, column)
            return True
        return False

    def _go(self, row: int, column: int) -> None:
        if row < len(self.rows):
            self.rows[row].boxes()[column].setFocus(Qt.FocusReason.TabFocusReason)

    def _place_of(self, box: QObject) -> tuple[int, int] | None:
        for number, row in enumerate(self.rows):
            if box in row.boxes():
                return number, row.boxes().index(box)
        return None

    def _insert(self, place: int, answers: Mapping[str, Json]) -> QuickRow:
        row = QuickRow(self.field, self._make, self._sources)
        row.set_value(answers)
        for control in row.controls.values():
            control.changed.connect(partial(self._on_changed, row))
        row.remove.clicked.connect(lambda _on=False: self._remove(row))
        for box in row.boxes():
            box.installEventFilter(self)
        self.rows.insert(place, row)
        self._shown.insertWidget(place, row)
        self._name()
        self.reshaped.emit()
        return row

    def _on_changed(self, row: QuickRow) -> None:
        if row is self.rows[-1] and row.typed():
            self._insert(len(self.rows), {})
        self.changed.emit()

    def _remove(self, row: QuickRow) -> None:
        place, kept = self.rows.index(row), row.typed()
        if not kept:
            return
        self._take(row)
        self._go(min(place, len(self.rows) - 1), 0)
        words = f"{self.field.label}: row {place + 1} removed."
        self._undo.undo(words, lambda: self._put_back(place, kept))
        self.changed.emit()

    def _put_back(self, place: int, kept: Mapping[str, Json]) -> None:
        at = min(place, len(self.rows) - 1)
        self._insert(at, kept)
        self._go(at, 0)
        self.changed.emit()

    def _take(self, row: QuickRow) -> None:
        self.rows.remove(row)
        self._shown.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._name()

    def _name(self) -> None:
        for number, row in enumerate(self.rows, 1):
            row.name(f"{self.field.label} {number}")
            row.remove.setVisible(row is not self.rows[-1])
        if self.rows:
            self.setFocusProxy(self.rows[-1].boxes()[0])


def _suggest(control: Control, words: list[str]) -> None:
    box = control.focusProxy()
    if isinstance(box, QLineEdit):
        finder = QCompleter(words, box)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        box.setCompleter(finder)


def _is_choosing(box: QLineEdit, key: int) -> bool:
    """Tell whether a key belongs to the list of suggestions; Enter takes the chosen one."""
    finder: QCompleter | None = box.completer()
    shown = finder.popup() if finder is not None else None
    if shown is None or not shown.isVisible():
        return False
    if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
        return True
    if key in _NEXT and shown.currentIndex().isValid():
        box.setText(str(shown.currentIndex().data()))
        shown.hide()
    return False
