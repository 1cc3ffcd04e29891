"""Evaluation: by cell with arrows, Enter reads, G scores; every side of one snapshot."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidencekit.analysis.coverage import By
from tests.ui.keys import press
from tests.ui.places.conftest import Known, add, settle
from tests.ui.places.placing import front, put_place
from tests.ui.places.reach import check_reach
from ui.places.cell_notes import CellNotes
from ui.places.evaluation import Evaluation
from ui.places.score import ScorePage
from ui.places.workplace import Workplace
from ui.widgets.a11y import tree


@pytest.fixture
def page(workplace: Workplace, qtbot: QtBot) -> Evaluation:
    made = put_place(workplace, qtbot, Evaluation)
    settle(workplace)
    return made


def to_area(page: Evaluation, area: str) -> None:
    keys = [page.grid.row_at(page.grid.index(n, 0)).key for n in range(page.grid.rowCount())]
    page.table.setCurrentIndex(page.grid.index(keys.index(area), 0))


def test_the_matrix_is_there_with_the_keyboard_in_it(page: Evaluation) -> None:
    assert page.table.hasFocus()
    assert page._where.text().endswith("OWN-L1")
    assert page._what.text() == "nothing yet"
    assert not page.read.isEnabled()


def test_enter_reads_the_notes_behind_a_cell(page: Evaluation, workplace: Workplace) -> None:
    to_area(page, "E4")
    assert page._what.text() == "1 note"
    press(Qt.Key.Key_Return)
    notes = front(workplace, CellNotes)
    assert notes.list.records.rowCount() == 1


def test_a_gap_says_so_and_opens_nothing(page: Evaluation, workplace: Workplace) -> None:
    press(Qt.Key.Key_Return)
    settle(workplace)
    assert workplace.window.page is page
    assert page.notice.words.startswith("Nothing is recorded here yet.")


def test_g_scores_the_area(page: Evaluation, workplace: Workplace) -> None:
    to_area(page, "E4")
    press(Qt.Key.Key_G)
    assert front(workplace, ScorePage)._area == "E4"


def test_home_and_end_go_to_the_edges_of_a_row(page: Evaluation) -> None:
    press(Qt.Key.Key_End)
    assert page.table.currentIndex().column() == page.grid.grade_column
    press(Qt.Key.Key_Home)
    assert page.table.currentIndex().column() == 0


def test_the_columns_can_be_looked_at_from_every_side(
    page: Evaluation, workplace: Workplace
) -> None:
    for by in By:
        page.by.set_value(by.value)
        page.by.chosen.emit(by.value)
        settle(workplace)
        assert page._matrix is not None
        assert page._matrix.coverage.by is by


def test_a_note_written_elsewhere_counts_and_the_cell_stays(
    page: Evaluation, workplace: Workplace, known: Known
) -> None:
    to_area(page, "E4")
    areas = [{"area": "E4", "polarity": "strength"}]
    add(workplace, "case-note", {"case": known.case, "child_says": "Quiet.", "areas": areas})
    settle(workplace)
    assert page._where.text().endswith("OWN-L1")
    assert page._what.text() == "2 notes, 1 with the child's voice"


def test_scores_stand_in_a_table_of_their_own(
    page: Evaluation, workplace: Workplace, qtbot: QtBot
) -> None:
    score = {"area": "E1", "scope": "whole-area", "status": "graded", "grade": "good"}
    add(workplace, "score", {**score, "rationale": "We read it."})
    settle(workplace)
    qtbot.mouseClick(page.chips.pill("scores"), Qt.MouseButton.LeftButton)
    assert page.scores.isVisible()
    assert not page.table.isVisible()
    page.scores.view.setFocus()
    press(Qt.Key.Key_Return)
    assert front(workplace, ScorePage)._area == "E1"


def test_no_number_on_the_page_is_made_of_grades(page: Evaluation, workplace: Workplace) -> None:
    for area, grade in (("E1", "good"), ("E2", "inadequate")):
        add(workplace, "score", {"area": area, "scope": "whole-area", "status": "graded",
                                 "grade": grade, "rationale": "Because."})  # fmt: skip
    settle(workplace)
    said = " ".join(met.name for met in tree(page)).casefold()
    assert "average" not in said
    assert "overall" not in said
    assert page._subtitle.text().startswith("You scored 2 of ")


def test_cells_are_said_in_sentences(page: Evaluation) -> None:
    names = [met.name for met in tree(page.table)]
    assert any(name.endswith("OWN-L1: 1 note") for name in names)


@pytest.mark.parametrize("chip", ["coverage", "scores", "gaps"])
def test_everybody_can_reach_everything(page: Evaluation, qtbot: QtBot, chip: str) -> None:
    qtbot.mouseClick(page.chips.pill(chip), Qt.MouseButton.LeftButton)
    check_reach(page)


def test_back_from_a_score_the_keyboard_is_on_the_cell_it_was_on(
    page: Evaluation, workplace: Workplace
) -> None:
    to_area(page, "E5")
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_G)
    front(workplace, ScorePage)
    workplace.close_page()
    settle(workplace)
    assert page.matrix.pinned.hasFocus()
    assert page.grid.row_at(page.matrix.pinned.currentIndex()).key == "E5"
    press(Qt.Key.Key_Home)
    assert page.table.hasFocus()
