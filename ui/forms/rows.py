"""Answers that are small forms themselves: a group, or rows of them."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.records.fields import Field
from ui.forms.control import Control
from ui.theme import spaced
from ui.widgets.button import Button, button
from ui.widgets.card import Card
from ui.widgets.field import FieldBox
from ui.widgets.heading import label
from ui.widgets.lines import row
from ui.widgets.notice import Notice

Make = Callable[[Field], Control]


def is_blank(value: Json) -> bool:
    """Say whether a JSON value is no answer."""
    return value in (None, "", [], {})


class GroupControl(Control):
    """A few questions that belong together; JSON one object."""

    def __init__(self, field: Field, make: Make) -> None:
        super().__init__(field)
        self.controls = {column.key: make(column) for column in field.columns}
        self._offered: list[Button] = []
        self._title = label("", "overline")
        self._head = row(self._title, None)
        self._title.hide()
        card = Card(self._head, gap=12)
        for control in self.controls.values():
            card.add(FieldBox(control.field.label, control, control.field.help))
            control.changed.connect(self.changed)
            control.reshaped.connect(self.reshaped)
        self.column.addWidget(card)
        if self.controls:
            self.setFocusProxy(next(iter(self.controls.values())))

    @override
    def value(self) -> Json:
        return _filled(self.controls, lambda control: control.value())

    @override
    def typed(self) -> Json:
        return _filled(self.controls, lambda control: control.typed())

    @override
    def set_value(self, value: Json) -> None:
        parts = value if isinstance(value, Mapping) else {}
        for key, control in self.controls.items():
            control.set_value(parts.get(key))

    @override
    def problem(self) -> str:
        return next((c.problem() for c in self.controls.values() if c.problem()), "")

    @override
    def reload(self) -> None:
        for control in self.controls.values():
            control.reload()

    def title(self, words: str) -> None:
        """Name this group, as one of several."""
        self._title.setText(words)
        self._title.show()
        self.setAccessibleName(words)
        for offered in self._offered:
            offered.setAccessibleName(f"{offered.text().strip()}: {words}")

    def offer(self, what: Button) -> None:
        """Put a button at the top right of the group."""
        self._offered.append(what)
        self._head.addWidget(what)


def _filled(controls: Mapping[str, Control], read: Callable[[Control], Json]) -> Json:
    answers = {key: read(control) for key, control in controls.items()}
    return {key: answer for key, answer in answers.items() if not is_blank(answer)} or None


class RowsControl(Control):
    """Any number of small forms; removing one can be undone."""

    def __init__(self, field: Field, make: Make) -> None:
        super().__init__(field)
        self._make = make
        self.rows: list[GroupControl] = []
        self._shown = QVBoxLayout()
        spaced(self._shown, 12)
        self._undo = Notice()
        self.add_button = button("", self._on_add, icon="plus")
        self.column.addLayout(self._shown)
        self.column.addWidget(self._undo)
        self.column.addLayout(row(self.add_button, None))
        self.setFocusProxy(self.add_button)
        self._name()

    @override
    def value(self) -> Json:
        answers = [line.value() for line in self.rows]
        return [answer for answer in answers if answer is not None] or None

    @override
    def typed(self) -> Json:
        return [line.typed() or {} for line in self.rows] or None

    @override
    def set_value(self, value: Json) -> None:
        while self.rows:
            self._take(self.rows[-1])
        for answer in value if isinstance(value, list | tuple) else ():
            self._insert(len(self.rows), answer)
        self._undo.dismiss()

    @override
    def problem(self) -> str:
        return next((line.problem() for line in self.rows if line.problem()), "")

    @override
    def reload(self) -> None:
        for line in self.rows:
            line.reload()

    def _on_add(self) -> None:
        self._insert(len(self.rows), None).setFocus()
        self.changed.emit()

    def _insert(self, place: int, answer: Json) -> GroupControl:
        line = GroupControl(self.field, self._make)
        line.set_value(answer)
        line.changed.connect(self.changed)
        line.reshaped.connect(self.reshaped)
        remove = button("Remove", lambda: self._remove(line), kind="quiet", icon="x")
        line.offer(remove)
        self.rows.insert(place, line)
        self._shown.insertWidget(place, line)
        self._name()
        self.reshaped.emit()
        return line

    def _remove(self, line: GroupControl) -> None:
        place, kept = self.rows.index(line), line.typed()
        self._take(line)
        self.add_button.setFocus()
        what = f"{self.field.label}: row {place + 1} removed."
        self._undo.undo(what, lambda: self._put_back(place, kept))
        self.changed.emit()

    def _put_back(self, place: int, kept: Json) -> None:
        self._insert(min(place, len(self.rows)), kept).setFocus()
        self.changed.emit()

    def _take(self, line: GroupControl) -> None:
        self.rows.remove(line)
        self._shown.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._name()

    def _name(self) -> None:
        words = "Add another" if self.rows else "Add"
        self.add_button.say(words, f"{words}: {self.field.label}")
        for number, line in enumerate(self.rows, 1):
            line.title(f"{self.field.label} {number}")
