"""The parts of a meeting's page, of which one is shown: notes, details, write-up and finishing."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.places.capture_details import Details
from ui.places.capture_finish import Finish
from ui.places.capture_notes import Notes
from ui.places.capture_sheet import Sheet
from ui.places.capture_write_up import WriteUp
from ui.widgets.autosave_text import AutosaveText

NOTES, DETAILS, WRITE_UP, FINISH = "notes", "details", "write-up", "finish"


class Views(QObject):
    """Makes each part when it is first shown."""

    shown = Signal(str)  # which part
    finish_asked = Signal()

    def __init__(self, sheet: Sheet, notes: Notes, body: QVBoxLayout) -> None:
        super().__init__(notes)
        self._sheet, self._notes, self._body = sheet, notes, body
        self.details: Details | None = None
        self.write_up: WriteUp | None = None
        self.finish: Finish | None = None
        self.now = NOTES
        self._is_narrow = False
        body.addWidget(notes, 1)

    def show(self, name: str) -> None:
        """Show a part; what was typed in the one before is told first."""
        for part in self._made():
            for box in part.findChildren(AutosaveText):
                box.flush()
        makers = {DETAILS: self._details, WRITE_UP: self._write_up, FINISH: self._finish}
        wanted = makers[name]() if name in makers else self._notes
        self.now = name if name in makers else NOTES
        for part in self._made():
            part.setVisible(part is wanted)
        self.shown.emit(self.now)

    def toggle(self, name: str) -> None:
        """Show this part, or the notes when it is shown already."""
        self.show(NOTES if self.now == name else name)

    def first_focus(self) -> QWidget | None:
        """Give where the keyboard should begin in the part that is shown."""
        parts = {DETAILS: self.details, WRITE_UP: self.write_up, FINISH: self.finish}
        part = parts.get(self.now) or self._notes
        return part.first_focus()

    def narrow(self, *, on: bool) -> None:
        """Take less room when the window is short of it."""
        self._is_narrow = on
        self._notes.narrow(on=on)
        if self.write_up is not None:
            self.write_up.narrow(on=on)

    def _made(self) -> list[QWidget]:
        parts = (self._notes, self.details, self.write_up, self.finish)
        return [part for part in parts if part is not None]

    def _details(self) -> Details:
        if self.details is not None and self.write_up is not None:
            # Made again: the write-up is one of its questions, too, and was written elsewhere.
            self.details.hide()
            self.details.deleteLater()
            self.details = None
        if self.details is None:
            self.details = Details(self._sheet)
            self._body.addWidget(self.details)
        return self.details

    def _write_up(self) -> WriteUp:
        if self.write_up is None:
            self.write_up = WriteUp(self._sheet)
            self.write_up.back_asked.connect(lambda: self.show(NOTES))
            self.write_up.narrow(on=self._is_narrow)
            self._body.addWidget(self.write_up, 1)
        self.write_up.begin()
        return self.write_up

    def _finish(self) -> Finish:
        if self.finish is None:
            self.finish = Finish(self._sheet)
            self.finish.finish_asked.connect(self.finish_asked)
            self.finish.back_asked.connect(lambda: self.show(NOTES))
            self._body.addWidget(self.finish)
        self.finish.begin()
        return self.finish
