"""From nothing to the first note in under ten seconds."""

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt

from evidencekit.canonical import Json
from evidencekit.operations import drafting, reading
from tests.ui.keys import press, type_words
from tests.ui.places.conftest import Known, add, do, settle
from tests.ui.places.meeting import has_focus, show_observations
from tests.ui.places.reach import check_reach
from ui.places.capture import Capture
from ui.places.new_observation import THROWN_AWAY, NewObservation
from ui.places.ways import Way
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


def drafted(workplace: Workplace) -> Mapping[str, Json] | None:
    settle(workplace)
    found = do(workplace, lambda desk: drafting.draft(desk, "new:observation"))
    return None if found is None else found.content


def another(workplace: Workplace) -> NewObservation:
    """Open the page as after a kill: nothing of the old one was asked anything more."""
    page = NewObservation(workplace)
    workplace.open_page(page)
    settle(workplace)
    return page


def test_looking_keeps_nothing(page: NewObservation, workplace: Workplace) -> None:
    assert drafted(workplace) is None


def test_every_answer_is_durable_from_its_first_key(
    page: NewObservation, workplace: Workplace, known: Known
) -> None:
    type_words("c")  # the first kind that begins so
    assert (drafted(workplace) or {})["what"] == page.what.value() != ""
    page.time.setFocus()
    page.time.selectAll()
    type_words("9")
    assert (drafted(workplace) or {})["time"] == "9"
    page.day.boxes["day"].setFocus()
    page.day.boxes["day"].selectAll()
    type_words("3")
    assert (drafted(workplace) or {})["day"] == "3"
    page.here["police"].click()
    assert (drafted(workplace) or {})["here"] == ["police"]
    box = page.case.lineEdit()
    assert box is not None
    box.setFocus()
    type_words("OW")
    assert (drafted(workplace) or {})["case_typed"] == "OW"


def test_it_comes_back_as_it_was_with_the_time_it_was_kept(
    page: NewObservation, workplace: Workplace, known: Known
) -> None:
    page.what.set_value("marac")
    page.time.setText("14.3")
    page.here["idva"].click()
    page.case.set_value(known.case)
    settle(workplace)
    back = another(workplace)
    assert back.what.value() == "marac"
    assert back.time.text() == "14.3"
    assert back.here["idva"].isChecked()
    assert back.case.value() == known.case
    assert back.notice.words.startswith("We kept what you typed at 10:00 and did not start.")


def test_what_is_typed_before_it_came_back_wins(page: NewObservation, workplace: Workplace) -> None:
    page.what.set_value("marac")
    page.time.setText("14.30")
    settle(workplace)
    back = NewObservation(workplace)
    back.time.setText("16.00")  # before the desk has answered
    settle(workplace)
    assert (back.what.value(), back.time.text()) == ("marac", "16.00")
    assert (drafted(workplace) or {})["time"] == "16.00"


def test_it_can_be_thrown_away(page: NewObservation, workplace: Workplace) -> None:
    page.what.set_value("marac")
    settle(workplace)
    back = another(workplace)
    back.notice._on_action()
    assert back.what.value() == ""
    assert drafted(workplace) is None


def test_cancel_throws_away_and_can_be_undone(page: NewObservation, workplace: Workplace) -> None:
    page.what.set_value("marac")
    settle(workplace)
    page.cancel()
    assert drafted(workplace) is None
    below = workplace.window.page
    assert below is not None
    assert below.notice.words == THROWN_AWAY
    below.notice._on_action()
    settle(workplace)
    back = workplace.window.page
    assert isinstance(back, NewObservation)
    assert back.what.value() == "marac"


def test_going_back_throws_nothing_away(page: NewObservation, workplace: Workplace) -> None:
    page.what.set_value("marac")
    press(Qt.Key.Key_Escape)
    assert (drafted(workplace) or {})["what"] == "marac"


def test_once_it_is_started_nothing_is_left_over(
    page: NewObservation, workplace: Workplace
) -> None:
    page.what.set_value("visit")
    page.start()
    settle(workplace)
    assert isinstance(workplace.window.page, Capture)
    assert drafted(workplace) is None


def test_the_kinds_one_watches_most_come_first(workplace: Workplace, known: Known) -> None:
    for _ in range(2):
        add(workplace, "observation", {"what": "marac", "started": "2012-11-20T09:30"})
    show_observations(workplace).new_observation()
    settle(workplace)
    page = workplace.window.page
    assert isinstance(page, NewObservation)
    keys = [page.what.itemData(row) for row in range(page.what.count())]
    assert keys[:4] == ["", "marac", "strategy-meeting", "icpc"]
    assert len(set(keys)) == len(keys)


def test_a_way_leads_back_to_it_with_its_case(workplace: Workplace, known: Known) -> None:
    way = NewObservation(workplace, known.case).again()
    assert isinstance(way, Way)
    assert way.to_json() == {"do": "begin", "kind": "observation", "given": {"case": known.case}}


def test_the_page_can_be_reached_by_everybody(page: NewObservation) -> None:
    check_reach(page)
