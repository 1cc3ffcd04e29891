"""Cards: arrows, Enter, a sentence each, and two columns where there is room."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.ui.keys import press, show_active
from ui.places.cards import CardDelegate, CardList, CardRow, list_below
from ui.widgets.a11y import tree
from ui.widgets.autosave_text import AutosaveText

ROWS = (
    CardRow(key="a", title="Child A", spoken="Child A. Tracked."),
    CardRow(key="", title="75 days in which nothing is recorded"),
    CardRow(key="b", title="Child B"),
)


class _Plain(CardDelegate):
    @override
    def paint_row(self, painter: QPainter, room: QRect, row: CardRow) -> None:
        painter.drawText(room, row.title)


@pytest.fixture
def cards(qtbot: QtBot) -> CardList:
    made = CardList("Cases", _Plain(), two_columns=True)
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.show_rows(ROWS)
    show_active(qtbot, made)
    made.setFocus()
    return made


def test_the_first_card_is_current_when_the_list_is_reached(cards: CardList) -> None:
    assert cards.current_key() == "a"


def test_enter_opens_a_card_and_a_band_opens_nothing(cards: CardList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(cards.opened) as opened:
        press(Qt.Key.Key_Return)
    assert opened.args == ["a"]
    press(Qt.Key.Key_Right)
    with qtbot.assertNotEmitted(cards.opened):
        press(Qt.Key.Key_Return)


def test_typing_letters_goes_to_the_card_that_begins_so(cards: CardList) -> None:
    for letter in (Qt.Key.Key_C, Qt.Key.Key_H):
        press(letter)
    cards.keyboardSearch("child b")
    assert cards.current_key() == "b"


def test_up_on_the_first_card_leads_to_what_stands_above(cards: CardList, qtbot: QtBot) -> None:
    above = AutosaveText("Above")
    qtbot.addWidget(above)
    list_below(above, cards)
    with qtbot.waitSignal(cards.left_upwards):
        press(Qt.Key.Key_Up)


def test_the_current_card_stays_current_when_others_come(cards: CardList) -> None:
    cards.go_to("b")
    cards.show_rows((CardRow(key="z", title="New"), *ROWS))
    assert cards.current_key() == "b"


def test_two_cards_stand_side_by_side_only_where_there_is_room(cards: CardList) -> None:
    second = cards.cards.index(1)
    assert cards.visualRect(second).left() > 400
    cards.resize(600, 500)
    assert cards.visualRect(second).left() < 20


def test_a_screen_reader_meets_every_card_as_a_sentence(cards: CardList) -> None:
    names = [met.name for met in tree(cards)]
    assert "Cases" in names
    assert "Child A. Tracked." in names


def test_cards_can_be_added_below(cards: CardList) -> None:
    cards.cards.append((CardRow(key="c", title="Child C"),))
    cards.cards.append(())
    assert [row.key for row in cards.cards.rows] == ["a", "", "b", "c"]
    assert cards.grab().width() == cards.width()
