"""Answers that name records or members: one, or several."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.records.fields import Field
from ui.forms.control import Choices, Control, text_of
from ui.theme import spaced
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.combo import SearchCombo
from ui.widgets.heading import label
from ui.widgets.lines import clear, row


class PickControl(Control):
    """One record, member or revision."""

    def __init__(self, field: Field, choices: Choices) -> None:
        super().__init__(field)
        self._choices = choices
        self.box = SearchCombo(field.label)
        self.box.offer(choices(field))
        self.box.chosen.connect(lambda _key: self.changed.emit())
        self.hold(self.box)

    @override
    def value(self) -> Json:
        return self.box.value() or None

    @override
    def set_value(self, value: Json) -> None:
        self.box.set_value(text_of(value))

    @override
    def reload(self) -> None:
        self.box.offer(self._choices(self.field))


class PickManyControl(Control):
    """Several of them: a list with Remove beside each, and a box to add from."""

    def __init__(self, field: Field, choices: Choices) -> None:
        super().__init__(field)
        self._choices = choices
        self._keys: list[str] = []
        self._labels = dict(choices(field))
        self._shown = QVBoxLayout()
        spaced(self._shown, 2)
        self.column.addLayout(self._shown)
        self.box = SearchCombo(f"Add to: {field.label}", "Type to find and add")
        self.box.offer(list(self._labels.items()))
        self.box.chosen.connect(self._on_chosen)
        self.hold(self.box)

    @override
    def value(self) -> Json:
        return list(self._keys) or None

    @override
    def set_value(self, value: Json) -> None:
        self._keys = [text_of(key) for key in value] if isinstance(value, list | tuple) else []
        self._show()

    @override
    def reload(self) -> None:
        self._labels = dict(self._choices(self.field))
        self.box.offer(list(self._labels.items()))
        self._show()

    def _on_chosen(self, key: str) -> None:
        if key and key not in self._keys:
            self._keys.append(key)
            self._show()
            announce(self, f"Added {self._label(key)}.")
            self.changed.emit()
        self.box.set_value("")

    def _remove(self, key: str) -> None:
        self._keys.remove(key)
        self._show()
        self.box.setFocus()
        announce(self, f"Removed {self._label(key)}.")
        self.changed.emit()

    def _show(self) -> None:
        clear(self._shown)
        for key in self._keys:
            self._shown.addWidget(self._line(key))
        self.reshaped.emit()

    def _line(self, key: str) -> QWidget:
        words = self._label(key)
        remove = button(
            "Remove", lambda: self._remove(key), kind="quiet", icon="x", name=f"Remove: {words}"
        )
        holder = QWidget()
        line = row(label(words, wrap=True), remove)
        line.setStretch(0, 1)
        holder.setLayout(line)
        return holder

    def _label(self, key: str) -> str:
        return self._labels.get(key, key)
