"""A quick entry in the chronology: Enter adds it, and the keyboard is ready for the next."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from evidencekit.ids import RecordId
from evidencekit.operations import drafting, reading
from evidencekit.operations.desk import Desk
from evidencekit.store.listing import Only
from tests.ui.keys import press, type_words
from tests.ui.places.conftest import Known, do, settle
from tests.ui.places.test_case_note import open_note
from ui.places.case_note import CaseNote
from ui.places.workplace import Workplace
from ui.widgets.autosave_text import AutosaveText


def events(workplace: Workplace) -> list[RecordId]:
    def rows(desk: Desk) -> list[RecordId]:
        return [row.record for row in reading.rows(desk, Only(kind="journey-event"))]

    return do(workplace, rows)


def begin(page: CaseNote) -> None:
    """Type a date, from wherever the keyboard is, as far as the words."""
    QTest.keyClick(page, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    for part in ("14", "6", "2012"):
        type_words(part)
        press(Qt.Key.Key_Tab)
    page.quick.agency.set_value("police")
    page.quick.stage.set_value("assessment")
    page.quick.what.setFocus()


def test_a_date_an_agency_and_words_make_an_event(workplace: Workplace, known: Known) -> None:
    page = open_note(workplace, case=known.case)
    begin(page)
    page.quick.seen.set_value("alone")
    type_words("Police called to the house.")
    press(Qt.Key.Key_Return)
    settle(workplace)
    (event,) = events(workplace)
    fields = do(workplace, lambda desk: reading.item(desk, event)).fields
    assert fields == {
        "case": known.case, "agency": "police", "stage": "assessment",
        "what": "Police called to the house.", "child_seen": "yes", "seen_alone": "yes",
        "when": {"date": "2012-06-14", "precision": "exact"},
    }  # fmt: skip
    assert page.quick.said.text() == "Added: 14 June 2012, Police."


def test_the_next_one_keeps_agency_and_stage_and_begins_at_the_date(
    workplace: Workplace, known: Known
) -> None:
    page = open_note(workplace, case=known.case)
    begin(page)
    type_words("First.")
    press(Qt.Key.Key_Return)
    settle(workplace)
    assert (page.quick.agency.value(), page.quick.stage.value()) == ("police", "assessment")
    assert (page.quick.what.text(), page.quick.date.value()) == ("", None)
    now = QApplication.focusWidget()
    assert now is page.quick.date.date.boxes["day"]


def test_a_month_and_about_are_kept_as_they_are(workplace: Workplace, known: Known) -> None:
    page = open_note(workplace, case=known.case)
    page.quick.date.set_value({"date": "2012-06", "precision": "month"})
    page.quick.what.setText("Moved house.")
    page.quick.add_event()
    settle(workplace)
    (event,) = events(workplace)
    fields = do(workplace, lambda desk: reading.item(desk, event)).fields
    assert fields["when"] == {"date": "2012-06", "precision": "month"}


def test_what_is_half_typed_is_not_added_and_not_lost(workplace: Workplace, known: Known) -> None:
    page = open_note(workplace, case=known.case)
    begin(page)
    page.quick.date.date.boxes["year"].clear()
    type_words("Half typed")
    page.quick.add_event()
    settle(workplace)
    assert events(workplace) == []
    assert "year" in page.quick.said.text()
    found = do(workplace, lambda desk: drafting.draft(desk, page.quick.form_name))
    assert found is not None
    assert found.content["what"] == "Half typed"
    workplace.close_page()
    again = open_note(workplace, case=known.case)
    assert again.quick.what.text() == "Half typed"
    assert again.quick.date.date.boxes["day"].text() == "14"
    assert again.quick.agency.value() == "police"
    assert "not added yet" in again.quick.said.text()


def test_an_entry_without_words_is_asked_for_them(workplace: Workplace, known: Known) -> None:
    page = open_note(workplace, case=known.case)
    page.quick.add_event()
    settle(workplace)
    assert events(workplace) == []
    assert page.quick.said.text() == "Say what happened."


def test_the_last_entry_is_taken_back_in_one_press(workplace: Workplace, known: Known) -> None:
    page = open_note(workplace, case=known.case)
    begin(page)
    type_words("By mistake.")
    press(Qt.Key.Key_Return)
    settle(workplace)
    page.quick.undo.click()
    settle(workplace)
    assert events(workplace) == []
    assert page.quick.said.text() == "Taken back."


def test_the_note_beside_it_keeps_its_words(workplace: Workplace, known: Known) -> None:
    page = open_note(workplace, case=known.case)
    assert page.form is not None
    page.form.control("i_saw").set_value("She hid behind the door.")
    begin(page)
    type_words("Visit.")
    press(Qt.Key.Key_Return)
    settle(workplace)
    assert page.form.control("i_saw").value() == "She hid behind the door."
    assert isinstance(page.form.control("i_saw").focusProxy(), AutosaveText)
