"""The main menu: what everybody has, what only the lead has, and that each place opens."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.keys import show_active
from tests.ui.places.conftest import settle
from ui.places.all import places
from ui.places.workplace import Workplace
from ui.widgets import a11y

EVERYBODY = [
    "Today", "Cases", "Observations", "Evaluation", "Journey", "Search", "Hand over", "Team",
    "Findings",
]  # fmt: skip
LEADS = ["Merge", "Report"]


def test_the_lead_has_two_places_more(workplace: Workplace, inspector_workplace: Workplace) -> None:
    assert [spec.name for spec in places(workplace)] == [*EVERYBODY, *LEADS]
    assert [spec.name for spec in places(inspector_workplace)] == EVERYBODY


@pytest.mark.parametrize("name", [*EVERYBODY, *LEADS])
def test_each_place_opens_under_its_name_with_everything_named(
    workplace: Workplace, qtbot: QtBot, name: str
) -> None:
    show_active(qtbot, workplace.window)
    workplace.window.show_places(places(workplace))
    settle(workplace)

    workplace.go(name)
    settle(workplace)

    page = workplace.window.page
    assert page is not None
    assert workplace.window.where() == (name, [])
    assert page.title
    assert not a11y.nameless(page)
