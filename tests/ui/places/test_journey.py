"""Journey: choose a child, step through what happened, add what is missing."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidencekit.operations import capture
from tests.ui.keys import press
from tests.ui.places.conftest import Known, add, do, settle
from tests.ui.places.journeying import write_journey
from tests.ui.places.placing import front, put_place
from tests.ui.places.reach import check_reach
from ui.places.edit_record import EditRecord
from ui.places.journey import JourneyPlace
from ui.places.record_page import RecordPage
from ui.places.workplace import Workplace


@pytest.fixture
def place(workplace: Workplace, known: Known, qtbot: QtBot) -> JourneyPlace:
    write_journey(workplace, known)
    return put_place(workplace, qtbot, JourneyPlace)


def test_the_child_with_most_notes_is_shown_first(place: JourneyPlace) -> None:
    assert place.title == "Journey, OWN-L1"
    assert place.board.table.hasFocus()


def test_enter_opens_what_is_written(place: JourneyPlace, workplace: Workplace) -> None:
    press(Qt.Key.Key_Return)
    assert front(workplace, RecordPage).record == place.board.current


def test_add_event_begins_one_about_this_child(
    place: JourneyPlace, workplace: Workplace, known: Known
) -> None:
    place.add.click()
    page = front(workplace, EditRecord)
    assert page.form is not None
    assert page.form.answers()["case"] == known.case


def test_a_child_without_a_journey_says_how_to_begin(
    place: JourneyPlace, workplace: Workplace
) -> None:
    fresh = add(workplace, "case", {"reference": "OWN-L9", "sample_type": "triggered"})
    settle(workplace)
    place.show_case(fresh)
    settle(workplace)
    assert place.title == "Journey, OWN-L9"
    assert place.empty.isVisible()
    place.empty.button.click()
    front(workplace, EditRecord)


def test_without_a_case_it_leads_to_the_cases(
    workplace: Workplace, known: Known, qtbot: QtBot
) -> None:

    do(workplace, lambda desk: capture.delete(desk, known.case, "Written by mistake."))
    empty = put_place(workplace, qtbot, JourneyPlace)
    assert empty.empty.isVisible()
    assert empty.empty.button.text().strip() == "Go to Cases"


def test_everybody_can_reach_everything(place: JourneyPlace) -> None:
    check_reach(place)


def test_back_from_a_record_the_keyboard_is_on_the_same_event(
    place: JourneyPlace, workplace: Workplace
) -> None:
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    here = place.board.current
    press(Qt.Key.Key_Return)
    front(workplace, RecordPage)
    workplace.close_page()
    settle(workplace)
    assert place.board.table.hasFocus()
    assert place.board.current == here
    place.board.picture.setFocus()
    press(Qt.Key.Key_Return)
    front(workplace, RecordPage)
    workplace.close_page()
    settle(workplace)
    assert place.board.picture.hasFocus()
