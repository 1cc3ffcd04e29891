import pytest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from evidencekit.checks.offers import Known
from ui.widgets import mark_menu, word_guard
from ui.widgets.word_guard import EVERYTHING

TEXT = "I saw Kayleigh Dawson"


@pytest.fixture
def menu(qtbot: QtBot) -> QMenu:
    made = QMenu()
    qtbot.addWidget(made)
    made.addAction("Copy")
    return made


def test_ways_stand_above_what_the_menu_had_and_each_does_one_thing(menu: QMenu) -> None:
    guard = word_guard.current()
    guard.start(Known(references=("A&E-04",)))
    put: list[str] = []
    (mark,) = guard.find(TEXT, EVERYTHING)
    mark_menu.put_ways(menu, TEXT, mark, put.append)
    words = [each.text() for each in menu.actions()]
    assert words[1] == "A&&E-04"
    assert words[-1] == "Copy"
    assert put == []
    menu.actions()[1].trigger()
    assert put == ["A&E-04"]
    guard.stop()


def test_it_opens_with_the_first_way_chosen(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    menu = QMenu(owner)
    menu.addAction("What it is")
    menu.addAction("Second")
    mark_menu.pop_up(menu, menu.pos())
    assert menu.activeAction() is menu.actions()[1]
    menu.close()
