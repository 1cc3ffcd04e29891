"""The left menu: names for eyes and ears, wide or narrow, in any height."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.side_menu import SideMenu

PLACES = [(name, "sun") for name in ("Today", "Cases", "Observations", "Evaluation")]


@pytest.fixture
def menu(qtbot: QtBot) -> SideMenu:
    made = SideMenu()
    qtbot.addWidget(made)
    made.set_places(PLACES)
    made.show_desk("Amberford, week 1", "Amara Osei")
    made.show_saved("Saved 10:46:12")
    made.resize(made.width(), 700)
    made.show()
    return made


def test_going_somewhere_is_told_and_marking_is_not(menu: SideMenu, qtbot: QtBot) -> None:
    with qtbot.waitSignal(menu.gone) as told:
        menu.list.setCurrentRow(2)
    assert told.args == [2]
    with qtbot.assertNotEmitted(menu.gone):
        menu.choose(1)
        menu.set_places(PLACES)


def test_narrow_it_keeps_names_for_ears_and_tooltips(menu: SideMenu) -> None:
    menu.narrow(on=True)
    item = menu.list.item(1)
    assert item.text() == ""
    assert item.toolTip() == "Cases (Ctrl+2)"
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Cases"
    assert menu.hide_button.text() == ""
    assert menu.hide_button.accessibleName() == "Hide screen"
    menu.narrow(on=False)
    assert item.text() == "Cases"


def test_hiding_the_screen_is_asked_for(menu: SideMenu, qtbot: QtBot) -> None:
    with qtbot.waitSignal(menu.hide_asked):
        menu.hide_button.click()


def test_rows_shrink_to_fit_a_low_window_but_stay_large_enough(menu: SideMenu) -> None:
    menu.set_places([(f"Place {n}", "sun") for n in range(11)])
    menu.narrow(on=True)
    theme.current().scale_text(2.0)
    menu.resize(menu.width(), 700)
    rows = [menu.list.item(n).sizeHint().height() for n in range(11)]
    assert min(rows) >= 24 * 2
    assert sum(rows) <= menu.list.height()


def test_only_nine_places_have_a_number(menu: SideMenu) -> None:
    menu.set_places([(f"Place {n}", "sun") for n in range(1, 12)])
    assert menu.list.item(8).toolTip() == "Place 9 (Ctrl+9)"
    assert menu.list.item(9).toolTip() == "Place 10"


def test_it_says_who_is_at_work_and_when_it_was_saved(menu: SideMenu) -> None:
    assert menu.saved_words == "Saved 10:46:12"
    assert menu._who.isVisible()
    menu.show_desk("", "")
    assert not menu._who.isVisible()
