"""Settings lead to the keys and say when each was last seen to."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from evidencekit.operations import keys
from evidencekit.operations.keys import Done
from tests.ui.places.conftest import do, settle
from tests.ui.places.placing import front, put_place
from tests.ui.places.reach import check_reach
from ui.places.look_settings import LookSettings
from ui.places.search import Search
from ui.places.settings import Settings
from ui.places.settings_code import NewRecoveryCode, RecoveryDrill
from ui.places.settings_keys import KeysCard
from ui.places.settings_passphrase import ChangePassphrase
from ui.places.workplace import Workplace


@pytest.fixture
def card(workplace: Workplace, qtbot: QtBot, tmp_path: Path) -> KeysCard:
    put_place(workplace, qtbot, Search)
    workplace.open_page(Settings(LookSettings(tmp_path / "look.ini"), workplace))
    page = front(workplace, Settings)
    assert page.keys is not None
    return page.keys


def test_each_way_in_has_its_page(card: KeysCard, workplace: Workplace) -> None:
    for way, page in (
        (card.change, ChangePassphrase),
        (card.replace, NewRecoveryCode),
        (card.drill, RecoveryDrill),
    ):  # fmt: skip
        way.click()
        assert isinstance(workplace.window.page, page)
        workplace.close_page()


def test_what_was_done_is_said_with_its_date_when_one_comes_back(
    card: KeysCard, workplace: Workplace
) -> None:
    assert "was not tried" in card.told.text()
    card.drill.click()
    do(workplace, lambda desk: keys.note(desk, Done.DRILL))
    workplace.close_page()
    settle(workplace)
    assert card.told.text().startswith("Recovery code tried 20/11/2012 10:")


def test_everybody_can_reach_everything(card: KeysCard, workplace: Workplace) -> None:
    check_reach(front(workplace, Settings))
