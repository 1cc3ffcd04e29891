"""File, Print: what is in front when it can be printed, else the way to what can."""

from pytestqt.qtbot import QtBot

from tests.ui.keys import show_active
from tests.ui.places.conftest import Known, settle
from ui.places.all import places
from ui.places.journey import JourneyPlace
from ui.places.printing import Printable, print_in_front
from ui.places.workplace import Workplace


def test_from_a_page_without_print_it_leads_to_the_journey(
    workplace: Workplace, known: Known, qtbot: QtBot
) -> None:
    show_active(qtbot, workplace.window)
    workplace.window.show_places(places(workplace))
    settle(workplace)
    assert not isinstance(workplace.window.page, Printable)
    print_in_front(workplace)
    settle(workplace)
    assert isinstance(workplace.window.page, JourneyPlace)
    assert isinstance(workplace.window.page, Printable)
