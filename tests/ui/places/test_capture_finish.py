"""Two minutes of tidying: a key for an area, and nothing that must be done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evidencekit.canonical import Json
from tests.ui.keys import press
from tests.ui.places.conftest import add
from tests.ui.places.meeting import LINES, has_focus, open_capture
from ui.places.capture import Capture
from ui.places.capture_finish import Finish
from ui.places.workplace import Workplace

BARE: dict[str, Json] = {"key": "d", "time": "10:50", "kind": "observed", "text": "And the GP."}


@pytest.fixture
def page(workplace: Workplace) -> Capture:
    fields: dict[str, Json] = {
        "what": "icpc", "started": "2012-11-20T09:30", "lines": [*LINES, BARE],
    }  # fmt: skip
    made = open_capture(workplace, add(workplace, "observation", fields))
    made.show_finish()
    return made


@pytest.fixture
def finish(page: Capture) -> Finish:
    assert page.finish is not None
    return page.finish


def test_it_ends_now_unless_somebody_said_otherwise(page: Capture, finish: Finish) -> None:
    assert finish.ended.text() == "10:00"
    finish.ended.clear()
    QTest.keyClicks(finish.ended, "1015")
    QTest.keyClicks(finish.title, "Strategy held late")
    assert page.sheet.fields["ended"] == "2012-11-20T10:15"
    assert page.sheet.fields["title"] == "Strategy held late"
    finish.begin()
    assert finish.ended.text() == "10:15"


def test_enter_finishes_and_a_time_that_is_none_is_told(
    finish: Finish, qtbot: QtBot
) -> None:  # fmt: skip
    finish.ended.setFocus()
    finish.ended.setText("2575")
    with qtbot.assertNotEmitted(finish.finish_asked):
        press(Qt.Key.Key_Return)
    assert has_focus(finish.ended)
    finish.ended.setText("1015")
    with qtbot.waitSignal(finish.finish_asked):
        press(Qt.Key.Key_Return)


def test_quotes_are_counted_to_be_looked_at(finish: Finish) -> None:
    assert finish.quotes.text().startswith("1 note is marked as exact words.")


def test_back_leads_to_the_notes(page: Capture, finish: Finish) -> None:
    finish.back_asked.emit()
    assert has_focus(page.notes.composer.box)
