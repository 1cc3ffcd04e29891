"""Files kept with an answer: their names and sizes; the place takes them in and hands them here."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.records.fields import Field
from ui.forms.control import Control, text_of
from ui.theme import spaced
from ui.widgets.button import button
from ui.widgets.heading import label
from ui.widgets.lines import clear, row
from ui.widgets.notice import Notice
from ui.widgets.picture import Decoration

Attachment = Mapping[str, Json]  # digest, name, size, type
_KIB = 1024


def size_words(size: int) -> str:
    """Say a size in KB or MB."""
    if size < _KIB * _KIB:
        return f"{max(1, round(size / _KIB))} KB"
    return f"{size / _KIB / _KIB:.1f} MB"


class AttachmentsControl(Control):
    """A list of files; choosing and storing one is the place's work."""

    file_asked = Signal(str)  # the field's key

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._files: list[Attachment] = []
        self._shown = QVBoxLayout()
        spaced(self._shown, 2)
        self._undo = Notice()
        self.add_button = button(
            "Add a file",
            lambda: self.file_asked.emit(field.key),
            icon="plus",
            name=f"Add a file: {field.label}",
        )
        self.add_button.setObjectName(field.key)
        self.column.addLayout(self._shown)
        self.column.addWidget(self._undo)
        self.column.addLayout(row(self.add_button, None))
        self.setFocusProxy(self.add_button)

    @override
    def value(self) -> Json:
        return list(self._files) or None

    @override
    def set_value(self, value: Json) -> None:
        files = value if isinstance(value, list | tuple) else ()
        self._files = [file for file in files if isinstance(file, Mapping)]
        self._undo.dismiss()
        self._show()

    def add(self, file: Attachment) -> None:
        """Show a file that has been kept; the same content is shown once."""
        if any(held["digest"] == file["digest"] for held in self._files):
            self._undo.say(f"{text_of(file['name'])} is already here.")
            return
        self._files.append(file)
        self._show()
        self.changed.emit()

    def _remove(self, file: Attachment) -> None:
        place = self._files.index(file)
        self._files.remove(file)
        self._show()
        self.add_button.setFocus()
        what = f"{text_of(file['name'])} was removed."
        self._undo.undo(what, lambda: self._put_back(place, file))
        self.changed.emit()

    def _put_back(self, place: int, file: Attachment) -> None:
        self._files.insert(place, file)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        clear(self._shown)
        for file in self._files:
            self._shown.addWidget(self._line(file))
        self.reshaped.emit()

    def _line(self, file: Attachment) -> QWidget:
        name, size = text_of(file["name"]), file["size"]
        remove = button(
            "Remove", lambda: self._remove(file), kind="quiet", icon="x", name=f"Remove: {name}"
        )
        holder = QWidget()
        says = label(size_words(size) if isinstance(size, int) else "", "hint")
        line = row(Decoration("file-text"), label(name, wrap=True), says, remove)
        line.setStretch(1, 1)
        holder.setLayout(line)
        return holder
