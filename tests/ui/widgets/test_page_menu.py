"""The Page menu holds what the page in front offers, and nothing stale."""

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.button import button
from ui.widgets.page import Page, PlaceSpec
from ui.widgets.page_menu import NOTHING
from ui.window import Window


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    return made


def told(window: Window) -> list[str]:
    window.page_menu.aboutToShow.emit()
    return [each.text() for each in window.page_menu.actions()]


def test_it_stands_before_go_and_takes_no_letter_that_notes_need(window: Window) -> None:
    titles = [each.text() for each in window.menuBar().actions()]
    assert titles.index("P&age") == titles.index("&Go") - 1


def test_it_shows_the_buttons_of_the_page_with_their_keys_and_presses_them(window: Window) -> None:
    done: list[str] = []
    page = Page("Cases")
    page.add_action(button("Add a case", lambda: done.append("case")))
    page.add_action(button("Hand over", lambda: done.append("button")))
    window.add_command("File", "&Hand over", "Ctrl+E", lambda: done.append("menu"))
    window.show_places([PlaceSpec("Cases", "users", lambda: page)])
    assert told(window) == ["Add a case", "Hand over\tCtrl+E"]
    window.page_menu.actions()[0].trigger()
    assert done == ["case"]
    words = [each.words for each in window.page_menu.commands()]
    assert words.count("Hand over") == 1
    assert words[0] == "Add a case"


def test_a_page_that_offers_nothing_says_so(window: Window) -> None:
    assert told(window) == [NOTHING]
    window.show_alone(Page("Unlock"))
    assert told(window) == [NOTHING]
    assert window.page_menu.offered() == []
    assert not window.page_menu.actions()[0].isEnabled()
