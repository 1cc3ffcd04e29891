"""A decoration draws its icon in the theme's colour and follows the text size."""

from pytestqt.qtbot import QtBot

from ui import theme
from ui.theme import ThemeName
from ui.widgets.picture import Decoration


def test_the_icon_follows_size_and_theme(qtbot: QtBot) -> None:
    made = Decoration("sun", "second", 20)
    qtbot.addWidget(made)
    light = made.pixmap().toImage()
    theme.current().choose(ThemeName.CONTRAST)
    assert made.pixmap().toImage() != light
    theme.current().scale_text(2.0)
    assert made.pixmap().deviceIndependentSize().width() == 40


def test_another_icon_can_be_shown(qtbot: QtBot) -> None:
    made = Decoration("sun")
    qtbot.addWidget(made)
    before = made.pixmap().toImage()
    made.show_icon("moon", "error")
    assert made.pixmap().toImage() != before
