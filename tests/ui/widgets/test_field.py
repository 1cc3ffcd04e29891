"""A field is labelled, helped, and says its problem beside the box and to the ear."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from ui.widgets.blank_date import DateInput
from ui.widgets.field import FieldBox


def test_a_screen_reader_hears_label_help_and_problem(qtbot: QtBot) -> None:
    box = QLineEdit()
    field = FieldBox("Start time", box, "You can type 930.")
    qtbot.addWidget(field)
    assert box.accessibleName() == "Start time"
    assert box.accessibleDescription() == "You can type 930."
    field.set_problem("Start time must be a time.")
    assert field.problem == "Start time must be a time."
    assert box.accessibleDescription() == "Problem: Start time must be a time. You can type 930."
    assert box.property("wrong") is True
    field.set_problem("")
    assert box.accessibleDescription() == "You can type 930."
    assert box.property("wrong") is False


def test_all_boxes_of_a_date_are_marked_and_the_first_one_says_why(qtbot: QtBot) -> None:
    date = DateInput("Date of the meeting")
    field = FieldBox("Date of the meeting", date)
    qtbot.addWidget(field)
    field.set_problem("Date of the meeting must include a year.")
    assert all(box.property("wrong") for box in date.boxes.values())
    assert "must include a year" in date.boxes["day"].accessibleDescription()
    assert field.label.buddy() is date.boxes["day"]


class Windows(QObject):
    """Counts the windows that appear."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QWidget] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


def test_making_a_field_never_flashes_a_window(qtbot: QtBot, look: QApplication) -> None:
    windows = Windows()
    look.installEventFilter(windows)
    field = FieldBox("Start time", QLineEdit(), "You can type 930.")
    look.removeEventFilter(windows)
    qtbot.addWidget(field)
    assert windows.shown == []
