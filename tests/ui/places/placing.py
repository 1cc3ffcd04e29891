"""Put one place into the window of a test, read to the end, with the keyboard in it."""

from collections.abc import Callable
from typing import TypeVar

from pytestqt.qtbot import QtBot

from tests.ui.keys import show_active
from tests.ui.places.conftest import settle
from ui.places.workplace import Workplace
from ui.widgets.page import Page, PlaceSpec

P = TypeVar("P", bound=Page)


def put_place(workplace: Workplace, qtbot: QtBot, make: Callable[[Workplace], P]) -> P:
    """Make a place the only one of the window."""
    made: list[P] = []

    def build() -> Page:
        made.append(make(workplace))
        return made[0]

    show_active(qtbot, workplace.window)
    workplace.window.show_places([PlaceSpec("Here", "sun", build)])
    settle(workplace)
    first = made[0].first_focus()
    if first is not None:
        first.setFocus()
    return made[0]


def front(workplace: Workplace, kind: type[P]) -> P:
    """Give the page in front, which must be of a kind."""
    settle(workplace)
    page = workplace.window.page
    assert isinstance(page, kind)
    return page
