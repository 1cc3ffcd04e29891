"""Marks are found when the keys rest, cost one paragraph a key, and change no word."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from evidencekit.checks.offers import Known
from evidencekit.checks.spelling import Speller
from tests.ui.keys import press, show_active, type_words
from ui.widgets import word_guard
from ui.widgets.autosave_text import AutosaveText

SPELLER = Speller()
PARTS = (
    "Kayleigh Dawson",
    " was",
    "\n",
    " behavoir",
    " 07700 900123",
    "\t",
    "\u2019s",
    " J.S., 7,",
)


@pytest.fixture(autouse=True)
def guard() -> Iterator[word_guard.WordGuard]:
    made = word_guard.current()
    made.start(Known(references=("SH-04",)))
    made.spell(SPELLER)
    yield made
    made.stop()


@pytest.fixture
def box(qtbot: QtBot) -> AutosaveText:
    made = AutosaveText("Note")
    made.resize(600, 300)
    qtbot.addWidget(made)
    show_active(qtbot, made)
    made.setFocus()
    return made


def rested(qtbot: QtBot, box: AutosaveText) -> None:
    qtbot.waitUntil(lambda: box.marks.is_resting, timeout=30_000)


def marked(box: AutosaveText) -> list[str]:
    return [each.cursor.selectedText() for each in box.extraSelections()]


def menu_at(box: AutosaveText, words: str) -> QMenu:
    menu = QMenu(box)
    box.marks.extend(menu, box.toPlainText().index(words))
    return menu


def choose(menu: QMenu, words: str) -> None:
    (action,) = (each for each in menu.actions() if each.text() == words)
    action.trigger()


def test_nothing_is_looked_up_between_two_keys(box: AutosaveText, qtbot: QtBot) -> None:
    type_words("Kayleigh was seen")
    assert box.marks.looked_up == 0
    rested(qtbot, box)
    assert marked(box) == ["Kayleigh"]


def test_a_name_and_a_misspelling_are_marked_each_in_its_own_way(
    box: AutosaveText, qtbot: QtBot
) -> None:
    box.show_text("Kayleigh Dawson and her behavoir.")
    rested(qtbot, box)
    name, spelling = kept = box.extraSelections()
    assert [each.cursor.selectedText() for each in kept] == ["Kayleigh Dawson", "behavoir"]
    assert name.format.underlineStyle() == QTextCharFormat.UnderlineStyle.DashUnderline
    assert spelling.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline


def test_the_word_under_the_hands_is_not_judged_yet(box: AutosaveText, qtbot: QtBot) -> None:
    type_words("her behavo")
    rested(qtbot, box)
    assert marked(box) == []
    type_words(" was")
    rested(qtbot, box)
    assert marked(box) == ["behavo"]


def test_one_key_in_fifty_thousand_words_costs_one_paragraph(
    box: AutosaveText, qtbot: QtBot
) -> None:
    line = "The worker saw the child at home on day {} and wrote down what was said there. "
    box.show_text("\n".join(line.format(number) * 6 for number in range(520)))
    assert len(box.toPlainText().split()) > 50_000
    rested(qtbot, box)
    before = box.marks.looked_up
    box.moveCursor(QTextCursor.MoveOperation.Start)
    type_words("x")
    rested(qtbot, box)
    assert box.marks.looked_up == before + 1


def test_one_paragraph_of_fifty_thousand_words_is_looked_at_in_pieces(
    box: AutosaveText, qtbot: QtBot
) -> None:
    box.show_text("She said no. Kayleigh was seen at home again. " * 500)
    rested(qtbot, box)
    before = box.marks.looked_up
    box.moveCursor(QTextCursor.MoveOperation.End)
    type_words("x")
    rested(qtbot, box)
    assert box.marks.looked_up - before <= 2


def test_an_offer_is_written_when_chosen_and_undo_takes_it_back(
    box: AutosaveText, qtbot: QtBot
) -> None:
    text = "I saw Kayleigh Dawson there."
    box.show_text(text)
    rested(qtbot, box)
    choose(menu_at(box, "Dawson"), "SH-04")
    assert box.toPlainText() == "I saw SH-04 there."
    box.undo()
    assert box.toPlainText() == text


def test_an_offer_for_words_that_have_gone_writes_nothing(box: AutosaveText, qtbot: QtBot) -> None:
    box.show_text("I saw Kayleigh Dawson there.")
    rested(qtbot, box)
    menu = menu_at(box, "Dawson")
    box.show_text("Somebody else was there.")
    choose(menu, "SH-04")
    assert box.toPlainText() == "Somebody else was there."


def test_the_menu_says_what_it_is_and_offers_to_leave_it(
    box: AutosaveText, qtbot: QtBot, guard: word_guard.WordGuard
) -> None:
    box.show_text("I saw Kayleigh there.")
    rested(qtbot, box)
    menu = menu_at(box, "Kayleigh")
    first = menu.actions()[0]
    assert "looks like a name" in first.text()
    assert not first.isEnabled()
    with qtbot.waitSignal(guard.no_name_said) as said:
        choose(menu, "&Leave it: it is not a name")
    assert said.args == ["Kayleigh"]


def test_a_misspelling_offers_words_and_to_be_kept(
    box: AutosaveText, qtbot: QtBot, guard: word_guard.WordGuard
) -> None:
    box.show_text("her behavoir there")
    rested(qtbot, box)
    menu = menu_at(box, "behavoir")
    assert "behaviour" in [each.text() for each in menu.actions()]
    with qtbot.waitSignal(guard.word_said) as said:
        choose(menu, "&Add to my words")
    assert said.args == ["behavoir"]


def test_the_next_mark_is_selected_round_the_end(box: AutosaveText, qtbot: QtBot) -> None:
    box.show_text("Kayleigh here.\nNobody.\nKyle there.")
    rested(qtbot, box)
    found = []
    for _time in range(3):
        assert box.marks.go_on()
        found.append(box.textCursor().selectedText())
    assert found == ["Kayleigh", "Kyle", "Kayleigh"]


def test_a_text_without_marks_has_no_next_one(box: AutosaveText) -> None:
    box.show_text("Nobody was there.")
    assert not box.marks.go_on()


def test_where_an_identity_may_stand_nothing_is_marked(box: AutosaveText, qtbot: QtBot) -> None:
    box.marks.want(frozenset())
    box.show_text("Kayleigh Dawson, 14 Acacia Avenue.")
    rested(qtbot, box)
    assert marked(box) == []


def test_what_is_let_be_loses_its_mark(
    box: AutosaveText, qtbot: QtBot, guard: word_guard.WordGuard
) -> None:
    box.show_text("Kayleigh here.")
    rested(qtbot, box)
    guard.start(Known(let_be=frozenset({"kayleigh"})))
    rested(qtbot, box)
    assert marked(box) == []


def test_a_lock_takes_every_mark_away(
    box: AutosaveText, qtbot: QtBot, guard: word_guard.WordGuard
) -> None:
    box.show_text("Kayleigh here.")
    rested(qtbot, box)
    guard.stop()
    assert marked(box) == []


def test_signs_beyond_the_first_plane_do_not_shift_a_mark(box: AutosaveText, qtbot: QtBot) -> None:
    box.show_text("\U0001f600\U0001f600 I saw Kayleigh here.")
    rested(qtbot, box)
    assert marked(box) == ["Kayleigh"]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PARTS)))
def test_marking_and_asking_leave_the_text_as_it_was(box: AutosaveText, parts: list[str]) -> None:
    text = "".join(parts)
    box.show_text(text)
    before = box.toPlainText().encode()
    box.marks.go_on()
    for position in range(0, len(text), 7):
        box.marks.extend(QMenu(box), position)
    assert box.toPlainText().encode() == before
    assert not box.can_undo


def test_a_key_still_types_where_a_mark_is(box: AutosaveText, qtbot: QtBot) -> None:
    box.show_text("Kayleigh")
    rested(qtbot, box)
    box.moveCursor(QTextCursor.MoveOperation.End)
    press(Qt.Key.Key_Backspace)
    assert box.toPlainText() == "Kayleig"
