"""Pills are real radio buttons and check boxes; arrows move among them."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.keys import focused, press, show_active
from ui import theme
from ui.widgets.a11y import tree
from ui.widgets.segment import CheckPill, Pill, Segments


@pytest.fixture
def shown(qtbot: QtBot) -> Segments:
    made = Segments("Show", [("all", "All"), ("gaps", "Gaps only"), ("grades", "Grades")])
    qtbot.addWidget(made)
    show_active(qtbot, made)
    return made


def test_the_first_is_chosen_and_one_at_a_time(shown: Segments, qtbot: QtBot) -> None:
    assert shown.value() == "all"
    with qtbot.waitSignal(shown.chosen) as told:
        shown.pill("gaps").click()
    assert told.args == ["gaps"]
    assert shown.value() == "gaps"


def test_setting_tells_nobody(shown: Segments, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(shown.chosen):
        shown.set_value("grades")
    assert shown.value() == "grades"


def test_arrows_choose_the_next_one(shown: Segments, qtbot: QtBot) -> None:
    shown.pill("all").setFocus()
    with qtbot.waitSignal(shown.chosen):
        press(Qt.Key.Key_Right)
    assert focused() is shown.pill("gaps")
    assert shown.value() == "gaps"


def test_they_read_as_radio_buttons_in_a_named_group(shown: Segments) -> None:
    met = list(tree(shown))
    assert (met[0].role.name, met[0].name) == ("Grouping", "Show")
    assert {m.role.name for m in met[1:]} == {"RadioButton"}


def test_an_icon_changes_colour_when_it_is_on(qtbot: QtBot) -> None:
    for made in (Pill("Quote", "quote"), CheckPill("Child's voice", "ear")):
        qtbot.addWidget(made)
        before = made.icon().pixmap(16, 16).toImage()
        made.setChecked(True)
        assert made.icon().pixmap(16, 16).toImage() != before


def test_pills_are_large_enough_and_grow(qtbot: QtBot) -> None:
    made = Pill("Quote", "quote")
    qtbot.addWidget(made)
    made.ensurePolished()
    before = made.sizeHint().height()
    assert before >= 24
    theme.current().scale_text(2.0)
    assert made.sizeHint().height() >= before * 1.8


def test_tab_finds_the_chosen_one_even_when_it_was_chosen_for_the_person(shown: Segments) -> None:
    shown.set_value("grades")
    stops = [
        key for key in ("all", "gaps", "grades")
        if shown.pill(key).focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    ]  # fmt: skip
    assert stops == ["grades"]
