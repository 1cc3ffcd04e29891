"""A score that can be defended: a reason, what it rests on, and nothing suggested."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.operations import drafting, reading
from tests.ui.keys import press, type_words
from tests.ui.places.conftest import Known, add, do, settle
from tests.ui.places.placing import front, put_place
from tests.ui.places.reach import check_reach
from ui.places.record_page import RecordPage
from ui.places.score import ScorePage
from ui.places.search import Search
from ui.places.workplace import Workplace


@pytest.fixture
def page(workplace: Workplace, qtbot: QtBot) -> ScorePage:
    put_place(workplace, qtbot, Search)
    return opened(workplace, {"area": "E4"})


def opened(workplace: Workplace, given: dict[str, Json], record: str = "") -> ScorePage:
    workplace.open_page(ScorePage(workplace, record, given))
    return front(workplace, ScorePage)


def own_scores(workplace: Workplace) -> list[dict[str, Json]]:
    items = do(workplace, reading.snapshot).of_kind("score")
    return [dict(item.fields) for item in items]


def test_the_areas_evidence_is_offered_and_nothing_is_chosen(page: ScorePage, known: Known) -> None:
    assert list(page.evidence.list.boxes) == [known.note]
    assert page.scale.value() == ("", "")
    assert page.evidence.value() == []


def test_a_score_needs_a_choice_a_reason_and_evidence(
    page: ScorePage, workplace: Workplace
) -> None:
    page.save.click()
    assert page.problems.isVisible()
    assert page._boxes["rationale"].problem == "Give a reason for the score."
    page.scale.setFocus()
    press(Qt.Key.Key_2)
    page.rationale.setPlainText("Plans were late.")
    page.save.click()
    assert page._boxes["evidence"].problem == "Tick the evidence this grade rests on."
    assert own_scores(workplace) == []


def test_a_whole_score_by_keyboard(page: ScorePage, workplace: Workplace, known: Known) -> None:
    page.scale.setFocus()
    press(Qt.Key.Key_3)
    page.rationale.setFocus()
    type_words("Plans were late.")
    page.evidence.list.boxes[known.note].setFocus()
    press(Qt.Key.Key_Space)
    page.save.click()
    front(workplace, Search)
    assert own_scores(workplace) == [{
        "area": "E4", "scope": "whole-area", "status": "graded", "grade": "adequate",
        "rationale": "Plans were late.", "evidence": [known.note],
    }]  # fmt: skip
    assert do(workplace, lambda desk: drafting.draft(desk, "new:score:E4")) is None


def test_not_looked_at_needs_no_evidence_but_a_reason(
    page: ScorePage, workplace: Workplace
) -> None:
    page.scale.setFocus()
    press(Qt.Key.Key_0)
    page.rationale.setPlainText("No time.")
    page.save.click()
    front(workplace, Search)
    assert own_scores(workplace)[0]["status"] == "not-looked-at"


def test_half_a_score_comes_back(page: ScorePage, workplace: Workplace) -> None:
    page.rationale.setFocus()
    type_words("Half a sen")
    page.rationale.flush()
    settle(workplace)
    workplace.close_page()
    again = opened(workplace, {"area": "E4"})
    assert again.rationale.toPlainText() == "Half a sen"
    assert again.notice.words.startswith("We kept what you typed")


def test_ones_earlier_score_is_shown_and_the_next_one_follows_it(
    page: ScorePage, workplace: Workplace, known: Known
) -> None:
    first = add(workplace, "score", {
        "area": "E4", "scope": "whole-area", "status": "graded", "grade": "good",
        "rationale": "First view.", "evidence": [known.note],
    })  # fmt: skip
    workplace.close_page()
    again = opened(workplace, {"area": "E4"})
    assert again.scale.value() == ("graded", "good")
    assert again.history.isVisible()
    again.rationale.setPlainText("Second view.")
    again.save.click()
    front(workplace, Search)
    assert len(do(workplace, lambda desk: reading.history(desk, first))) == 2


def test_an_answer_this_page_does_not_ask_for_is_not_lost(
    page: ScorePage, workplace: Workplace, known: Known
) -> None:
    add(workplace, "score", {
        "area": "E4", "scope": "whole-area", "status": "graded", "grade": "good",
        "rationale": "First view.", "evidence": [known.note], "of_a_newer_version": "kept",
        "counter_evidence": [known.observation],
    })  # fmt: skip
    workplace.close_page()
    again = opened(workplace, {"area": "E4"})
    again.rationale.setPlainText("Second view.")
    again.save.click()
    front(workplace, Search)
    kept = own_scores(workplace)[0]
    assert kept["of_a_newer_version"] == "kept"
    assert kept["counter_evidence"] == [known.observation]


def test_a_case_has_a_score_of_its_own(page: ScorePage, workplace: Workplace, known: Known) -> None:
    page.about.set_value(known.case)
    page.about.chosen.emit(known.case)
    settle(workplace)
    page.scale.set_value("not-looked-at", "")
    page.rationale.setPlainText("Not for him.")
    page.save.click()
    front(workplace, Search)
    assert own_scores(workplace)[0]["case"] == known.case
    assert own_scores(workplace)[0]["scope"] == "case"


def test_a_submit_that_is_too_early_says_why_in_place(
    page: ScorePage, workplace: Workplace, known: Known
) -> None:
    page.scale.set_value("graded", "good")
    page.rationale.setPlainText("We saw it.")
    page.evidence.set_value([known.note])
    page.hand_in.click()
    settle(workplace)
    states = [item.state for item in do(workplace, reading.snapshot).of_kind("score")]
    if states == ["submitted"]:
        front(workplace, Search)
    else:
        assert "cannot be submitted yet" in page.notice.words


def test_a_piece_of_evidence_can_be_read_from_here(
    page: ScorePage, workplace: Workplace, known: Known
) -> None:
    page.evidence.opened.emit(known.note, "case-note")
    assert front(workplace, RecordPage).record == known.note


def test_a_score_opens_by_its_record(page: ScorePage, workplace: Workplace) -> None:
    score = add(workplace, "score", {"area": "E9", "scope": "whole-area", "rationale": "Mine."})
    again = opened(workplace, {}, score)
    assert again.rationale.toPlainText() == "Mine."
    again.again()(workplace)
    assert front(workplace, ScorePage)._area == "E9"


def test_everybody_can_reach_everything(page: ScorePage) -> None:
    page.save.click()
    check_reach(page)


def submitted(workplace: Workplace, known: Known) -> str:
    fields: dict[str, Json] = {
        "area": "E4", "scope": "whole-area", "status": "graded", "grade": "good",
        "rationale": "First view.", "evidence": [known.note],
    }  # fmt: skip
    return add(workplace, "score", fields, state="submitted")


def test_changing_what_was_submitted_asks_why_and_keeps_the_reason(
    page: ScorePage, workplace: Workplace, known: Known
) -> None:
    record = RecordId(submitted(workplace, known))
    workplace.close_page()
    again = opened(workplace, {"area": "E4"})
    again.rationale.setPlainText("Second view.")
    again.save.click()
    assert again._boxes["change"].problem == "Say why you change what was submitted."
    assert len(do(workplace, lambda desk: reading.history(desk, record))) == 1
    again.change_reason.setText("Read two more cases.")
    again.save.click()
    front(workplace, Search)
    versions = do(workplace, lambda desk: reading.history(desk, record))
    assert versions[-1].header.reason == "Read two more cases."
    assert "change" not in versions[-1].body.fields


def test_half_a_reason_for_a_change_comes_back(
    page: ScorePage, workplace: Workplace, known: Known
) -> None:
    submitted(workplace, known)
    workplace.close_page()
    again = opened(workplace, {"area": "E4"})
    again.change_reason.setFocus()
    type_words("Because I re")
    settle(workplace)
    workplace.close_page()
    assert opened(workplace, {"area": "E4"}).change_reason.text() == "Because I re"


def test_a_saved_score_can_be_taken_back(
    page: ScorePage, workplace: Workplace, known: Known
) -> None:
    page.scale.setFocus()
    press(Qt.Key.Key_0)
    page.rationale.setPlainText("No time.")
    page.save.click()
    search = front(workplace, Search)
    assert len(own_scores(workplace)) == 1
    search.notice._action.click()
    settle(workplace)
    assert own_scores(workplace) == []
    assert search.notice.words.startswith("Taken back")


def test_taking_back_a_change_brings_the_version_before(
    page: ScorePage, workplace: Workplace, known: Known
) -> None:
    submitted(workplace, known)
    workplace.close_page()
    again = opened(workplace, {"area": "E4"})
    again.rationale.setPlainText("Second view.")
    again.change_reason.setText("Read again.")
    again.save.click()
    front(workplace, Search).notice._action.click()
    settle(workplace)
    assert own_scores(workplace)[0]["rationale"] == "First view."
