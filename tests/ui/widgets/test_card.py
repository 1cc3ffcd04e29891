"""A card holds a column of parts on a surface of its own."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.card import Card
from ui.widgets.lines import row


def test_parts_stand_below_each_other(qtbot: QtBot) -> None:
    card = Card(QLabel("a"), row(QLabel("b")), None, tone="caution")
    qtbot.addWidget(card)
    card.add(QLabel("c"))
    card.resize(200, 300)
    card.show()
    tops = [label.mapTo(card, label.rect().topLeft()).y() for label in card.findChildren(QLabel)]
    assert tops == sorted(tops)
    assert card.property("tone") == "caution"


def test_a_card_has_the_surface_of_the_theme(qtbot: QtBot) -> None:
    card = Card()
    qtbot.addWidget(card)
    card.resize(60, 60)
    assert card.grab().toImage().pixelColor(30, 30) == theme.colour("card")
