"""From nothing to the first note in under ten seconds."""

import pytest
from PySide6.QtCore import Qt

from evidencekit.operations import reading
from tests.ui.keys import press, type_words
from tests.ui.places.conftest import Known, do, settle
from tests.ui.places.meeting import has_focus, show_observations
from tests.ui.places.reach import check_reach
from ui.places.capture import Capture
from ui.places.new_observation import NewObservation
from ui.places.workplace import Workplace


@pytest.fixture
def page(workplace: Workplace) -> NewObservation:
    show_observations(workplace).new_observation()
    settle(workplace)
    made = workplace.window.page
    assert isinstance(made, NewObservation)
    return made


def test_the_day_and_the_time_are_filled_in_and_the_keyboard_is_at_the_question(
    page: NewObservation,
) -> None:
    assert has_focus(page.what)
    assert page.day.value() is not None
    assert f"{page.day.value()}" == "2012-11-20"
    assert page.time.text() == "10:00"


def test_a_kind_and_enter_are_enough(page: NewObservation, workplace: Workplace) -> None:
    type_words("MARAC")
    press(Qt.Key.Key_Return)
    settle(workplace)
    opened = workplace.window.page
    assert isinstance(opened, Capture)
    assert opened.title == "MARAC"
    assert has_focus(opened.notes.composer.box)
    workplace.close_page()
    settle(workplace)
    assert workplace.window.page is not None
    assert workplace.window.page.title == "Observations"


def test_enter_starts_from_every_box(page: NewObservation, workplace: Workplace) -> None:
    page.what.set_value("visit")
    page.time.setFocus()
    page.time.selectAll()
    type_words("930")
    press(Qt.Key.Key_Return)
    settle(workplace)
    opened = workplace.window.page
    assert isinstance(opened, Capture)
    assert opened.sheet.fields["started"] == "2012-11-20T09:30"


def test_the_case_and_those_who_are_here_are_kept(
    page: NewObservation, workplace: Workplace, known: Known
) -> None:
    page.what.set_value("core-group")
    page.case.set_value(known.case)
    page.here["police"].click()
    page.start()
    settle(workplace)
    opened = workplace.window.page
    assert isinstance(opened, Capture)
    item = do(workplace, lambda desk: reading.item(desk, opened.sheet.record))
    assert item.fields["cases"] == [known.case]
    assert item.fields["source_roles"] == ["police"]
    assert opened.notes.composer.who.itemData(1) == "police"
    assert opened.title.endswith(", OWN-L1")


def test_what_is_missing_is_said_at_the_top_and_beside_the_box(page: NewObservation) -> None:
    page.day.boxes["day"].setText("31")
    page.day.boxes["month"].setText("11")
    page.start()
    assert has_focus(page.problems)
    said = page.problems.accessibleName()
    assert said.startswith("There is a problem. Choose what you are watching.")
    assert "Date of the meeting must be a real date." in said
    page.what.set_value("visit")
    page.day.set_today()
    page.time.setText("25:75")
    page.start()
    assert "Start time must be a time" in page.problems.accessibleName()


def test_cancel_leads_back(page: NewObservation, workplace: Workplace) -> None:
    press(Qt.Key.Key_Escape)
    assert workplace.window.page is not page


def test_the_page_can_be_reached_by_everybody(page: NewObservation) -> None:
    check_reach(page)
