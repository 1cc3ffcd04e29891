"""Today: it counts what is there, points to what is missing, and leads to it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from evidencekit.operations import case_key, case_key_place, drafting
from evidencekit.operations.case_key import Given
from evidencekit.operations.desk import Desk
from tests.ui.keys import press, show_active
from tests.ui.places.conftest import Known, add, do, settle
from tests.ui.places.reach import check_reach
from ui.places.all import places
from ui.places.capture import Capture
from ui.places.concern import RaiseConcern
from ui.places.edit_record import EditRecord
from ui.places.evaluation import Evaluation
from ui.places.new_observation import NewObservation
from ui.places.still_open import StillOpen
from ui.places.today import Today
from ui.places.workplace import Workplace


def begin(workplace: Workplace, qtbot: QtBot) -> Today:
    """Show the places of a desk, Today in front."""
    show_active(qtbot, workplace.window)
    workplace.window.show_places(places(workplace))
    settle(workplace)
    page = workplace.window.page
    assert isinstance(page, Today)
    return page


def test_it_counts_and_judges_nothing(workplace: Workplace, qtbot: QtBot) -> None:
    page = begin(workplace, qtbot)

    said = words(page)
    assert "Tuesday 20 November 2012" in said
    assert "1 case note" in " ".join(said.split("\n"))
    assert "1 of 12 areas with evidence" in " ".join(said.split("\n"))
    for word in ("Good", "Inadequate", "Outstanding", "score", "grade"):
        assert word not in said


def test_the_day_on_site_is_told_once_the_dates_are_set(
    workplace: Workplace, known: Known, qtbot: QtBot
) -> None:
    page = begin(workplace, qtbot)
    assert "day 2 of 5" not in words(page)

    add(
        workplace, "inspection",
        {"area_name": "Amberford", "starts": "2012-11-19", "ends": "2012-11-23"},
        record=known.inspection,
    )  # fmt: skip

    assert "Tuesday 20 November 2012, day 2 of 5" in words(page)


def test_the_one_primary_action_starts_a_new_observation(
    workplace: Workplace, qtbot: QtBot
) -> None:
    page = begin(workplace, qtbot)
    assert page.start.hasFocus()

    press(Qt.Key.Key_Space)
    settle(workplace)

    assert isinstance(workplace.window.page, NewObservation)
    assert workplace.window.where()[0] == "Observations"


def test_an_open_observation_is_offered_first(
    workplace: Workplace, known: Known, qtbot: QtBot
) -> None:
    page = begin(workplace, qtbot)
    assert "Strategy meeting, first watched" in words(page)

    click(page, "Carry on with it")
    settle(workplace)

    assert isinstance(workplace.window.page, Capture)


def test_the_newest_unsaved_text_is_offered_before_anything_else(
    workplace: Workplace, qtbot: QtBot
) -> None:
    do(workplace, lambda desk: drafting.keep_draft(
        desk, "new:voice", "voice", {"own_words": "I did not know."}))  # fmt: skip
    page = begin(workplace, qtbot)
    assert "We kept what you typed at 10:00." in words(page)

    click(page, "Continue: voice")
    settle(workplace)

    opened = workplace.window.page
    assert isinstance(opened, EditRecord)
    assert opened.form is not None
    assert opened.form.answers()["own_words"] == "I did not know."


def test_the_thinnest_areas_lead_to_evaluation(workplace: Workplace, qtbot: QtBot) -> None:
    page = begin(workplace, qtbot)
    areas = [b for b in page.findChildren(QPushButton) if b.property("kind") == "link"]
    assert len(areas) == 3
    assert all("nothing yet" in area.accessibleName() for area in areas)

    areas[0].click()
    settle(workplace)

    assert isinstance(workplace.window.page, Evaluation)


def test_what_is_left_to_do_is_listed_and_opens(workplace: Workplace, qtbot: QtBot) -> None:
    page = begin(workplace, qtbot)
    said = words(page)
    assert "4 records not submitted" in said
    assert "1 record without an area" in said
    assert "Not handed over yet" in said

    click(page, "Show: 1 record without an area")
    settle(workplace)
    opened = workplace.window.page
    assert isinstance(opened, StillOpen)
    assert opened.list.hasFocus()
    press(Qt.Key.Key_Escape)

    assert workplace.window.page is page


@pytest.mark.parametrize(
    ("words", "title"),
    [("What a child said", "New voice"), ("What a leader claimed", "New leader's claim")],
)
def test_what_is_said_in_passing_is_one_key_away(
    workplace: Workplace, qtbot: QtBot, words: str, title: str
) -> None:
    page = begin(workplace, qtbot)

    click(page, words)
    settle(workplace)

    opened = workplace.window.page
    assert isinstance(opened, EditRecord)
    assert opened.title == title


def test_an_open_concern_is_never_out_of_sight(workplace: Workplace, qtbot: QtBot) -> None:
    page = begin(workplace, qtbot)

    add(workplace, "concern", {"nature": "Seen alone at night.", "immediate": True})

    assert "1 concern still open" in words(page)


def test_a_concern_is_raised_from_here(workplace: Workplace, qtbot: QtBot) -> None:
    page = begin(workplace, qtbot)

    page.concern.click()

    assert isinstance(workplace.window.page, RaiseConcern)


def test_an_inspector_sees_no_card_of_the_team(
    inspector_workplace: Workplace, qtbot: QtBot
) -> None:
    page = begin(inspector_workplace, qtbot)

    assert "Your team" not in words(page)
    assert "Merge" not in [spec.name for spec in places(inspector_workplace)]


def test_it_is_within_reach_of_everybody(workplace: Workplace, qtbot: QtBot) -> None:
    check_reach(begin(workplace, qtbot))


def words(page: Today) -> str:
    """Give all that is written on the page."""
    labels = page.findChildren(QLabel)
    said = [each.text() for each in labels if each.isVisibleTo(page) and each.text()]
    return "\n".join(said)


def click(page: Today, name: str) -> None:
    """Press a button by the name that is read out."""
    found = next(b for b in page.findChildren(QPushButton) if b.accessibleName().startswith(name))
    found.click()


def test_what_stays_in_the_case_key_too_long_leads_to_it(
    workplace: Workplace, known: Known, qtbot: QtBot
) -> None:
    def hold(desk: Desk) -> None:
        given = Given(agency="gp", number="77", purpose="to ask", expires_on="2012-11-20")
        case_key.keep(desk, known.case, given)
        case_key_place.remember(
            desk, {"made": True, "held": {known.case: ["OWN-L1", "2012-11-01"]}}
        )

    do(workplace, hold)
    page = begin(workplace, qtbot)
    assert "OWN-L1 is in the case key longer than was meant" in words(page)
    look = [each for each in page.findChildren(QPushButton) if each.text().strip() == "Look"]
    look[0].click()
    settle(workplace)
    front = workplace.window.page
    assert front is not None
    assert front.title == "Who is OWN-L1?"
