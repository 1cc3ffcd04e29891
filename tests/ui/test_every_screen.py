"""Every screen as a screen reader and a keyboard meet it, with a real inspection on it."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QPushButton,
    QWidget,
)

from tests.ui import shots
from tests.ui.every_screen import INSPECTOR, LEAD, SCREENS, Tour
from tests.ui.keys import focused, press
from ui import theme
from ui.widgets import a11y
from ui.widgets.page import Page
from ui.widgets.tab_order import stops

Role = QAccessible.Role
SIZES = ((1366, 768, 1.0), (1024, 768, 1.0), (1366, 768, 2.0))
_WALK = 600  # stops; more on one page would be a trap by themselves
_SPEAKS = frozenset(  # what a screen reader says a stop is
    {
        Role.Button, Role.PushButton, Role.CheckBox, Role.RadioButton, Role.EditableText,
        Role.ComboBox, Role.List, Role.Table, Role.Tree, Role.Link, Role.PageTab, Role.SpinBox,
        Role.Slider, Role.ListItem, Role.Cell, Role.ButtonMenu, Role.ButtonDropDown, Role.Graphic,
        Role.Grouping, Role.PageTabList, Role.Document, Role.ScrollBar, Role.StaticText,
    }
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    place = tmp_path_factory.mktemp("screens") / "rehearsal"
    return place, shots.build(place)


@pytest.fixture(scope="module")
def tours(look: QApplication, folder: tuple[Path, dict[str, str]]) -> Iterator[dict[str, Tour]]:
    place, passphrases = folder
    made = {
        who: Tour(look, place / workspace, passphrases[workspace])
        for who, workspace in shots._desks(passphrases)
    }
    yield made
    for tour in made.values():
        tour.end()


@pytest.fixture(scope="module", params=SCREENS)
def screen(request: pytest.FixtureRequest, tours: dict[str, Tour]) -> tuple[Tour, Page]:
    who, _, name = str(request.param).partition("/")
    tour = tours[who]
    tour.window.activateWindow()
    return tour, tour.visit(name)


def test_no_screen_is_left_out(tours: dict[str, Tour]) -> None:
    assert tours["lead"].window.side.names == LEAD
    assert tours["inspector"].window.side.names == INSPECTOR


def test_everything_met_has_a_name(screen: tuple[Tour, Page]) -> None:
    tour, _page = screen
    assert [_told(met) for met in a11y.nameless(tour.window)] == []


def test_the_first_heading_is_the_title_and_the_window_says_it(
    screen: tuple[Tour, Page],
) -> None:
    tour, page = screen
    headings = [met.name for met in a11y.tree(page) if met.role is Role.Heading]
    if tour.window.menuBar().isVisible():  # focus shows one line and nothing else
        assert headings[0] == page.title
    assert tour.window.windowTitle().startswith(page.title)


def test_every_stop_says_what_it_is(screen: tuple[Tour, Page]) -> None:
    _tour, page = screen
    strange = []
    for stop in stops(page):
        if stop.isVisible() and stop.isEnabled():
            role = QAccessible.queryAccessibleInterface(stop).role()
            if role not in _SPEAKS:
                strange.append((type(stop).__name__, stop.accessibleName(), role.name))
    assert strange == []


def test_two_buttons_never_say_the_same(screen: tuple[Tour, Page]) -> None:
    _tour, page = screen
    names = Counter(
        each.accessibleName() or each.text()
        for each in page.findChildren(QPushButton)
        if each.isVisible() and each.isEnabled() and not each.isCheckable()
    )
    assert [name for name, many in names.items() if many > 1] == []


def test_tab_leads_through_every_stop_and_back_and_nothing_traps_it(
    screen: tuple[Tour, Page],
) -> None:
    tour, page = screen
    there = [each for each in stops(page) if each.isVisible() and each.isEnabled()]
    wanted = {each for each in there if not _is_one_of_a_set(each)}
    forward = list(_walk(tour, Qt.Key.Key_Tab))
    assert [_named(each) for each in wanted - set(forward)] == []
    backward = list(_walk(tour, Qt.Key.Key_Backtab))
    assert {*forward} == {*backward}


def test_what_has_the_keyboard_is_in_sight(screen: tuple[Tour, Page]) -> None:
    tour, _page = screen
    hidden = []
    for stop in _walk(tour, Qt.Key.Key_Tab):
        tour.qt.sendPostedEvents()
        if not _seen(stop):
            hidden.append(_named(stop))
    assert hidden == []


@pytest.mark.parametrize(("wide", "high", "scale"), SIZES)
def test_nothing_is_cut_and_nothing_is_too_small_to_hit(
    screen: tuple[Tour, Page], wide: int, high: int, scale: float
) -> None:
    tour, page = screen
    tour.window.resize(wide, high)
    theme.current().scale_text(scale)
    tour.settle()
    try:
        buttons = [each for each in page.findChildren(QAbstractButton) if each.isVisible()]
        small = [each for each in buttons if min(each.width(), each.height()) < 24]
        cut = [each for each in buttons if each.width() + 2 < each.minimumSizeHint().width()]
        labels = [each for each in page.findChildren(QLabel) if each.isVisible() and each.text()]
        short = [
            each.text()
            for each in labels
            if each.wordWrap() and each.heightForWidth(each.width()) > each.height() + 2
        ]
        assert ([_named(b) for b in small], [_named(b) for b in cut], short) == ([], [], [])
        assert page.minimumSizeHint().width() <= wide
    finally:
        theme.current().scale_text(1.0)
        tour.window.resize(1366, 768)


def _walk(tour: Tour, key: Qt.Key) -> Iterator[QWidget]:
    """Press Tab until it comes round."""
    seen: list[QWidget] = []
    for _ in range(_WALK):
        press(key)
        now = focused()
        assert now.window() is tour.window
        if now in seen:
            assert now is seen[0], f"Tab turns in a circle at {_named(now)}"
            return
        seen.append(now)
        yield now
    raise AssertionError(_WALK)


def _is_one_of_a_set(stop: QWidget) -> bool:
    # Tab stops at the chosen one of a set; arrows lead to the others.
    return isinstance(stop, QAbstractButton) and stop.autoExclusive() and not stop.isChecked()


def _seen(stop: QWidget) -> bool:
    """Tell whether some of a stop is inside every frame it lies in."""
    shown = QRect(stop.mapToGlobal(QPoint(0, 0)), stop.size())
    above = stop.parentWidget()
    while above is not None:
        frame = above.viewport() if isinstance(above, QAbstractScrollArea) else above
        shown &= QRect(frame.mapToGlobal(QPoint(0, 0)), frame.size())
        above = above.parentWidget()
    return not shown.isEmpty()


def _named(widget: QWidget) -> str:
    text = getattr(widget, "text", str)()
    return f"{type(widget).__name__} {widget.accessibleName() or text!r}"


def _told(met: a11y.Met) -> str:
    thing = met.thing
    own = thing.objectName() if thing is not None else ""
    return f"{met.role.name} {type(thing).__name__} {own}"
