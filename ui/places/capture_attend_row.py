"""One agency of the attendance in full: how it attended, who came, what it brought."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit

from evidencekit.records.attendance import Attendant
from evidencekit.records.fields import Field
from evidencekit.records.kinds.meeting_details import ATTENDANCE
from evidencekit.records.words import VOCABULARIES
from ui.forms.choosing import YES_NO, ChoicesControl, RadioControl
from ui.places.capture_attend_model import DIGITS, AttendModel
from ui.places.sources import Pairs
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.combo import SearchCombo
from ui.widgets.field import FieldBox
from ui.widgets.flow import flow
from ui.widgets.heading import Heading
from ui.widgets.segment import Segments

_LABELS = VOCABULARIES["attendance"].label_of
CHOICES = [(key, f"{digit} {_LABELS(key)}") for digit, key in DIGITS.items()]


def _column(key: str) -> Field:
    return next(column for column in ATTENDANCE.columns if column.key == key)


class RowCard(Card):
    """What is recorded of one agency; every change goes to the model at once."""

    def __init__(self, model: AttendModel, roles: Pairs) -> None:
        super().__init__(gap=12)
        self._model, self._row = model, -1
        self._is_showing = False
        self.title = Heading("", "h3")
        self.status = Segments("How it attended", [("", "Not recorded"), *CHOICES])
        self.roles = RolePicker(roles)
        self.report = RadioControl(_column("report"), YES_NO)
        self.circulated = RadioControl(_column("circulated"), YES_NO)
        self.quality = _line("quality")
        self.note = _line("note")
        self.remove = button("Take back", self._on_remove, kind="quiet", icon="x")
        self.add(self.title)
        self.add(self.status)
        for key, control in (("role", self.roles), ("report", self.report),
                             ("circulated", self.circulated), ("quality", self.quality),
                             ("note", self.note)):  # fmt: skip
            field = _column(key)
            words = "Who came" if key == "role" else field.label
            self.add(FieldBox(words, control, "" if key == "role" else field.help))
        self.add(flow(self.remove))
        self.status.chosen.connect(self._on_status)
        self.roles.changed.connect(
            lambda: self._put("roles", roles=tuple(self.roles.chosen_roles()))
        )
        self.report.changed.connect(lambda: self._put("report", report=_text(self.report)))
        self.circulated.changed.connect(
            lambda: self._put("circulated", circulated=_text(self.circulated))
        )
        self.quality.textChanged.connect(lambda words: self._put("quality", quality=words))
        self.note.textChanged.connect(lambda words: self._put("note", note=words))
        self.show_row(-1)

    def show_row(self, row: int) -> None:
        """Show a row; what is being typed in it keeps its caret."""
        self._row = row
        self.setVisible(0 <= row < len(self._model.rows))
        if not 0 <= row < len(self._model.rows):
            return
        one, name = self._model.rows[row], self._model.name(row)
        self._is_showing = True
        try:
            self.title.setText(name)
            self.setAccessibleName(name)
            self.remove.say("Take back", f"Take back what is recorded of {name}")
            self.remove.setEnabled(not one.is_blank or one.agency not in self._model.usual)
            self.status.set_value(one.status if one.status in _KNOWN else "")
            self.roles.show_roles(self._model.usual_roles(one.agency), one.roles)
            self.report.set_value(one.report)
            self.circulated.set_value(one.circulated)
            for box, words in ((self.quality, one.quality), (self.note, one.note)):
                if box.text() != words:
                    box.setText(words)
        finally:
            self._is_showing = False

    def _on_status(self, status: str) -> None:
        self._model.mark(self._row, status)

    def _on_remove(self) -> None:
        self._model.clear(self._row)

    def _put(self, field: str, **parts: str | tuple[str, ...]) -> None:
        if self._is_showing or not 0 <= self._row < len(self._model.rows):
            return
        one: Attendant = replace(self._model.rows[self._row], **parts)  # type: ignore[arg-type]
        name = self._model.name(self._row)
        self._model.put(self._row, one, f"attendance of {name}", field)


_KNOWN = frozenset(DIGITS.values())


class RolePicker(ChoicesControl):
    """The roles an agency usually sends as chips, and a box to find any other."""

    def __init__(self, roles: Pairs) -> None:
        super().__init__(_column("others"), ())
        self._words = dict(roles)
        self._usual: tuple[str, ...] = ()
        self.other = SearchCombo("Another role", "Another role: type to find")
        self.other.offer(roles)
        self.other.chosen.connect(self._on_other)
        self.column.addWidget(self.other)

    def chosen_roles(self) -> list[str]:
        """Give the roles chosen, in the order of the chips."""
        return [key for key, pill in self.pills.items() if pill.isChecked()]

    def show_roles(self, usual: Sequence[str], chosen: Sequence[str]) -> None:
        """Offer the usual roles and show those that came."""
        wanted = list(dict.fromkeys([*usual, *chosen]))
        if wanted != list(self.pills):
            for pill in self.pills.values():
                pill.hide()
                pill.deleteLater()
            self.pills.clear()
            for key in wanted:
                self._offer(key)
        self.set_value(list(chosen))
        self.setFocusProxy(next(iter(self.pills.values()), self.other))

    def _offer(self, role: str) -> None:
        self._add(role, self._words.get(role, role))
        self.pills[role].show()  # at once: Enter may go there before Qt would show it

    def _on_other(self, role: str) -> None:
        self.other.set_value("")
        if not role:
            return
        if role not in self.pills:
            self._offer(role)
        self.pills[role].setChecked(True)
        self.changed.emit()


def _line(key: str) -> QLineEdit:
    box = QLineEdit()
    box.setObjectName(f"attendance:{key}")
    box.setAccessibleName(_column(key).label)
    return box


def _text(control: RadioControl) -> str:
    value = control.value()
    return value if isinstance(value, str) else ""
