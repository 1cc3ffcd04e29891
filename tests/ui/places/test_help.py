"""Help: every key that is promised works, and every licence is there."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.keys import show_active
from tests.ui.places.reach import check_reach, settle
from ui import theme
from ui.places.help import KEYS, Help, licences
from ui.places.session import Session
from ui.window import Window


@pytest.fixture
def page(qtbot: QtBot) -> Help:
    made = Help()
    qtbot.addWidget(made)
    show_active(qtbot, made)
    return made


def test_the_keys_come_first(page: Help) -> None:
    assert page.keys.isVisible()
    assert not page.about.isVisible()


def test_at_200_percent_every_row_is_as_tall_as_its_words(page: Help) -> None:
    theme.current().scale_text(2.0)
    page.resize(1100, 700)
    settle(page)

    table = page.keys
    for row in range(table.rowCount()):
        assert table.rowHeight(row) >= table.sizeHintForRow(row)
    assert table.horizontalHeader().length() <= table.viewport().width()


def test_licences_name_every_library_and_hold_the_texts_of_fonts_and_icons() -> None:
    text = licences()

    for name in ("LGPL-3.0", "Zetetic", "OpenSSL", "pyrage", "SIL OPEN FONT LICENSE", "Lucide"):
        assert name in text
    assert "fonts/LICENCE-Atkinson.txt" in text


def test_each_part_can_be_chosen(page: Help) -> None:
    page.parts.pill("licences").click()
    assert page.licences.isVisible()
    assert "MIT" in page.licences.toPlainText()

    page.parts.pill("about").click()
    assert page.about.isVisible()
    assert not page.licences.isVisible()


def test_the_commands_of_the_window_are_all_in_the_table(session: Session, window: Window) -> None:
    told = " ".join(key for _where, key, _does in KEYS)
    for action in window.menus.actions():
        keys = [each.toString() for each in action.shortcuts()]
        shown = [key for key in keys if "+=" not in key and "+-" not in key and "++" not in key]
        for key in shown:
            assert key in told or key in {"Ctrl+Q", "Ctrl+0"}, key


def test_it_is_within_reach_of_everybody(page: Help) -> None:
    for part in ("keys", "about", "licences"):
        page.show_part(part)
        check_reach(page)
