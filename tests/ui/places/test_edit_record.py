"""Any record as its form: kept as it is typed, saved without argument, submitted when ready."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from evidencekit.operations import capture, drafting, reading
from evidencekit.operations.capture import Entry
from evidencekit.records.revision import State
from tests.ui.keys import press, type_words
from tests.ui.places.conftest import Known, add, do, settle
from tests.ui.places.placing import front, put_place
from tests.ui.places.reach import check_reach
from ui.places.edit_record import EditRecord
from ui.places.file_card import FileCard
from ui.places.search import Search
from ui.places.workplace import Workplace


def opened(workplace: Workplace, kind: str, record: str = "") -> EditRecord:
    workplace.open_page(EditRecord(workplace, kind, record))
    return front(workplace, EditRecord)


@pytest.fixture(autouse=True)
def home(workplace: Workplace, qtbot: QtBot) -> Search:
    return put_place(workplace, qtbot, Search)


def test_typing_is_kept_before_anything_is_saved(workplace: Workplace, qtbot: QtBot) -> None:
    page = opened(workplace, "case")
    assert page.form is not None
    page.form.controls["reference"].setFocus()
    type_words("SH-07")
    settle(workplace)
    kept = do(workplace, lambda desk: drafting.draft(desk, page.form_name))
    assert kept is not None
    assert kept.content["reference"] == "SH-07"


def test_what_was_not_saved_comes_back_and_can_be_thrown_away(workplace: Workplace) -> None:
    form = "new:case"
    do(workplace, lambda desk: drafting.keep_draft(desk, form, "case", {"reference": "SH-0"}))
    page = opened(workplace, "case")
    assert page.form is not None
    assert page.form.answers() == {"reference": "SH-0"}
    assert "We kept what you typed at 10:00" in page.notice.words
    page.notice._on_action()
    settle(workplace)
    assert page.form.answers() == {}
    assert do(workplace, lambda desk: drafting.draft(desk, form)) is None


def test_saving_goes_back_and_says_what_is_left_to_look_at(
    workplace: Workplace, home: Search
) -> None:
    page = opened(workplace, "case")
    assert page.form is not None
    page.form.set_answers({"reference": "SH-07"})
    page.save.click()
    settle(workplace)
    assert workplace.window.page is home
    assert home.notice.words.startswith("Saved. ")
    assert do(workplace, lambda desk: reading.find_record(desk, "SH-07"))
    assert do(workplace, lambda desk: drafting.draft(desk, "new:case")) is None


def test_ctrl_s_saves_from_any_box(workplace: Workplace, home: Search) -> None:
    page = opened(workplace, "case")
    assert page.form is not None
    page.form.controls["reference"].setFocus()
    type_words("SH-07")
    press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle(workplace)
    assert workplace.window.page is home
    assert do(workplace, lambda desk: reading.find_record(desk, "SH-07"))


def test_words_still_on_their_way_to_the_draft_do_not_come_back_after_saving(
    workplace: Workplace,
) -> None:
    page = opened(workplace, "case")
    assert page.form is not None
    page.form.controls["reference"].setFocus()
    type_words("SH-07")
    page.save.click()
    settle(workplace)
    assert do(workplace, drafting.all_drafts) == ()


def test_submitting_too_early_stays_and_shows_where(workplace: Workplace) -> None:
    page = opened(workplace, "document")
    assert page.form is not None
    page.form.set_answers({"title": "The plan"})
    page.hand_in.click()
    settle(workplace)
    assert workplace.window.page is page
    assert "cannot be submitted yet" in page.notice.words
    assert page.form.box("says").problem


def test_a_change_of_what_was_submitted_asks_for_its_reason(
    workplace: Workplace, known: Known
) -> None:
    note = {"case": known.case, "headline": "Held late"}
    record = add(workplace, "case-note", note, State.SUBMITTED.value)
    page = opened(workplace, "case-note", record)
    assert page._reason_box.isVisible()
    page.reason.setText("The date was wrong.")
    page.save.click()
    settle(workplace)
    history = do(workplace, lambda desk: reading.history(desk, record))
    assert history[-1].header.reason == "The date was wrong."


def test_an_answer_without_a_question_is_not_lost(workplace: Workplace, known: Known) -> None:
    record = add(workplace, "case", {"reference": "SH-08", "of_a_newer_version": "kept"})
    page = opened(workplace, "case", record)
    page.save.click()
    settle(workplace)
    item = do(workplace, lambda desk: reading.item(desk, record))
    assert item.fields["of_a_newer_version"] == "kept"
    assert known.case


def test_half_a_date_is_asked_about_before_saving(workplace: Workplace) -> None:
    page = opened(workplace, "journey-event")
    assert page.form is not None
    page.form.control("when").setFocus()
    type_words("3")
    page.save.click()
    assert workplace.window.page is page
    assert page.form.box("when").problem


def test_everybody_can_reach_everything(workplace: Workplace) -> None:
    check_reach(opened(workplace, "case"))


def test_a_chosen_file_goes_into_the_store_and_onto_the_form(
    workplace: Workplace, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_bytes(b"a drawing of the house")
    page = opened(workplace, "document")
    assert page.form is not None
    page.form.control("handling").set_value("copy-kept")
    (files,) = page.files
    files.mind()
    files.choose = lambda _near, _question, then: then([plan])
    files.control.add_button.click()
    settle(workplace)
    files.control.findChildren(FileCard)[0].add_button.click()
    settle(workplace)
    (named,) = cast("list[dict[str, str]]", page.form.answers()["attachments"])
    assert named["name"] == "plan.txt"
    read = do(workplace, lambda desk: b"".join(reading.read_attachment(desk, named["digest"])))
    assert read == b"a drawing of the house"


def test_what_the_app_wrote_is_read_only_words_and_is_not_lost_by_a_save(
    workplace: Workplace, known: Known
) -> None:
    moved = {"at": "2012-11-20T09:00", "from_version": "1", "to_version": "2",
             "from_sha256": "a" * 64, "areas": "E4 is E14"}  # fmt: skip
    held = do(workplace, lambda desk: reading.item(desk, known.inspection)).fields
    fields = {**held, "framework_moves": [moved]}
    do(workplace, lambda desk: capture.capture(
        desk, Entry(kind="inspection", fields=fields, record=known.inspection)
    ))  # fmt: skip
    page = opened(workplace, "inspection", known.inspection)
    assert page.form is not None
    assert not {"framework", "framework_version", "framework_moves"} & set(page.form.controls)
    shown = " ".join(each.text() for each in page.findChildren(QLabel))
    assert "Tuesday 20 November 2012, 09:00" in shown
    assert "E4 is E14" in shown
    assert "aaaa" not in shown
    page.save.click()
    settle(workplace)
    after = do(workplace, lambda desk: reading.item(desk, known.inspection)).fields
    assert after["framework_moves"] == fields["framework_moves"]
