"""Answers chosen from a vocabulary: radios for a few words, a list for many, chips for several."""

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QRadioButton
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.records.fields import Field
from ui.forms.control import Choice, Control, text_of
from ui.forms.picking import PickManyControl
from ui.widgets.button import button
from ui.widgets.combo import Combo
from ui.widgets.flow import Flow, flow
from ui.widgets.segment import CheckPill

FEW = 4
CHIPS = 24  # more than these are found by typing, not by reading them all
YES_NO = (("yes", "Yes"), ("no", "No"), ("unclear", "Unclear"))


class RadioControl(Control):
    """One of a few words, none at first; "Clear" takes the answer back."""

    def __init__(self, field: Field, words: Sequence[Choice]) -> None:
        super().__init__(field)
        self._group = QButtonGroup(self)
        self.radios: dict[str, QRadioButton] = {}
        self._line = Flow(gap=20)
        self.column.addLayout(self._line)
        self._clear = button("Clear", self._on_clear, kind="quiet", name=f"Clear: {field.label}")
        self._clear.hide()
        for key, label in words:
            self._add(key, label)
        self._line.addWidget(self._clear)
        if self.radios:
            self.setFocusProxy(next(iter(self.radios.values())))

    @override
    def value(self) -> Json:
        return next((key for key, radio in self.radios.items() if radio.isChecked()), None)

    @override
    def set_value(self, value: Json) -> None:
        key = text_of(value)
        if key and key not in self.radios:
            self._add(key, key)
        self._group.setExclusive(False)
        for each, radio in self.radios.items():
            radio.setChecked(each == key)
        self._group.setExclusive(True)
        self._clear.setVisible(bool(key))

    def _add(self, key: str, label: str) -> None:
        radio = QRadioButton(label.replace("&", "&&"))
        radio.setObjectName(f"{self.field.key}:{key}")
        radio.setAccessibleName(label)
        radio.clicked.connect(self._on_clicked)
        self.radios[key] = radio
        self._group.addButton(radio)
        self._line.addWidget(radio)

    def _on_clicked(self) -> None:
        self._clear.show()
        self.changed.emit()

    def _on_clear(self) -> None:
        self.set_value(None)
        self.setFocus()
        self.changed.emit()


class ListControl(Control):
    """One of many words."""

    def __init__(self, field: Field, words: Sequence[Choice]) -> None:
        super().__init__(field)
        self.box = Combo(field.label)
        self.box.offer(words)
        self.box.chosen.connect(lambda _key: self.changed.emit())
        self.hold(self.box)

    @override
    def value(self) -> Json:
        return self.box.value() or None

    @override
    def set_value(self, value: Json) -> None:
        self.box.set_value(text_of(value))


class ChoicesControl(Control):
    """Any number of words, as chips that wrap."""

    def __init__(self, field: Field, words: Sequence[Choice]) -> None:
        super().__init__(field)
        self.pills: dict[str, CheckPill] = {}
        self._holder = flow(gap=8)
        self.column.addWidget(self._holder)
        for key, label in words:
            self._add(key, label)
        if self.pills:
            self.setFocusProxy(next(iter(self.pills.values())))

    @override
    def value(self) -> Json:
        return [key for key, pill in self.pills.items() if pill.isChecked()] or None

    @override
    def set_value(self, value: Json) -> None:
        keys = [text_of(key) for key in value] if isinstance(value, list | tuple) else []
        for key in keys:
            if key not in self.pills:
                self._add(key, key)
        for key, pill in self.pills.items():
            pill.setChecked(key in keys)

    def _add(self, key: str, label: str) -> None:
        pill = CheckPill(label)
        pill.setObjectName(f"{self.field.key}:{key}")
        pill.clicked.connect(lambda _on: self.changed.emit())
        self.pills[key] = pill
        layout = self._holder.layout()
        if layout is not None:
            layout.addWidget(pill)


def choice_control(field: Field, words: Sequence[Choice]) -> Control:
    """Make radios for at most four words, a list for more."""
    return RadioControl(field, words) if len(words) <= FEW else ListControl(field, words)


def choices_control(field: Field, words: Sequence[Choice]) -> Control:
    """Make chips for what the eye can take in, a box to find in for more."""
    if len(words) <= CHIPS:
        return ChoicesControl(field, words)
    return PickManyControl(field, lambda _field: words)
