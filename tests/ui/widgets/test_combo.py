"""A list to choose from keeps what it does not know and ignores the wheel."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.keys import press, show_active
from ui.widgets.combo import Combo, SearchCombo

WORDS = (("a", "Strategy meeting"), ("b", "Core group"))


@pytest.mark.parametrize("made", [Combo, SearchCombo])
def test_nothing_is_chosen_at_first(made: type[Combo], qtbot: QtBot) -> None:
    box = made("What are you watching?")
    qtbot.addWidget(box)
    box.offer(WORDS)
    assert box.value() == ""


@pytest.mark.parametrize("made", [Combo, SearchCombo])
def test_a_key_it_does_not_know_is_shown_and_kept(made: type[Combo], qtbot: QtBot) -> None:
    box = made("What")
    qtbot.addWidget(box)
    box.offer(WORDS)
    box.set_value("older-word")
    assert box.value() == "older-word"
    box.offer(WORDS)
    assert box.value() == "older-word"


def test_the_keyboard_chooses_and_tells(qtbot: QtBot) -> None:
    box = Combo("What")
    qtbot.addWidget(box)
    box.offer(WORDS)
    show_active(qtbot, box)
    box.setFocus()
    with qtbot.waitSignal(box.chosen) as told:
        press(Qt.Key.Key_Down)
    assert told.args == ["a"]
    with qtbot.assertNotEmitted(box.chosen):
        box.set_value("b")
