"""Form: the questions of a kind of record, drawn, filled and read back."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidencekit.canonical import Json
from evidencekit.records.fields import Field, Kind
from ui.forms.control import Choices, Control, Sources, Words
from ui.forms.controls import make_control
from ui.forms.rows import is_blank
from ui.theme import spaced
from ui.widgets.blank_date import today_here
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.field import FieldBox

NEEDED = "Needed before submitting."
EXACT = "Exact words; nothing here is tidied."


class Form(QWidget):
    """Questions below each other. It holds no rule: what is needed is for others to say."""

    changed = Signal()

    def __init__(
        self,
        asked: Kind | Sequence[Field],
        words: Words,
        choices: Choices,
        today: Callable[[], date] = today_here,
    ) -> None:
        super().__init__()
        self._filling = False
        sources = Sources(words, choices, today)
        fields = asked.fields if isinstance(asked, Kind) else asked
        self.problems = ErrorSummary()
        self.controls: dict[str, Control] = {
            field.key: make_control(field, sources) for field in fields if not field.by_app
        }
        self._boxes = {key: _boxed(control) for key, control in self.controls.items()}
        column = QVBoxLayout(self)
        spaced(column, 18)
        column.addWidget(self.problems)
        for box in self._boxes.values():
            column.addWidget(box)
        for control in self.controls.values():
            control.changed.connect(self._on_changed)

    def answers(self) -> dict[str, Json]:
        """Give the answers there are; what is blank or half typed is left out."""
        answers = {key: control.value() for key, control in self.controls.items()}
        return {key: answer for key, answer in answers.items() if not is_blank(answer)}

    def typed(self) -> dict[str, Json]:
        """Give all that stands in the form, half-typed dates too, for a draft."""
        typed = {key: control.typed() for key, control in self.controls.items()}
        return {key: answer for key, answer in typed.items() if not is_blank(answer)}

    def set_answers(self, answers: Mapping[str, Json]) -> None:
        """Show answers, or what `typed` gave; nobody is told of a change."""
        self._filling = True
        try:
            for key, control in self.controls.items():
                control.set_value(answers.get(key))
        finally:
            self._filling = False

    def half_typed(self) -> list[tuple[str, str]]:
        """Give the fields whose answer cannot be read yet, and why."""
        wrong = [(key, control.problem()) for key, control in self.controls.items()]
        return [(key, words) for key, words in wrong if words]

    def show_problems(self, problems: Sequence[tuple[str, str]]) -> None:
        """Show what to put right, at the top and beside each field; nothing clears it."""
        by_key: dict[str, str] = {}
        for key, words in problems:
            by_key[key] = f"{by_key[key]} {words}" if key in by_key else words
        for key, box in self._boxes.items():
            box.set_problem(by_key.get(key, ""))
        self.problems.show_problems(
            [(words, self.controls.get(key, self)) for key, words in problems]
        )

    def first_focus(self) -> QWidget | None:
        """Give where the keyboard should begin: the first field."""
        return next(iter(self.controls.values()), None)

    def control(self, key: str) -> Control:
        """Give the control of a field."""
        return self.controls[key]

    def box(self, key: str) -> FieldBox:
        """Give the labelled box of a field, to hide it or move it."""
        return self._boxes[key]

    def reload_choices(self) -> None:
        """Ask again for the records and members on offer."""
        for control in self.controls.values():
            control.reload()

    def _on_changed(self) -> None:
        if not self._filling:
            self.changed.emit()


def _boxed(control: Control) -> FieldBox:
    field = control.field
    parts = (field.help, EXACT if field.verbatim else "", NEEDED if field.required else "")
    box = FieldBox(field.label, control, " ".join(part for part in parts if part))
    box.setProperty("field_key", field.key)
    if field.source:
        box.label.setToolTip(f"From {field.source}")
    return box
