"""The menus: every command by key, themes and text size, places renewed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from tests.ui.keys import press, show_active, type_words
from ui import theme
from ui.theme import ThemeName
from ui.widgets.focus_ring import FocusRing
from ui.widgets.menus import NAMES, Menus

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    box = QLineEdit()
    made.setCentralWidget(box)
    show_active(qtbot, made)
    box.setFocus()
    return made


def words(menus: Menus, menu: str) -> list[str]:
    return [action.text() or "-" for action in menus._menus[menu].actions()]


def test_there_are_five_menus(window: QMainWindow) -> None:
    Menus(window)
    assert [a.text().replace("&", "") for a in window.menuBar().actions()] == list(NAMES)


def test_a_command_works_while_the_menu_bar_is_hidden(window: QMainWindow) -> None:
    menus = Menus(window)
    done: list[str] = []
    menus.add("File", "&New", ("Ctrl+N", "Ctrl+M"), lambda: done.append("new"))
    window.menuBar().hide()
    press(Qt.Key.Key_N, CONTROL)
    press(Qt.Key.Key_M, CONTROL)
    assert done == ["new", "new"]


def test_commands_added_later_stand_above_the_last_part(window: QMainWindow) -> None:
    menus = Menus(window)
    menus.add("File", "Exit", "", window.close)
    menus.end("File")
    menus.add("File", "New", "", window.close)
    assert words(menus, "File") == ["New", "-", "Exit"]


def test_places_are_renewed_and_old_keys_forgotten(window: QMainWindow) -> None:
    menus = Menus(window)
    gone: list[int] = []
    menus.show_places(["Today", "Cases"], gone.append)
    menus.show_places(["Unlock"], gone.append)
    assert words(menus, "Go") == ["Unlock"]
    press(Qt.Key.Key_2, CONTROL)
    press(Qt.Key.Key_1, CONTROL)
    assert gone == [0]


def test_the_chosen_theme_is_marked_however_it_was_chosen(window: QMainWindow) -> None:
    menus = Menus(window)
    menus.add_look()
    theme.current().choose(ThemeName.DARK)
    marked = [a.text() for a in menus._menus["View"].actions() if a.isChecked()]
    assert marked == ["&Dark"]
    next(a for a in menus._menus["View"].actions() if "contrast" in a.text()).trigger()
    assert theme.current().name is ThemeName.CONTRAST


def test_undo_follows_the_active_stack_and_text_keeps_its_own(
    window: QMainWindow, qtbot: QtBot
) -> None:
    menus = Menus(window)
    menus.add_undo()
    stack = QUndoStack(window)
    menus.undo.addStack(stack)
    menus.undo.setActiveStack(stack)
    stack.push(QUndoCommand("Remove a note"))
    box = window.centralWidget()
    assert isinstance(box, QLineEdit)
    type_words("night")
    press(Qt.Key.Key_Z, CONTROL)
    assert box.text() != "night"
    assert stack.index() == 1
    assert words(menus, "Edit")[0] == "&Undo Remove a note"


def test_no_ring_lies_round_the_whole_bar_while_a_menu_is_open(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    Menus(window)
    ring = FocusRing(window)
    window.menuBar().setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    show_active(qtbot, window)
    window.menuBar().setFocus()
    press(Qt.Key.Key_Shift)  # by keyboard
    assert window.menuBar().hasFocus()
    assert not ring.isVisible()
