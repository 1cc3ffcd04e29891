"""One case: notes, questions, journey, areas, details, each one key away."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.keys import press
from tests.ui.places.conftest import Known, add, settle
from tests.ui.places.placing import front, put_place
from tests.ui.places.reach import check_reach
from ui.places.case import CasePage
from ui.places.case_note import CaseNote
from ui.places.edit_record import EditRecord
from ui.places.record_page import RecordPage
from ui.places.score import ScorePage
from ui.places.workplace import Workplace
from ui.qtmodels.record_table import RecordRow


@pytest.fixture
def page(workplace: Workplace, known: Known, qtbot: QtBot) -> CasePage:
    return put_place(workplace, qtbot, lambda place: CasePage(place, known.case))


def test_a_case_begins_with_its_notes(page: CasePage, qtbot: QtBot) -> None:
    assert page.title == "OWN-L1"
    assert page.parts.pill("notes").text() == "Notes 2"
    assert page.notes.list.records.rowCount() == 2
    qtbot.waitUntil(
        lambda: isinstance(page.notes.list.records.row_at(page.notes.list.records.index(1)),
                           RecordRow)
    )  # fmt: skip


def test_enter_reads_a_note(page: CasePage, workplace: Workplace, qtbot: QtBot) -> None:
    table = page.notes.list.records
    qtbot.waitUntil(lambda: table.row_at(table.index(0)) is not None)
    page.notes.list.setFocus()
    press(Qt.Key.Key_Return)
    assert front(workplace, RecordPage).record in page.notes._kinds


def test_add_note_begins_one_about_this_child(
    page: CasePage, workplace: Workplace, known: Known
) -> None:
    page._on_note()
    note = front(workplace, CaseNote)
    assert note.form is not None
    assert note.form.answers()["case"] == known.case


def test_a_question_begins_a_note_on_its_area(page: CasePage, workplace: Workplace) -> None:
    page.show_part("questions")
    assert "E4" not in [row.key for row in page.questions.cards.cards.rows]
    page.questions.cards.setFocus()
    press(Qt.Key.Key_Return)
    note = front(workplace, CaseNote)
    assert note.form is not None
    assert note.form.answers()["areas"] == [{"area": "E1"}]


def test_enter_on_an_area_scores_it_for_this_child(
    page: CasePage, workplace: Workplace, known: Known
) -> None:
    page.show_part("areas")
    page.areas.view.setFocus()
    press(Qt.Key.Key_Return)
    assert front(workplace, ScorePage)._case == known.case


def test_details_are_read_and_changed_elsewhere(page: CasePage, workplace: Workplace) -> None:
    page.show_part("details")
    page.details.edit.click()
    form = front(workplace, EditRecord)
    assert form.title == "OWN-L1"


def test_an_event_written_elsewhere_comes_into_the_journey(
    page: CasePage, workplace: Workplace, known: Known
) -> None:
    when = {"date": "2012-06-03", "precision": "exact"}
    add(workplace, "journey-event", {
        "case": known.case, "when": when, "stage": "contact-referral", "agency": "school",
        "what": "Referral from school",
    })  # fmt: skip
    settle(workplace)
    assert page.parts.pill("journey").text() == "Journey 2"
    assert "Referral from school" in page.journey.table.spoken(0)


def test_a_lock_forgets_nothing_but_opens_the_same_case(
    page: CasePage, workplace: Workplace
) -> None:
    page.again()(workplace)
    assert front(workplace, CasePage).title == "OWN-L1"


@pytest.mark.parametrize("part", ["notes", "questions", "journey", "areas", "details"])
def test_everybody_can_reach_everything(page: CasePage, part: str) -> None:
    page.show_part(part)
    check_reach(page)
