"""The guard wakes with a workspace, keeps what is told to it in the store, and sleeps at a lock."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from evidencekit.operations import wordbook
from tests.ui.keys import show_active
from ui.places.words import WordDesk, next_mark, offer_instead
from ui.places.workplace import Workplace
from ui.widgets import word_guard
from ui.widgets.autosave_text import AutosaveText


@pytest.fixture
def words(workplace: Workplace, qtbot: QtBot) -> Iterator[WordDesk]:
    made = WordDesk(workplace)
    qtbot.waitUntil(lambda: word_guard.current().spells, timeout=20_000)
    yield made
    made.stop()


@pytest.fixture
def box(words: WordDesk, qtbot: QtBot) -> AutosaveText:
    made = AutosaveText("Note")
    qtbot.addWidget(made)
    show_active(qtbot, made)
    made.setFocus()
    made.show_text("I saw Kayleigh there with her zblorp.")
    qtbot.waitUntil(lambda: made.marks.is_resting)
    return made


def marked(box: AutosaveText) -> list[str]:
    return [each.cursor.selectedText() for each in box.extraSelections()]


def test_the_guard_wakes_with_the_workspace(box: AutosaveText, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: marked(box) == ["Kayleigh", "zblorp"])


def test_what_is_no_name_is_kept_in_the_store(
    box: AutosaveText, workplace: Workplace, qtbot: QtBot
) -> None:
    word_guard.current().no_name_said.emit("Kayleigh")
    qtbot.waitUntil(lambda: marked(box) == ["zblorp"], timeout=20_000)
    kept: list[tuple[str, ...]] = []
    workplace.ask(box, wordbook.no_names, kept.append)
    qtbot.waitUntil(lambda: kept == [("kayleigh",)])


def test_ones_own_word_is_kept_in_the_store(
    box: AutosaveText, workplace: Workplace, qtbot: QtBot
) -> None:
    word_guard.current().word_said.emit("zblorp")
    qtbot.waitUntil(lambda: marked(box) == ["Kayleigh"], timeout=20_000)
    kept: list[tuple[str, ...]] = []
    workplace.ask(box, wordbook.my_words, kept.append)
    qtbot.waitUntil(lambda: kept == [("zblorp",)])


def test_the_next_mark_is_reached_from_the_menu(box: AutosaveText, workplace: Workplace) -> None:
    next_mark(workplace)
    assert box.textCursor().selectedText() == "Kayleigh"


def test_what_to_write_instead_opens_as_a_menu(box: AutosaveText, workplace: Workplace) -> None:
    next_mark(workplace)
    offer_instead(workplace)
    (menu,) = (each for each in box.findChildren(type(box.standard_menu())) if each.isVisible())
    assert "looks like a name" in menu.actions()[0].text()
    menu.close()


def test_a_lock_puts_the_guard_to_sleep(words: WordDesk, box: AutosaveText) -> None:
    word_guard.current().stop()
    assert marked(box) == []
