"""Two minutes of tidying: a key for an area, and nothing that must be done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evidencekit.canonical import Json
from tests.ui.keys import focused, press
from tests.ui.places.conftest import add
from tests.ui.places.meeting import LINES, has_focus, open_capture
from ui.places.capture import Capture
from ui.places.capture_finish import SORTED, Finish
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


def areas(page: Capture) -> list[tuple[str, ...]]:
    return [line.areas for line in page.sheet.lines.lines]


def test_a_key_sorts_each_note_in_turn(page: Capture, finish: Finish) -> None:
    assert has_focus(finish.sort)
    assert finish.sort.title.text() == "Note without an area: 1 of 2"
    assert "Me. My view: Nobody asked about the baby" in finish.sort.accessibleName()
    QTest.keyClicks(focused(), "2")
    QTest.keyClicks(focused(), "=")
    assert areas(page)[2:] == [("E2",), ("E12",)]
    assert finish.sort.title.text() == SORTED
    page.sheet.undo.undo()
    assert areas(page)[3] == ()


def test_a_sorted_note_can_be_typed_again_as_it_now_is(page: Capture, finish: Finish) -> None:
    finish.sort.buttons["E6"].click()
    line = page.sheet.lines.lines[2]
    assert line.typed == "!Nobody asked about the baby. #E6"
    assert line.edited


def test_a_note_can_be_left_for_later(page: Capture, finish: Finish) -> None:
    first = finish.sort.current
    finish.sort.leave()
    assert finish.sort.current != first
    finish.sort.leave()
    assert finish.sort.current is None
    assert finish.sort.title.text() == "2 left without an area."
    finish.begin()
    assert finish.sort.current == first


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
