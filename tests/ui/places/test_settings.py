"""Settings take effect at once, by keyboard too."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.keys import press, show_active
from tests.ui.places.reach import check_reach
from ui import theme
from ui.places.look_settings import LookSettings
from ui.places.settings import Settings
from ui.theme import ThemeName


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[LookSettings]:
    made = LookSettings(tmp_path / "look.ini")
    made.put_on()
    yield made
    made.let_go()


@pytest.fixture
def page(qtbot: QtBot, kept: LookSettings) -> Settings:
    made = Settings(kept)
    qtbot.addWidget(made)
    show_active(qtbot, made)
    return made


def test_an_arrow_changes_the_theme_of_everything(page: Settings) -> None:
    first = page.first_focus()
    assert first is not None
    first.setFocus()

    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)

    assert theme.current().name is ThemeName.DARK


def test_the_text_grows_up_to_200_percent(page: Settings) -> None:
    for _ in range(15):
        page.larger.click()

    assert theme.current().scale == 2.0
    assert page.text_size.text() == "200 %"
    assert not page.larger.isEnabled()


def test_idle_minutes_are_told_at_once(page: Settings, kept: LookSettings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(kept.idle_changed) as told:
        page.idle.pill("5").click()

    assert told.args == [5]


def test_everything_can_be_put_back(page: Settings, kept: LookSettings) -> None:
    page.theme.pill("dark").click()
    page.idle.pill("30").click()

    page.put_back.click()

    assert theme.current().name is ThemeName.AUTOMATIC
    assert kept.idle_minutes == 10
    assert page.idle.value() == "10"


def test_it_is_within_reach_of_everybody(page: Settings) -> None:
    check_reach(page)


def test_the_caret_can_stand_still_and_does_so_at_the_next_start(
    page: Settings, kept: LookSettings
) -> None:
    page.caret.pill("still").click()
    assert QApplication.cursorFlashTime() == 0
    kept.let_go()
    theme.current().keep_still(on=False)

    kept.put_on()

    assert theme.current().is_still
    page.put_back.click()
    assert QApplication.cursorFlashTime() > 0
    assert page.caret.value() == "blinks"
