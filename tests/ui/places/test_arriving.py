"""The first focus of a page whose content comes later."""

from pytestqt.qtbot import QtBot

from tests.ui.places.placing import put_place
from ui.places.arriving import begin_here, bring_place
from ui.places.search import Search
from ui.places.workplace import Workplace
from ui.widgets.page import Page


def test_the_keyboard_begins_on_the_page(workplace: Workplace, qtbot: QtBot) -> None:
    page = put_place(workplace, qtbot, Search)
    page.start.setFocus()
    begin_here(workplace, page)
    assert page.box.hasFocus()


def test_somebody_at_the_menu_is_left_there(workplace: Workplace, qtbot: QtBot) -> None:
    page = put_place(workplace, qtbot, Search)
    workplace.window.side.list.setFocus()
    begin_here(workplace, page)
    assert workplace.window.side.list.hasFocus()


def test_search_is_reached_from_a_page_opened_from_it_and_from_the_menu(
    workplace: Workplace, qtbot: QtBot
) -> None:
    page = put_place(workplace, qtbot, Search)
    workplace.open_page(Page("A record"))
    workplace.window.side.list.setFocus()
    bring_place(workplace, "Here")
    assert workplace.window.page is page
    assert page.box.hasFocus()
