"""The first page: three ways to begin, and no memory of earlier ones."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.keys import press, show_active, type_words
from tests.ui.places.reach import check_reach
from ui.places.start import Start


@pytest.fixture
def page(qtbot: QtBot) -> Start:
    made = Start()
    qtbot.addWidget(made)
    show_active(qtbot, made)
    made.folder.box.setFocus()
    return made


def test_a_typed_folder_opens_with_enter(page: Start, qtbot: QtBot, tmp_path: Path) -> None:
    type_words(str(tmp_path / "a.evidence"))

    with qtbot.waitSignal(page.open_asked) as asked:
        press(Qt.Key.Key_Return)

    assert asked.args == [tmp_path / "a.evidence"]


def test_the_folder_round_one_workspace_is_understood(
    page: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a.evidence").mkdir()
    page.folder.set_path(tmp_path)

    with qtbot.waitSignal(page.open_asked) as asked:
        page.open_button.click()

    assert asked.args == [tmp_path / "a.evidence"]


def test_no_folder_is_said_beside_the_box(page: Start, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.open_asked):
        page.open_button.click()

    assert page.folder.box.accessibleDescription().startswith("Problem: Choose the folder first.")


def test_setting_up_and_rehearsing_are_one_press_away(page: Start, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.set_up_asked):
        page.set_up.click()
    with qtbot.waitSignal(page.rehearsal_asked):
        page.rehearsal.click()


def test_it_is_within_reach_of_everybody(page: Start) -> None:
    check_reach(page)
