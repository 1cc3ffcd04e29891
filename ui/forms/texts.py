"""Answers that are typed: a line, paragraphs, a number."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.checks.identity import looked_for
from evidencekit.records.fields import Field
from ui import theme
from ui.forms.control import Control, text_of
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.marked_line import MarkedLine

_LEAST_LINES, _MOST_LINES = 3, 14
_WHOLE = re.compile(r"-?[0-9]{1,15}")


class TextControl(Control):
    """One line of text."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.box = MarkedLine()
        self.box.marks.want(looked_for(field))
        self.box.textChanged.connect(self.changed)
        self.hold(self.box)

    @override
    def value(self) -> Json:
        return self.box.text().strip() or None

    @override
    def set_value(self, value: Json) -> None:
        self.box.setText(text_of(value))

    @override
    def typed(self) -> Json:
        return self.box.text() or None


class LongTextControl(Control):
    """Text with paragraphs; the box grows with what is written."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.box = AutosaveText()
        self.box.marks.want(looked_for(field))
        self.box.changed_text.connect(self.changed)
        self.box.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.hold(self.box)
        theme.current().look_changed.connect(self._fit)
        self._fit()

    @override
    def value(self) -> Json:
        text = self.box.toPlainText()
        return text if text.strip() else None

    @override
    def set_value(self, value: Json) -> None:
        self.box.show_text(text_of(value))

    def _fit(self) -> None:
        # For a plain text edit Qt tells the height of its document in lines.
        lines = round(self.box.document().size().height())
        shown = min(_MOST_LINES, max(_LEAST_LINES, lines))
        line = self.box.fontMetrics().lineSpacing()
        self.box.setFixedHeight(shown * line + theme.px(26))


class NumberControl(Control):
    """A whole number. Not a spin box: a turn of the wheel must never change evidence."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.box = QLineEdit()
        self.box.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.box.setMaxLength(16)
        self.box.textChanged.connect(self.changed)
        self.hold(self.box)
        theme.current().look_changed.connect(self._fit)
        self._fit()

    @override
    def value(self) -> Json:
        typed = self.box.text().strip()
        return int(typed) if _WHOLE.fullmatch(typed) else None

    @override
    def set_value(self, value: Json) -> None:
        self.box.setText("" if value is None else str(value))

    @override
    def typed(self) -> Json:
        number = self.value()
        return self.box.text().strip() or None if number is None else number

    @override
    def problem(self) -> str:
        if not self.box.text().strip() or self.value() is not None:
            return ""
        return f"{self.field.label} must be a whole number, like 12."

    def _fit(self) -> None:
        self.box.setFixedWidth(theme.px(128))
