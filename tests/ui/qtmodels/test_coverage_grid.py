"""The coverage matrix: every cell a sentence, every gap told."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from ui.qtmodels.coverage_grid import Cell, CoverageGrid, GridColumn, GridRow
from ui.widgets.grade import Grade

Role = Qt.ItemDataRole
COLUMNS = (GridColumn("c1", "Child A"), GridColumn("m", "MAPPA and MARAC", wide=True))
ROWS = (
    GridRow("E4", "E4 Child's voice", (Cell(4, 4), Cell()), 4, Grade("Good", 2, 4)),
    GridRow("E5", "E5 Planning", (Cell(1), Cell(looked=True)), 1),
)


@pytest.fixture
def grid(look: object) -> CoverageGrid:
    made = CoverageGrid()
    made.show_grid(COLUMNS, ROWS)
    return made


def said(grid: CoverageGrid, row: int) -> list[object]:
    return [
        grid.data(grid.index(row, column), Role.AccessibleTextRole)
        for column in range(grid.columnCount())
    ]


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, grid: CoverageGrid) -> None:
    qtmodeltester.check(grid)


def test_every_cell_says_itself_in_one_sentence(grid: CoverageGrid) -> None:
    assert said(grid, 0) == [
        "E4 Child's voice, Child A: 4 notes, 4 with the child's voice",
        "E4 Child's voice, MAPPA and MARAC: nothing yet",
        "E4 Child's voice: 4 notes in all",
        "E4 Child's voice: your score Good",
    ]
    assert said(grid, 1) == [
        "E5 Planning, Child A: 1 note",
        "E5 Planning, MAPPA and MARAC: looked, none found",
        "E5 Planning: 1 note in all",
        "E5 Planning: your score none",
    ]


def test_a_pack_without_grades_has_no_grade_column(grid: CoverageGrid) -> None:
    assert grid.columnCount() == 4
    grid.show_grid(COLUMNS, ROWS[1:])
    assert grid.columnCount() == 3
    assert not grid.has_grades


def test_headers_name_the_areas_and_what_stands_across(grid: CoverageGrid) -> None:
    across = [grid.headerData(n, Qt.Orientation.Horizontal) for n in range(5)]
    assert across == ["Child A", "MAPPA and MARAC", "All notes", "Your score", None]
    assert grid.headerData(1, Qt.Orientation.Vertical) == "E5 Planning"
    assert grid.headerData(7, Qt.Orientation.Vertical) is None
    assert grid.headerData(0, Qt.Orientation.Vertical, Role.DecorationRole) is None


def test_what_is_counted_has_the_name_it_is_given(look: object) -> None:
    made = CoverageGrid(("item of evidence", "items of evidence"))
    made.show_grid(COLUMNS, ROWS)
    assert said(made, 0)[2] == "E4 Child's voice: 4 items of evidence in all"


def test_more_evidence_is_never_lighter() -> None:
    levels = [Cell(count).level for count in range(8)]
    assert levels == [0, 1, 2, 2, 3, 3, 3, 3]


def test_numbers_are_shown_and_nothing_stands_outside(grid: CoverageGrid) -> None:
    shown = [grid.data(grid.index(0, column)) for column in range(4)]
    assert shown == ["4", "0", "4", "Good"]
    assert grid.data(grid.index(1, 3)) == ""
    assert grid.data(QModelIndex()) is None
    assert grid.data(grid.index(0, 0), Role.DecorationRole) is None
    assert grid.cell_at(grid.index(0, 2)) is None


def test_blank_not_looked_at_and_none_found_are_three_things(grid: CoverageGrid) -> None:
    said_so = [grid.said(each) for each in (Cell(), Cell(unlooked=True), Cell(looked=True))]
    assert said_so == ["nothing yet", "said not looked at", "looked, none found"]
