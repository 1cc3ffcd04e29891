"""One's own scores in a table."""

from pytestqt.qtbot import QtBot

from evidencekit.analysis.coverage import By
from tests.ui.places.conftest import add
from tests.ui.places.test_evaluation_grid import matrix
from ui.places.evaluation_scores import ScoresPart
from ui.places.workplace import Workplace


def test_a_score_is_shown_with_its_reason_as_written(workplace: Workplace, qtbot: QtBot) -> None:
    add(workplace, "score", {
        "area": "E1", "scope": "whole-area", "status": "graded", "grade": "good",
        "rationale": "We read\nten files.", "evidence": [],
    })  # fmt: skip
    part = ScoresPart(workplace.pack)
    qtbot.addWidget(part)
    assert part.current_area() == ""
    part.show_matrix(matrix(workplace, By.INSPECTOR))
    cells = [part.table.data(part.table.index(0, column)) for column in range(5)]
    assert cells[1:] == ["Good", "1", "", "We read ten files."]
    part.view.setCurrentIndex(part.table.index(1, 0))
    part.show_matrix(matrix(workplace, By.INSPECTOR))
    assert part.current_area() == "E2"
    part.resize(900, 400)
    assert not part.grab().isNull()
