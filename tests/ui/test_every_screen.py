"""Every screen as a screen reader and a keyboard meet it, with a real inspection on it."""

import shutil
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from tests.ui import shots
from tests.ui.every_screen import INSPECTOR, LEAD, SCREENS, Tour
from tests.ui.keys import focused, press
from ui import theme
from ui.places.help import KEYS
from ui.widgets import a11y
from ui.widgets.deeds import worded
from ui.widgets.page import Page
from ui.widgets.tab_order import stops

Role = QAccessible.Role
SIZES = ((1366, 768), (1024, 768))
_LEAST = 24
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


def test_every_box_that_can_be_filled_says_what_it_is_for(screen: tuple[Tour, Page]) -> None:
    _tour, page = screen
    boxes: list[QWidget] = [
        *page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit),
        *page.findChildren(QComboBox),
    ]  # fmt: skip
    silent = [
        _named(each)
        for each in boxes
        if each.isVisible()
        and not isinstance(each.parentWidget(), QComboBox)  # the box of a list it belongs to
        and not (isinstance(each, QLineEdit | QPlainTextEdit) and each.isReadOnly())
        and not each.accessibleDescription()
    ]
    assert silent == []


def test_two_buttons_never_say_the_same(screen: tuple[Tour, Page]) -> None:
    _tour, page = screen
    names = Counter(
        each.accessibleName() or each.text()
        for each in page.findChildren(QPushButton)
        if each.isVisible() and each.isEnabled() and not each.isCheckable()
    )
    assert [name for name, many in names.items() if many > 1] == []


def test_what_stands_at_the_top_is_in_the_page_menu_and_in_the_list_of_commands(
    screen: tuple[Tour, Page],
) -> None:
    tour, page = screen
    shown = {worded(each.accessibleName())[0] for each in page.offered()}
    menu = tour.window.page_menu
    menu.aboutToShow.emit()
    told = {each.text().partition("\t")[0].replace("&&", "&") for each in menu.actions()}
    assert shown - told == set()
    assert shown - {each.words for each in menu.commands()} == set()


def test_no_key_means_two_things_and_each_is_told_in_words_and_in_help(
    screen: tuple[Tour, Page],
) -> None:
    tour, page = screen
    own = [each for each in page.findChildren(QShortcut) if _holder(each).isVisible()]
    assert [_keys(each) for each in own if not each.whatsThis()] == []
    everywhere = [key.toString() for each in tour.window.actions() for key in each.shortcuts()]
    assert [key for key, many in Counter(everywhere).items() if many > 1] == []
    assert {_keys(each) for each in own} & set(everywhere) == set()
    both = [
        _keys(one)
        for one, other in combinations(own, 2)
        if _keys(one) == _keys(other) and _is_inside(_holder(one), _holder(other))
    ]
    assert both == []
    told = " ".join(keys for _where, keys, _does in KEYS)
    assert {
        _keys(each) for each in own if _keys(each).replace("Return", "Enter") not in told
    } == set()


def _keys(shortcut: QShortcut) -> str:
    return shortcut.key().toString()


def _holder(shortcut: QShortcut) -> QWidget:
    holder = shortcut.parent()
    assert isinstance(holder, QWidget)
    return holder


def _is_inside(one: QWidget, other: QWidget) -> bool:
    return one is other or one.isAncestorOf(other) or other.isAncestorOf(one)


def test_tab_leads_through_every_stop_in_sight_and_back_and_nothing_traps_it(
    screen: tuple[Tour, Page],
) -> None:
    tour, page = screen
    there = [each for each in stops(page) if each.isVisible() and each.isEnabled()]
    wanted = {each for each in there if not _is_one_of_a_set(each)}
    forward, hidden = [], []
    for stop in _walk(tour, Qt.Key.Key_Tab):
        tour.qt.sendPostedEvents()
        forward.append(stop)
        hidden += [] if _seen(stop) else [_named(stop)]
    assert [_named(each) for each in wanted - set(forward)] == []
    assert hidden == []
    backward = list(_walk(tour, Qt.Key.Key_Backtab))
    assert {*forward} == {*backward}


@pytest.mark.parametrize(("wide", "high"), SIZES)
def test_nothing_is_cut_and_nothing_is_too_small_to_hit(
    screen: tuple[Tour, Page], wide: int, high: int
) -> None:
    tour, page = screen
    tour.window.resize(wide, high)
    tour.settle()
    try:
        assert _cut_or_small(page, wide) == []
    finally:
        tour.window.resize(*SIZES[0])


@pytest.mark.parametrize("who", ["lead", "inspector"])
def test_nothing_is_cut_at_twice_the_text_size(
    look: QApplication, folder: tuple[Path, dict[str, str]], who: str
) -> None:
    place, passphrases = folder
    again = place.with_name(f"twice-{who}")  # the desks of the other tests are open
    shutil.copytree(place, again)
    workspace = dict(shots._desks(passphrases))[who]
    # Before anything is open: the whole app is dressed anew for another size.
    theme.current().scale_text(2.0)
    tour = Tour(look, again / workspace, passphrases[workspace])
    try:
        names = [name.partition("/")[2] for name in SCREENS if name.startswith(f"{who}/")]
        wrong = {name: _cut_or_small(tour.visit(name), SIZES[0][0]) for name in names}
        assert {name: found for name, found in wrong.items() if found} == {}
    finally:
        tour.end()


def _cut_or_small(page: Page, wide: int) -> list[str]:
    """Say what of a page is cut, or too small to hit."""
    buttons = [each for each in page.findChildren(QAbstractButton) if each.isVisible()]
    labels = [each for each in page.findChildren(QLabel) if each.isVisible() and each.text()]
    return [
        *(f"small: {_named(b)}" for b in buttons if min(b.width(), b.height()) < _LEAST),
        *(f"cut: {_named(b)}" for b in buttons if b.width() + 2 < b.minimumSizeHint().width()),
        *(
            f"cut: {each.text()}"
            for each in labels
            if each.wordWrap() and each.heightForWidth(each.width()) > each.height() + 2
        ),
        *(["wider than the window"] if page.minimumSizeHint().width() > wide else []),
    ]


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
