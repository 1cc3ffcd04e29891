"""A meeting under way in a real window, for the tests of the capture console."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.operations import reading
from evidencekit.records.meeting_line import MeetingLine, lines_of
from tests.ui.keys import PLAIN, focused
from tests.ui.places.conftest import do, settle
from ui.places.capture import Capture
from ui.places.capture_sheet import open_observation
from ui.places.observations import Observations
from ui.places.workplace import Workplace
from ui.widgets.page import PlaceSpec

LINES: Sequence[dict[str, Json]] = (
    {"key": "a", "time": "10:35", "speaker": "social-worker", "kind": "quote",
     "text": "He said a day when nobody shouts.", "areas": ["E4"], "child_voice": "yes"},
    {"key": "b", "time": "10:38", "speaker": "police", "kind": "observed",
     "text": "Shares three call-outs.", "areas": ["E6", "E8"]},
    {"key": "c", "time": "10:42", "kind": "my-view", "text": "Nobody asked about the baby."},
)  # fmt: skip


def show_observations(workplace: Workplace) -> Observations:
    """Show the list in the window that has the keyboard."""
    window = workplace.window
    window.show_places([PlaceSpec("Observations", "notebook-pen", lambda: Observations(workplace))])
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    settle(workplace)
    page = window.page
    assert isinstance(page, Observations)
    page.list.setFocus()
    return page


def open_capture(workplace: Workplace, record: RecordId) -> Capture:
    """Open an observation from the list, ready for the first key."""
    listed = workplace.window.page
    if not isinstance(listed, Observations):
        listed = show_observations(workplace)
    listed.list.setFocus()
    listed.open(record)
    settle(workplace)
    page = workplace.window.page
    assert isinstance(page, Capture)
    page.notes.composer.box.setFocus()
    return page


def make_capture(workplace: Workplace, record: RecordId) -> Capture:
    """Make the page as after a start, without the list."""
    return Capture(workplace, do(workplace, lambda desk: open_observation(desk, record)))


class Keys:
    """Presses keys as a person does, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def type(self, words: str) -> None:
        for letter in words:
            QTest.keyClicks(focused(), letter)
            self.count += 1

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(focused(), key, modifier)
        self.count += 1


def lines_in(workplace: Workplace, record: RecordId) -> tuple[MeetingLine, ...]:
    """Give the lines as the record keeps them."""
    return lines_of(do(workplace, lambda desk: reading.item(desk, record)).fields)


def has_focus(widget: object) -> bool:
    """Tell whether this widget has the keyboard."""
    return QApplication.focusWidget() is widget
