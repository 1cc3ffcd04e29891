"""The matrix on screen: arrows by cell, Enter, G, and cells one can tell apart without colour."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.ui.keys import press, show_active
from tests.ui.qtmodels.test_coverage_grid import COLUMNS, ROWS
from ui import theme
from ui.qtmodels.coverage_grid import Cell, CoverageGrid, GridColumn, GridRow
from ui.qtmodels.coverage_view import CoverageView, paint_cell
from ui.theme import ThemeName
from ui.widgets.a11y import tree


@pytest.fixture
def view(qtbot: QtBot) -> CoverageView:
    grid = CoverageGrid()
    made = CoverageView("Coverage: areas by children and meetings", grid)
    qtbot.addWidget(made)
    grid.show_grid(COLUMNS, ROWS)
    made.resize(800, 400)
    show_active(qtbot, made)
    made.setCurrentIndex(grid.index(0, 0))
    made.setFocus()
    return made


def test_arrows_go_by_cell_and_say_where(view: CoverageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.pointed_at) as pointed:
        press(Qt.Key.Key_Right)
    assert pointed.args == ["E4 Child's voice, MAPPA and MARAC: nothing yet"]
    press(Qt.Key.Key_End)
    assert view.currentIndex().column() == 3
    press(Qt.Key.Key_Home)
    assert view.currentIndex().column() == 0


def test_enter_opens_the_cell_and_the_sum_opens_the_area(view: CoverageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.opened) as opened:
        press(Qt.Key.Key_Return)
    assert opened.args == ["E4", "c1"]
    press(Qt.Key.Key_End)
    with qtbot.waitSignal(view.opened) as opened:
        press(Qt.Key.Key_Return)
    assert opened.args == ["E4", ""]


def test_g_asks_for_the_areas_grade(view: CoverageView, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Down)
    with qtbot.waitSignal(view.grade_asked) as asked:
        press(Qt.Key.Key_G)
    assert asked.args == ["E5"]


def test_keys_do_nothing_in_an_empty_matrix(qtbot: QtBot) -> None:
    made = CoverageView("Coverage", CoverageGrid())
    qtbot.addWidget(made)
    show_active(qtbot, made)
    made.setFocus()
    with qtbot.assertNotEmitted(made.opened):
        press(Qt.Key.Key_Return)


def test_a_screen_reader_meets_cells_as_sentences(view: CoverageView) -> None:
    names = [met.name for met in tree(view)]
    assert "Coverage: areas by children and meetings" in names
    assert "E4 Child's voice, Child A: 4 notes, 4 with the child's voice" in names


@pytest.mark.parametrize("name", [ThemeName.LIGHT, ThemeName.DARK, ThemeName.CONTRAST])
def test_a_gap_and_a_full_cell_look_different_in_every_theme(name: ThemeName, look: object) -> None:
    theme.current().choose(name)
    seen = {_drawn(cell) for cell in (Cell(), Cell(1), Cell(4), Cell(4, 1), Cell(looked=True))}
    assert len(seen) == 5


def _drawn(cell: Cell) -> bytes:
    image = QImage(60, 36, QImage.Format.Format_RGB32)
    image.fill(theme.colour("card"))
    painter = QPainter(image)
    paint_cell(painter, QRectF(3, 3, 54, 30), cell)
    painter.end()
    return bytes(image.constBits())


def test_the_grid_grows_with_the_text(view: CoverageView) -> None:
    before = view.columnWidth(0), view.rowHeight(0)
    theme.current().scale_text(2.0)
    assert (view.columnWidth(0), view.rowHeight(0)) == (before[0] * 2, before[1] * 2)


def test_long_titles_break_into_lines_that_all_have_room(view: CoverageView) -> None:
    before = view.horizontalHeader().height()
    long = GridColumn("c1", "Initial child protection conference with all agencies", wide=True)
    view._grid.show_grid((long,), (GridRow("E1", "1 Referral", (Cell(1),), 1),))
    assert view.horizontalHeader().height() > before
