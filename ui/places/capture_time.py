"""Asks for the time of a note, between the stream and the box."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout
from typing_extensions import override

from evidencekit.records.line_changes import shifted
from evidencekit.records.meeting_line import MeetingLine
from ui.theme import spaced
from ui.widgets.button import button
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.time_input import TimeInput

NOT_A_TIME = "Type a time, like 10:32."
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class TimeAsk(QFrame):
    """One box: Enter sets the time, Up and Down go by a minute, Esc leaves it as it was."""

    given = Signal(str, str)  # the line's key, "10:32"
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("box")
        self._key = ""
        self.words = label("", "strong")
        self.time = TimeInput("Time of the note")
        self.hint = label("", "hint")
        self.set_button = button("Set time", self._give, kind="primary")
        self.leave_button = button("Leave it", self._leave, kind="quiet")
        parts = (self.words, self.time, self.set_button, self.leave_button, self.hint)
        line = QVBoxLayout(self)
        spaced(line, 0, (14, 8, 14, 8))
        line.addWidget(flow(*parts, gap=10))
        self.time.returnPressed.connect(self._give)
        self.hide()

    def ask(self, line: MeetingLine) -> None:
        """Ask for the time of this note."""
        self._key = line.key
        self.words.setText(f"Time of the note of {line.time}")
        self.hint.setText("Up and Down go by a minute.")
        self.time.setText(line.time)
        self.show()
        self.time.setFocus()
        self.time.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A line edit lets these keys go.
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in _STEPS and self.time.value() is not None:
            self.time.setText(shifted(f"{self.time.value():%H:%M}", _STEPS[Qt.Key(event.key())]))
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        value = self.time.value()
        if value is None:
            self.hint.setText(NOT_A_TIME)
            self.time.setFocus()
            return
        self.hide()
        self.given.emit(self._key, f"{value:%H:%M}")

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
