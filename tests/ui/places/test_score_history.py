"""Earlier versions of one's own score, newest first, each with its reasons."""

from pytestqt.qtbot import QtBot

from evidencekit.canonical import Json
from evidencekit.operations import capture, reading
from evidencekit.operations.capture import Entry
from tests.ui.places.conftest import Known, add, do
from ui.places.score_history import ScoreHistory
from ui.places.workplace import Workplace
from ui.widgets.a11y import tree


def _view(grade: str, why: str) -> dict[str, Json]:
    return {
        "area": "E4", "scope": "whole-area", "status": "graded", "grade": grade, "rationale": why,
        "evidence": ["one", "two"],
    }  # fmt: skip


def test_versions_stand_side_by_side_newest_first(
    workplace: Workplace, known: Known, qtbot: QtBot
) -> None:
    record = add(workplace, "score", _view("good", "First view."), state="submitted")
    later = Entry(
        kind="score", fields=_view("adequate", "Second view."), record=record, reason="Read on."
    )
    do(workplace, lambda desk: capture.capture(desk, later))
    history = do(workplace, lambda desk: reading.history(desk, record))
    made = ScoreHistory()
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show_history(history, workplace.pack, workplace.zone)
    made.show()
    names = [met.name for met in tree(made)]
    assert names.index("Second view.") < names.index("First view.")
    assert "Grade: Adequate" in names
    assert "Changed because: Read on." in names
    assert "Rests on 2 records." in names
    assert sum("Submitted" in name for name in names) == 1
    made.show_history((), workplace.pack, workplace.zone)
    assert made.isHidden()
