"""A case note keeps its voices apart."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from evidencekit.operations import drafting, reading
from tests.ui.places.conftest import Known, do, settle
from tests.ui.places.meeting import show_observations
from tests.ui.places.reach import check_reach
from ui.places.case_note import CaseNote
from ui.places.case_voices import MINE, VOICES, Voice
from ui.places.workplace import Workplace
from ui.widgets import a11y
from ui.widgets.card import Card


def open_note(workplace: Workplace, record: str = "", case: str = "") -> CaseNote:
    show_observations(workplace)
    page = CaseNote(workplace, record, {"case": case} if case else {})
    workplace.open_page(page)
    settle(workplace)
    settle(workplace)
    return page


def card_of(widget: QWidget) -> QWidget | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, Card):
        above = above.parentWidget()
    return above


@pytest.fixture
def page(workplace: Workplace, known: Known) -> CaseNote:
    return open_note(workplace, case=known.case)


def test_the_case_and_the_time_are_filled_in(page: CaseNote, known: Known) -> None:
    assert page.form is not None
    answers = page.form.answers()
    assert answers["case"] == known.case
    assert str(answers["started"]).startswith("2012-11-20T10:0")


def test_four_voices_and_ones_own_view_have_boxes_of_their_own(page: CaseNote) -> None:
    assert page.form is not None
    cards = {card_of(page.form.box(voice.key)) for voice in VOICES}
    assert len(cards) == 1
    assert card_of(page.form.box("my_view")) not in cards
    assert page.form.control("i_saw").accessibleDescription() == "What you saw for yourself."


def test_areas_with_nothing_on_this_child_are_asked_about(
    page: CaseNote, workplace: Workplace
) -> None:
    names = " ".join(met.name for met in a11y.tree(page.questions))
    assert page.questions.isVisibleTo(page)
    covered, bare = workplace.pack.joint_areas[3], workplace.pack.joint_areas[0]
    assert bare.label in names
    assert covered.label not in names


def test_a_question_links_its_area_and_goes_to_the_answer(page: CaseNote) -> None:
    assert page.form is not None
    page.questions.asked.emit("E1")
    page.questions.asked.emit("E1")
    assert page.form.answers()["areas"] == [{"area": "E1"}]
    assert QApplication.focusWidget() is page.form.control("worker_says").focusProxy()


@pytest.mark.parametrize("voice", [*VOICES, *MINE], ids=lambda voice: voice.key)
def test_each_voice_is_one_key_away(page: CaseNote, voice: Voice) -> None:
    assert page.form is not None
    QTest.keyClick(page, getattr(Qt.Key, f"Key_{voice.letter}"), Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is page.form.control(voice.key).focusProxy()


def test_the_keyboard_begins_in_the_first_voice(page: CaseNote) -> None:
    assert page.form is not None
    assert QApplication.focusWidget() is page.form.control("record_says").focusProxy()
    assert page.child.title.text() == "OWN-L1"
    assert page.title == "OWN-L1: new case note"


def test_minutes_counted_are_kept_with_the_note_and_go_on(
    page: CaseNote, workplace: Workplace, known: Known
) -> None:
    assert page.form is not None
    page.clock.counted.emit(7)
    settle(workplace)
    assert page.form.answers()["reading_minutes"] == 7
    assert page.clock.minutes == 7
    workplace.close_page()
    again = open_note(workplace, case=known.case)
    assert again.clock.minutes == 7


def test_hiding_the_screen_and_leaving_stop_the_clock(page: CaseNote, workplace: Workplace) -> None:
    clock, runs = page.clock, []
    QTest.keyClick(page, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    runs.append(clock.is_running)
    workplace.window.hide_everything()
    runs.append(clock.is_running)
    workplace.window.hide_everything()
    clock.toggle()
    runs.append(clock.is_running)
    page.leave()
    runs.append(clock.is_running)
    assert runs == [True, False, True, False]


def test_without_a_case_the_case_is_asked_first(workplace: Workplace, known: Known) -> None:
    page = open_note(workplace)
    assert page.form is not None
    assert not page.quick.isEnabled()
    page.form.control("case").set_value(known.case)
    page.form.control("case").changed.emit()
    settle(workplace)
    assert page.quick.isEnabled()
    assert page.child.title.text() == "OWN-L1"


def test_every_word_is_in_the_draft_and_comes_back(
    page: CaseNote, workplace: Workplace, known: Known
) -> None:
    assert page.form is not None
    page.form.control("worker_says").set_value("He was never told.")
    page.form.changed.emit()
    settle(workplace)
    kept = do(workplace, drafting.all_drafts)
    assert kept[0].content["worker_says"] == "He was never told."
    workplace.close_page()
    again = open_note(workplace, case=known.case)
    assert again.form is not None
    assert again.form.answers()["worker_says"] == "He was never told."
    assert "We kept" in again.notice.words


def test_keeping_makes_a_note_and_submitting_says_what_is_missing(
    page: CaseNote, workplace: Workplace, known: Known
) -> None:
    assert page.form is not None
    page.form.control("worker_says").set_value("He was never told.")
    page.form.changed.emit()
    page.hand_in.click()
    settle(workplace)
    assert page.form.box("source_roles").problem
    page.save.click()
    settle(workplace)
    notes = do(workplace, reading.snapshot).of_kind("case-note")
    assert "He was never told." in [note.fields.get("worker_says") for note in notes]
    assert do(workplace, drafting.all_drafts) == ()


def test_a_note_that_stands_is_changed_here(workplace: Workplace, known: Known) -> None:
    page = open_note(workplace, record=known.note)
    assert page.form is not None
    assert page.form.answers()["headline"] == "Strategy discussion held late"


def test_it_can_be_reached_by_everybody(page: CaseNote) -> None:
    check_reach(page)
