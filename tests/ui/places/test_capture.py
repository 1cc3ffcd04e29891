"""The whole console: reach, focus, details, finishing, papers that may only be viewed."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication

from evidencekit.canonical import Json
from evidencekit.operations import capture, reading
from tests.ui.keys import press
from tests.ui.places.conftest import Known, add, do, settle
from tests.ui.places.meeting import LINES, Keys, has_focus, open_capture, show_observations
from tests.ui.places.reach import check_reach
from ui import theme
from ui.places.capture import LONG, Capture
from ui.places.capture_opening import day_words, here_in
from ui.places.doors import begin_record, edit_record
from ui.places.new_observation import NewObservation
from ui.places.record_page import RecordPage
from ui.places.workplace import Workplace
from ui.widgets import a11y

AGREED: Json = {"status": "given", "given_by": ["chair"], "how": "announced"}
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(workplace: Workplace, known: Known) -> Capture:
    return open_capture(workplace, known.observation)


def busy_meeting(workplace: Workplace, **more: Json) -> Capture:
    fields: dict[str, Json] = {
        "what": "strategy-meeting", "started": "2012-11-20T09:30", "lines": [*LINES], **more,
    }  # fmt: skip
    return open_capture(workplace, add(workplace, "observation", fields))


def test_everything_is_named_big_enough_and_not_cut(workplace: Workplace) -> None:
    check_reach(busy_meeting(workplace))


def test_the_first_heading_is_the_title(page: Capture) -> None:
    headings = [m.name for m in a11y.tree(page) if m.role == QAccessible.Role.Heading]
    assert headings[0] == page.title == "Strategy meeting, first watched, OWN-L1"
    assert "Areas heard" in headings


def test_a_screen_reader_meets_the_notes_as_sentences(workplace: Workplace) -> None:
    page = busy_meeting(workplace)
    names = [met.name for met in a11y.tree(page.notes)]
    assert "Notes in this meeting" in names
    assert "New note" in names
    assert any(name.startswith("10:38. Police. Observation: Shares") for name in names)
    assert any(name.endswith(": 1 in this meeting") for name in (m.name for m in a11y.tree(page)))


def test_the_keyboard_begins_in_the_box(workplace: Workplace, known: Known) -> None:
    page = open_capture(workplace, known.observation)
    assert has_focus(page.notes.composer.box)
    assert page.first_focus() is page.notes.composer.box


def test_the_box_and_its_buttons_are_in_sight_at_twice_the_size(workplace: Workplace) -> None:
    page = busy_meeting(workplace)
    theme.current().scale_text(2.0)
    settle(workplace)
    composer = page.notes.composer
    assert composer.height() >= composer.heightForWidth(composer.width())
    for pill in (*composer.kinds.values(), composer.voice, composer.add_button):
        place = pill.rect().translated(pill.mapTo(composer, pill.rect().topLeft()))
        assert composer.rect().contains(place)


def test_escape_leads_back_from_an_empty_box_only(page: Capture, workplace: Workplace) -> None:
    keys = Keys()
    keys.type("half")
    press(Qt.Key.Key_Escape)
    assert workplace.window.page is page
    for _ in "half":
        press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Escape)
    assert workplace.window.page is not page


def test_focus_mode_shows_what_was_saved_when(page: Capture, workplace: Workplace) -> None:
    workplace.window.toggle_focus_mode()
    keys = Keys()
    keys.type("one")
    press(Qt.Key.Key_Return)
    settle(workplace)
    assert page.started.text().startswith("Started 09:30. Saved 10:00:")
    workplace.window.toggle_focus_mode()
    assert page.started.text() == "Started 09:30"


def test_details_are_a_key_away_and_kept_with_the_notes(
    page: Capture, workplace: Workplace
) -> None:
    press(Qt.Key.Key_D, CONTROL)
    details = page.details
    assert details is not None
    details.forms["there"].control("setting").set_value("Civic Centre, room 4")
    details.forms["there"].changed.emit()
    press(Qt.Key.Key_D, CONTROL)
    assert has_focus(page.notes.composer.box)
    record = page.sheet.record
    workplace.close_page()
    settle(workplace)
    item = do(workplace, lambda desk: reading.item(desk, record))
    assert item.fields["setting"] == "Civic Centre, room 4"
    assert len(item.history) == 2


def test_finishing_submits_when_nothing_is_missing(workplace: Workplace) -> None:
    page = busy_meeting(workplace, source_roles=["chair"], consent=AGREED)
    page.show_finish()
    assert page.finish is not None
    page.finish.finish_asked.emit()
    settle(workplace)
    item = do(workplace, lambda desk: reading.item(desk, page.sheet.record))
    assert item.state == "submitted"
    assert workplace.window.page is not page


def test_a_finished_one_says_what_a_change_means(workplace: Workplace) -> None:
    fields: dict[str, Json] = {"what": "visit", "started": "2012-11-20T09:30"}
    page = open_capture(workplace, add(workplace, "observation", fields, state="submitted"))
    assert page.notice.words.startswith("This was finished and submitted.")


def test_what_is_missing_is_shown_where_it_is_asked(page: Capture, workplace: Workplace) -> None:
    page.show_finish()
    assert page.finish is not None
    page.finish.finish_asked.emit()
    settle(workplace)
    assert workplace.window.page is page
    assert page.details is not None
    shown = page.details.forms["there"]
    assert shown.isVisible()
    assert shown.box("source_roles").problem
    assert shown.box("consent").problem


def test_papers_that_may_only_be_viewed_are_named_and_long_quotations_are_told(
    workplace: Workplace,
) -> None:
    page = open_capture(
        workplace,
        add(workplace, "observation", {"what": "mappa", "started": "2012-11-20T09:30"}),
    )
    assert page.view_only.isVisible()
    page.notes.composer.box.setPlainText('"' + "word " * 30)
    press(Qt.Key.Key_Return)
    assert page.notice.words.startswith(LONG)
    assert page.sheet.lines.rowCount() == 1


def test_an_ordinary_meeting_says_nothing_of_papers(page: Capture) -> None:
    assert not page.view_only.isVisible()


def test_what_is_not_on_the_disk_can_be_copied(page: Capture, workplace: Workplace) -> None:
    workplace.not_kept.emit(page.sheet.form, None)
    assert "not on the disk" in page.notice.words
    page.notes.composer.box.setPlainText("half")
    page.copy_all()
    copied = QGuiApplication.clipboard().text()
    assert "The chair opens the meeting." in copied
    assert copied.endswith("half")


def test_the_undo_of_the_edit_menu_is_this_meetings(page: Capture, workplace: Workplace) -> None:
    assert workplace.window.undo.activeStack() is page.sheet.undo
    workplace.close_page()
    assert workplace.window.undo.activeStack() is not page.sheet.undo


def test_those_who_attend_are_here() -> None:
    fields: dict[str, Json] = {
        "source_roles": ["chair"],
        "attendance": [{"role": "police", "status": "present"}, {"agency": "school"}],
    }  # fmt: skip
    assert here_in(fields) == ["chair", "police"]
    assert here_in({}) == []


def test_a_day_in_words() -> None:
    assert day_words(date(2012, 11, 20)) == "Tuesday 20 November 2012"


def test_ones_own_observation_opens_as_notes(workplace: Workplace, known: Known) -> None:
    show_observations(workplace)
    edit_record(workplace, known.observation, "observation")
    settle(workplace)
    assert isinstance(workplace.window.page, Capture)
    workplace.close_page()
    settle(workplace)
    assert workplace.window.page is not None
    assert workplace.window.page.title == "Observations"


def test_a_new_one_is_begun_with_the_case_it_is_about(workplace: Workplace, known: Known) -> None:
    show_observations(workplace)
    begin_record(workplace, "observation", {"case": known.case})
    settle(workplace)
    page = workplace.window.page
    assert isinstance(page, NewObservation)
    assert page.case.value() == known.case


def test_a_deleted_observation_opens_to_be_read(workplace: Workplace, known: Known) -> None:
    show_observations(workplace)
    do(workplace, lambda desk: capture.delete(desk, known.observation, "Entered twice."))
    edit_record(workplace, known.observation, "observation")
    settle(workplace)
    assert isinstance(workplace.window.page, RecordPage)
