"""One's own score stays in sight however many children there are, and the keyboard crosses over."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.keys import focused, press, show_active
from ui import theme
from ui.qtmodels.coverage_grid import Cell, CoverageGrid, GridColumn, GridRow
from ui.qtmodels.coverage_pinned import PinnedCoverage
from ui.widgets.grade import Grade

_CHILDREN = 30


@pytest.fixture
def matrix(qtbot: QtBot) -> PinnedCoverage:
    grid = CoverageGrid()
    made = PinnedCoverage("Coverage", grid)
    qtbot.addWidget(made)
    columns = [GridColumn(f"c{n}", f"SH-{n:02}") for n in range(_CHILDREN)]
    cells = tuple(Cell(n % 4) for n in range(_CHILDREN))
    rows = [GridRow(f"E{n}", f"{n} Area", cells, 40, Grade("Good", 2, 4)) for n in range(1, 20)]
    grid.show_grid(columns, rows)
    made.resize(900, 400)
    show_active(qtbot, made)
    made.view.setFocus()
    made.view.setCurrentIndex(grid.index(0, 0))
    return made


def test_the_score_is_in_sight_whatever_is_scrolled_to(matrix: PinnedCoverage) -> None:
    grade = matrix.view.model().index(0, _CHILDREN + 1)
    for column in (0, 15, _CHILDREN - 1):
        matrix.view.setCurrentIndex(matrix.view.model().index(0, column))
        seen = matrix.pinned.visualRect(grade)
        assert matrix.pinned.viewport().rect().contains(seen.topLeft())
        assert seen.width() > 100


def test_right_at_the_last_child_goes_on_to_the_sum_and_left_comes_back(
    matrix: PinnedCoverage,
) -> None:
    matrix.view.setCurrentIndex(matrix.view.model().index(2, _CHILDREN - 1))
    press(Qt.Key.Key_Right)
    assert focused() is matrix.pinned
    assert matrix.pinned.currentIndex().column() == _CHILDREN
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    assert matrix.pinned.currentIndex().column() == _CHILDREN + 1
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    assert focused() is matrix.view
    assert matrix.view.currentIndex().row() == 2
    assert matrix.view.currentIndex().column() == _CHILDREN - 1


def test_both_sides_scroll_and_choose_as_one(matrix: PinnedCoverage, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Down)
    assert matrix.pinned.currentIndex().row() == 1
    bar = matrix.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert matrix.pinned.verticalScrollBar().value() == bar.value() > 0
    last = matrix.view.model().index(18, 0)
    assert (
        matrix.view.visualRect(last).top()
        == matrix.pinned.visualRect(matrix.view.model().index(18, _CHILDREN)).top()
    )
    with qtbot.waitSignal(matrix.pinned.grade_asked) as asked:
        matrix.pinned.setFocus()
        matrix.pinned.setCurrentIndex(matrix.view.model().index(4, _CHILDREN + 1))
        press(Qt.Key.Key_G)
    assert asked.args == ["E5"]


def test_an_empty_matrix_and_large_text_leave_nothing_broken(matrix: PinnedCoverage) -> None:
    theme.current().scale_text(2.0)
    assert matrix.pinned.width() > 300
    grid = matrix.view.model()
    assert isinstance(grid, CoverageGrid)
    grid.show_grid([], [])
    press(Qt.Key.Key_Right)
    assert not matrix.grab().isNull()
