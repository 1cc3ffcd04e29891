"""From counts to the matrix: gaps told apart, and scores in the words of the framework."""

from evidencekit.analysis.coverage import By
from evidencekit.operations.covering import Live
from evidencekit.operations.desk import Desk
from evidencekit.operations.evaluating import Matrix
from evidencekit.operations.following import follow, take
from tests.ui.places.conftest import Known, add, do
from ui.places.evaluation_grid import gap_words, grade_of, grid_columns, grid_rows, score_grade
from ui.places.workplace import Workplace
from ui.qtmodels.coverage_grid import Cell
from ui.widgets.grade import Grade


def matrix(workplace: Workplace, by: By = By.CASE) -> Matrix:
    me = workplace.me.id

    def work(desk: Desk) -> Matrix:
        base = follow(None, take(desk))
        return Live(base.seen, base.about.hidden).matrix(by, me)

    return do(workplace, work)


def score(workplace: Workplace, area: str, status: str, **more: str) -> None:
    fields = {"area": area, "scope": "whole-area", "status": status, "rationale": "Because."}
    add(workplace, "score", {**fields, **more})


def test_not_looked_at_looked_none_found_and_found_are_told_apart(
    workplace: Workplace, known: Known
) -> None:
    score(workplace, "E7", "looked-none-found", case=known.case)
    found = matrix(workplace)
    rows = {row.key: row for row in grid_rows(found, workplace.pack)}
    column = [each.key for each in grid_columns(found)].index(known.case)
    assert rows["E4"].cells[column] == Cell(1)
    assert rows["E7"].cells[column] == Cell(looked=True)
    assert rows["E9"].cells[column] == Cell()


def test_a_score_stands_in_its_word_and_its_place_on_the_scale(workplace: Workplace) -> None:
    score(workplace, "E1", "graded", grade="adequate")
    score(workplace, "E2", "not-looked-at")
    score(workplace, "E3", "looked-none-found")
    score(workplace, "E4", "graded", grade="good", scope="case")
    found = matrix(workplace)
    shown = {area: grade_of(found, area, workplace.pack) for area in ("E1", "E2", "E3", "E4", "E5")}
    assert shown == {
        "E1": Grade("Adequate", 3, 4), "E2": Grade("Not looked at", 0, 4),
        "E3": Grade("Looked, none found", 0, 4), "E4": Grade("1 case only", 0, 4),
        "E5": Grade("Not scored", 0, 4),
    }  # fmt: skip


def test_a_grade_of_another_framework_is_shown_as_it_is(workplace: Workplace) -> None:
    assert score_grade("graded", "requires-improvement", workplace.pack) == Grade(
        "requires-improvement", 0, 4
    )


def test_gaps_only_leaves_out_what_was_looked_at_for_every_child(workplace: Workplace) -> None:
    found = matrix(workplace)
    areas = [row.key for row in grid_rows(found, workplace.pack, gaps_only=True)]
    assert "E4" not in areas
    assert "E1" in areas
    assert gap_words(found, "E1").startswith("OWN-L1")


def test_days_are_said_as_days(workplace: Workplace) -> None:
    assert [each.title for each in grid_columns(matrix(workplace, By.DAY))] == ["20 November"]
