"""The lists behind "Before you leave"."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidencekit.operations.still_open import Open
from tests.ui.keys import press, show_active
from tests.ui.places.conftest import Known, settle
from tests.ui.places.reach import check_reach
from ui.places.all import places
from ui.places.still_open import StillOpen, show_still_open
from ui.places.today import Today
from ui.places.workplace import Workplace


def begin(workplace: Workplace, qtbot: QtBot, what: Open) -> StillOpen:
    """Open one of the lists over Today."""
    show_active(qtbot, workplace.window)
    workplace.window.show_places(places(workplace))
    show_still_open(workplace, what)
    settle(workplace)
    page = workplace.window.page
    assert isinstance(page, StillOpen)
    return page


def test_drafts_are_listed_and_enter_opens_one_for_writing(
    workplace: Workplace, known: Known, qtbot: QtBot
) -> None:
    page = begin(workplace, qtbot, Open.DRAFTS)
    assert page.list.records.rowCount() == 4
    assert page.list.hasFocus()
    settle(workplace)

    press(Qt.Key.Key_Return)
    settle(workplace)

    assert workplace.window.page is not page


@pytest.mark.parametrize("what", list(Open))
def test_each_list_says_what_it_holds(workplace: Workplace, qtbot: QtBot, what: Open) -> None:
    page = begin(workplace, qtbot, what)

    assert page.title
    check_reach(page)


def test_an_empty_list_leads_back(workplace: Workplace, qtbot: QtBot) -> None:
    page = begin(workplace, qtbot, Open.CONCERNS)
    assert page.empty.button.isVisible()

    page.empty.button.click()

    assert isinstance(workplace.window.page, Today)
