"""Pages that stand alone keep one column of a readable width in the middle."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import theme
from ui.places.narrow import Alone, narrow_column
from ui.widgets.card import Card


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [900, 1366, 2560])
def test_the_column_is_in_the_middle_and_never_wider_than_reads_well(
    qtbot: QtBot, scale: float, width: int
) -> None:
    theme.current().scale_text(scale)
    page = Alone("Alone")
    card = Card()
    narrow_column(page.body).addWidget(card)
    qtbot.addWidget(page)
    page.resize(width, 700)
    page.show()
    QApplication.sendPostedEvents()

    left = card.mapTo(page, card.rect().topLeft()).x()
    right = width - card.mapTo(page, card.rect().topRight()).x() - 1

    assert card.width() <= theme.px(620)
    assert abs(left - right) <= 2
    assert left >= 0
