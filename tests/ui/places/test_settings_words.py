"""One's own words are shown, added and taken away; each change is kept at once."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidencekit.operations import wordbook
from evidencekit.operations.desk import Desk
from tests.ui.keys import press, show_active, type_words
from tests.ui.places.reach import check_reach
from ui.places.settings_words import WordsCard
from ui.places.words import WordDesk
from ui.places.workplace import Workplace
from ui.widgets import word_guard
from ui.widgets.page import Page


@pytest.fixture
def card(workplace: Workplace, qtbot: QtBot) -> WordsCard:
    made = WordsCard(workplace)
    made.resize(700, 500)
    qtbot.addWidget(made)
    show_active(qtbot, made)
    qtbot.waitUntil(lambda: made.spelling.value() == "on")
    return made


@pytest.fixture
def kept(workplace: Workplace, qtbot: QtBot) -> Callable[[Callable[[Desk], object]], object]:
    def read(what: Callable[[Desk], object]) -> object:
        found: list[object] = []
        workplace.ask(workplace, what, found.append)
        qtbot.waitUntil(lambda: bool(found))
        return found[0]

    return read


Kept = Callable[[Callable[[Desk], object]], object]


def test_a_word_is_added_by_keyboard_and_taken_away_and_put_back(
    card: WordsCard, kept: Kept, qtbot: QtBot
) -> None:
    card.mine.setFocus()
    type_words("reablement")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: card.mine.words == ("reablement",))
    assert card.mine.box.text() == ""
    assert kept(wordbook.my_words) == ("reablement",)
    card.mine._on_remove("reablement")
    qtbot.waitUntil(lambda: card.mine.words == ())
    assert "reablement removed" in card.mine.notice.words
    card.mine.notice._on_action()
    qtbot.waitUntil(lambda: card.mine.words == ("reablement",))
    assert kept(wordbook.my_words) == ("reablement",)


def test_what_is_no_word_is_refused_and_stays_typed(card: WordsCard, qtbot: QtBot) -> None:
    card.mine.box.setText("x" * 80)
    card.mine.button.click()
    qtbot.waitUntil(lambda: bool(card.mine.notice.words))
    assert card.mine.box.text() == "x" * 80
    assert card.mine.words == ()


def test_what_is_no_name_can_be_marked_again(
    card: WordsCard, workplace: Workplace, kept: Kept, qtbot: QtBot
) -> None:
    kept(lambda desk: wordbook.add_no_name(desk, "Holly Lodge"))
    card.read()
    qtbot.waitUntil(lambda: card.no_names.words == ("holly lodge",))
    card.no_names._on_remove("holly lodge")
    qtbot.waitUntil(lambda: card.no_names.words == ())
    assert kept(wordbook.no_names) == ()


@pytest.fixture
def awake(workplace: Workplace, qtbot: QtBot) -> Iterator[WordDesk]:
    made = WordDesk(workplace)
    qtbot.waitUntil(lambda: word_guard.current().spells, timeout=20_000)
    yield made
    made.stop()


def test_spelling_goes_off_and_on_at_once(
    awake: WordDesk, card: WordsCard, kept: Kept, qtbot: QtBot
) -> None:
    card._on_spelling("off")
    qtbot.waitUntil(lambda: not word_guard.current().spells)
    assert kept(wordbook.is_spelling_on) is False
    card._on_spelling("on")
    qtbot.waitUntil(lambda: word_guard.current().spells, timeout=20_000)


def test_everything_can_be_reached_and_read(workplace: Workplace, kept: Kept, qtbot: QtBot) -> None:
    kept(lambda desk: wordbook.add_word(desk, "reablement"))
    card = WordsCard(workplace)
    page = Page("Settings")
    page.body.addWidget(card)
    qtbot.addWidget(page)
    show_active(qtbot, page)
    qtbot.waitUntil(lambda: card.mine.words == ("reablement",))
    check_reach(page)
