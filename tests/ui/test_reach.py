"""Everything that can be drawn, drawn at once: named, large enough, whole, in every look."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.ui.forms.sources import EVERY_ANSWER, EVERY_FIELD, choices, words
from tests.ui.qtmodels.test_coverage_grid import COLUMNS, ROWS
from ui import theme
from ui.forms.form import Form
from ui.qtmodels.coverage_grid import CoverageGrid
from ui.qtmodels.coverage_key import CoverageKey
from ui.qtmodels.coverage_view import CoverageView
from ui.qtmodels.record_list import RecordList
from ui.qtmodels.record_table import RecordRow, RecordTable
from ui.theme import ThemeName
from ui.widgets.a11y import nameless
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.grade import Grade, GradeBadge
from ui.widgets.heading import label
from ui.widgets.page import Page, PlaceSpec
from ui.widgets.segment import CheckPill, Segments
from ui.widgets.tag import Tag
from ui.window import Window


class Everything(Page):
    """A page with every widget on it."""

    def __init__(self) -> None:
        super().__init__("Strategy meeting, Child A", "Civic Centre, room 4. 7 people.")
        self.add_action(button("Print", icon="printer"))
        self.add_action(button("Start taking notes", kind="primary", icon="notebook-pen"))
        left, right = self.add_columns()
        kinds = ("", "primary", "quiet", "link")
        left.addWidget(
            Card(
                label("Next, in 12 minutes", "overline"),
                label("Initial child protection conference, Child C", "h2"),
                label("10:30 to 11:30. By video.", "muted", wrap=True),
                flow(*(button("Read the case first", kind=k, icon="folder-open") for k in kinds)),
                flow(GradeBadge(Grade("Adequate", 3, 4)), Tag("Two versions", "caution")),
                tone="accent",
            )
        )
        right.addWidget(Segments("Show", [("a", "Coverage"), ("b", "Grades"), ("c", "Gaps only")]))
        right.addWidget(CheckPill("Child's voice", "ear"))
        right.addWidget(CoverageKey())
        grid = CoverageGrid()
        grid.show_grid(COLUMNS, ROWS)
        self.body.addWidget(CoverageView("Coverage", grid))
        rows = [RecordRow(f"r{n}", f"Note {n}", "A detail", "10:46") for n in range(9)]
        table = RecordTable(lambda start, limit: rows[start : start + limit], len(rows))
        self.body.addWidget(RecordList("Notes", table))
        self.form = Form(EVERY_FIELD, words, choices)
        self.form.set_answers(EVERY_ANSWER)
        self.form.show_problems([("my_text", "Enter the place.")])
        self.body.addWidget(self.form)
        self.notice.say("Kept.", "2 to look at before you submit.", tone="ok", action="Undo")
        self.add_rail("Areas heard").addWidget(Card(label("Areas heard", "h3")))


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    made = Window()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show_desk("Amberford, week 1", "Amara Osei")
    made.show_places([PlaceSpec("Everything", "layers", Everything)])
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


LOOKS = [(name, scale) for name in ThemeName for scale in (0.9, 1.0, 1.5, 2.0)]


def put_on(window: Window, name: ThemeName, scale: float, qtbot: QtBot) -> QWidget:
    theme.current().choose(name)
    theme.current().scale_text(scale)
    page = window.page
    assert page is not None
    qtbot.waitUntil(lambda: page.is_compact == (1366 / scale < 1100))
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    return window


@pytest.mark.parametrize(("name", "scale"), LOOKS, ids=str)
def test_all_is_named_large_enough_and_whole(
    window: Window, name: ThemeName, scale: float, qtbot: QtBot
) -> None:
    shown = put_on(window, name, scale, qtbot)
    assert nameless(shown) == []
    assert [b for b in shown.findChildren(QAbstractButton) if _is_small(b)] == []
    assert [b.text() for b in shown.findChildren(QPushButton) if _is_cut(b)] == []
    assert [part.text() for part in shown.findChildren(QLabel) if _is_short(part)] == []


def _is_small(target: QAbstractButton) -> bool:
    return target.isVisible() and min(target.width(), target.height()) < 24


def _is_cut(target: QPushButton) -> bool:
    return target.isVisible() and target.width() + 2 < target.minimumSizeHint().width()


def _is_short(part: QLabel) -> bool:
    if not part.isVisible() or not part.text():
        return False
    room = part.contentsRect().adjusted(0, 0, 2, 2)
    if part.wordWrap():
        return part.heightForWidth(part.width()) > part.height() + 2
    return QFontMetrics(part.font()).horizontalAdvance(part.text()) > room.width()


def test_the_page_never_scrolls_two_ways_at_twice_the_size(window: Window, qtbot: QtBot) -> None:
    put_on(window, ThemeName.LIGHT, 2.0, qtbot)
    page = window.page
    assert isinstance(page, Everything)
    assert page.form.width() <= page.width()
    assert page.minimumSizeHint().width() <= 1366 - window.side.width()


class Windows(QObject):
    """Counts the windows that appear."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_making_and_changing_a_page_never_flashes_a_window(
    window: Window, look: QApplication
) -> None:
    windows = Windows()
    look.installEventFilter(windows)
    page = Everything()
    page.form.set_answers({})
    page.form.set_answers(EVERY_ANSWER)
    window.open_page(page)
    theme.current().choose(ThemeName.DARK)
    window.close_page()
    look.removeEventFilter(windows)
    assert windows.shown == []
