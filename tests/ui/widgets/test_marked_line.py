"""A line of a form is marked like a larger box, and its words change only when asked."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from evidencekit.checks.offers import Known
from evidencekit.checks.spelling import Speller
from tests.ui.keys import show_active, type_words
from ui.widgets import word_guard
from ui.widgets.marked_line import MarkedLine


@pytest.fixture(autouse=True)
def guard() -> Iterator[word_guard.WordGuard]:
    made = word_guard.current()
    made.start(Known(references=("SH-04",)))
    made.spell(Speller())
    yield made
    made.stop()


@pytest.fixture
def line(qtbot: QtBot) -> MarkedLine:
    made = MarkedLine()
    made.resize(500, 40)
    qtbot.addWidget(made)
    show_active(qtbot, made)
    made.setFocus()
    return made


def rested(qtbot: QtBot, line: MarkedLine) -> list[str]:
    qtbot.waitUntil(lambda: line.marks.is_resting)
    return [line.text()[mark.start : mark.end] for mark in line.marks.found]


def test_words_are_marked_when_the_keys_rest(line: MarkedLine, qtbot: QtBot) -> None:
    type_words("Kayleigh Dawson and her behavoir ")
    assert line.marks.found == ()
    bare = line.grab().toImage()
    assert rested(qtbot, line) == ["Kayleigh Dawson", "behavoir"]
    assert line.grab().toImage() != bare


def test_an_offer_is_written_when_chosen_and_can_be_undone(line: MarkedLine, qtbot: QtBot) -> None:
    line.insert("I saw Kayleigh Dawson")
    rested(qtbot, line)
    menu = QMenu(line)
    line.marks.extend(menu, 8)
    (offer,) = (each for each in menu.actions() if each.text() == "SH-04")
    offer.trigger()
    assert line.text() == "I saw SH-04"
    line.undo()
    assert line.text() == "I saw Kayleigh Dawson"


def test_a_menu_that_came_too_late_writes_nothing(line: MarkedLine, qtbot: QtBot) -> None:
    line.setText("I saw Kayleigh Dawson")
    rested(qtbot, line)
    menu = QMenu(line)
    line.marks.extend(menu, 8)
    line.setText("Somebody else")
    menu.actions()[1].trigger()
    assert line.text() == "Somebody else"


def test_the_next_mark_is_selected_round_the_end(line: MarkedLine, qtbot: QtBot) -> None:
    line.setText("Kayleigh and Kyle")
    found = []
    for _time in range(3):
        assert line.marks.go_on()
        found.append(line.selectedText())
    assert sorted(found[:2]) == ["Kayleigh", "Kyle"]
    line.setText("nobody")
    assert not line.marks.go_on()


def test_the_menu_opens_at_the_caret(line: MarkedLine, qtbot: QtBot) -> None:
    line.setText("Kayleigh")
    rested(qtbot, line)
    line.marks.offer_here()
    (menu,) = (each for each in line.findChildren(QMenu) if each.isVisible())
    assert "looks like a name" in menu.actions()[0].text()
    menu.close()


def test_where_an_identity_may_stand_nothing_is_marked(line: MarkedLine, qtbot: QtBot) -> None:
    line.marks.want(frozenset())
    line.setText("Kayleigh Dawson")
    assert rested(qtbot, line) == []
