"""Boxes outside forms say what they are for, from one place."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.widgets.blank_date import DateInput
from ui.widgets.combo import Combo
from ui.widgets.hints import HINTS, PARTS, explain, hint_for


@pytest.mark.parametrize("name", HINTS)
def test_each_list_is_explained_by_its_name_alone(name: str, qtbot: QtBot) -> None:
    made = Combo(name)
    qtbot.addWidget(made)
    assert made.accessibleDescription() == made.toolTip() == HINTS[name]


def test_every_hint_is_a_sentence() -> None:
    for hint in (*HINTS.values(), *PARTS.values()):
        assert hint[0].isupper()
        assert hint.endswith(".")


def test_the_parts_of_a_date_are_explained(qtbot: QtBot) -> None:
    made = DateInput("Dated")
    qtbot.addWidget(made)
    said = {part: box.accessibleDescription() for part, box in made.boxes.items()}
    assert said == {part: PARTS[part] for part in ("day", "month", "year")}
    assert hint_for("Dated, time") == PARTS["time"]


def test_a_box_that_says_it_already_keeps_its_words(qtbot: QtBot) -> None:
    made = QLineEdit()
    qtbot.addWidget(made)
    made.setAccessibleName("Stage")
    made.setAccessibleDescription("Which stage this is.")
    explain(made)
    assert made.accessibleDescription() == "Which stage this is."
    assert hint_for("Nobody knows this box") == ""
