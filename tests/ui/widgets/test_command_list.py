"""Commands by their words: found, walked and done with the keyboard alone."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import focused, press, show_active, type_words
from ui import theme
from ui.widgets.command_list import NOTHING, Command, CommandList

Key = Qt.Key


class Desk(QWidget):
    """A window with a box, three commands, and a note of what was done."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.box = QLineEdit("half a sen")
        QVBoxLayout(self).addWidget(self.box)
        self.list = CommandList(self, self.commands)
        self.resize(900, 600)

    def commands(self) -> list[Command]:
        return [
            Command(words, keys, where, partial(self.done.append, words))
            for words, keys, where in (
                ("Lock now", "Ctrl+L", "File"),
                ("Hand over", "Ctrl+E", "File"),
                ("High contrast", "", "View"),
            )
        ]


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    made = Desk()
    qtbot.addWidget(made)
    show_active(qtbot, made)
    made.box.setFocus()
    return made


def test_every_command_is_there_and_the_box_has_the_keyboard(desk: Desk) -> None:
    desk.list.ask()
    assert desk.list.found == ("Lock now", "Hand over", "High contrast")
    assert focused() is desk.list.box
    assert desk.list.list.currentRow() == 0


def test_letters_narrow_it_down_and_enter_does_it(desk: Desk) -> None:
    desk.list.ask()
    type_words("ove ha")
    assert desk.list.found == ("Hand over",)
    press(Key.Key_Return)
    assert desk.done == ["Hand over"]
    assert not desk.list.isVisible()
    assert focused() is desk.box


def test_what_begins_as_typed_comes_before_what_only_holds_it(desk: Desk) -> None:
    desk.list.ask()
    type_words("h")
    assert desk.list.found == ("Hand over", "High contrast")
    press(Key.Key_Backspace)
    type_words("con")
    assert list(desk.list.found) == ["High contrast"]


def test_the_menu_it_stands_in_finds_a_command_too(desk: Desk) -> None:
    desk.list.ask()
    type_words("file lock")
    assert desk.list.found == ("Lock now",)


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        ([Key.Key_Down], 1),
        ([Key.Key_Up], 2),  # round the end
        ([Key.Key_PageDown], 2),
        ([Key.Key_PageDown, Key.Key_PageUp], 0),
    ],
)
def test_arrows_walk_the_list_while_the_box_keeps_the_keyboard(
    desk: Desk, keys: list[Qt.Key], row: int
) -> None:
    desk.list.ask()
    for key in keys:
        press(key)
    assert desk.list.list.currentRow() == row
    assert focused() is desk.list.box


def test_escape_and_asking_again_put_it_away_and_nothing_is_done(desk: Desk) -> None:
    ways: tuple[Callable[[], None], ...] = (lambda: press(Key.Key_Escape), desk.list.ask)
    for leave in ways:
        desk.list.ask()
        type_words("lock")
        leave()
        assert not desk.list.isVisible()
        assert focused() is desk.box
    assert desk.done == []
    assert desk.box.text() == "half a sen"


def test_tab_does_not_lead_out_of_it(desk: Desk) -> None:
    desk.list.ask()
    press(Key.Key_Tab)
    assert focused() is desk.list.box


def test_words_that_fit_nothing_are_told_and_enter_does_nothing(desk: Desk) -> None:
    desk.list.ask()
    type_words("zebra")
    assert desk.list.found == ()
    assert desk.list.hint.text() == NOTHING
    press(Key.Key_Return)
    assert desk.done == []
    assert desk.list.isVisible()


def test_what_was_done_last_comes_first_the_next_time(desk: Desk) -> None:
    desk.list.ask()
    type_words("high")
    press(Key.Key_Return)
    desk.list.ask()
    assert desk.list.found[0] == "High contrast"


def test_a_click_elsewhere_puts_it_away_and_keeps_the_keyboard_there(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.list.ask()
    desk.box.setFocus()
    qtbot.waitUntil(lambda: not desk.list.isVisible())
    assert focused() is desk.box


def test_each_row_says_its_words_its_keys_and_its_menu(desk: Desk) -> None:
    desk.list.ask()
    QAccessible.setActive(True)
    item = desk.list.list.item(1)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Hand over, Ctrl+E, File"
    assert desk.list.box.accessibleName() == "Find a command"
    assert desk.list.list.accessibleName() == "Commands found"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_stays_inside_the_window_at_every_text_size(desk: Desk, scale: float) -> None:
    theme.current().scale_text(scale)
    desk.list.ask()
    assert desk.rect().contains(desk.list.geometry())
    desk.resize(640, 420)
    assert desk.rect().contains(desk.list.geometry())
