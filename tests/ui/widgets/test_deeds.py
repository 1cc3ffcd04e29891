"""Keys on a page say in words what they do, and are found by them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import press, show_active
from ui.widgets.button import button
from ui.widgets.deeds import WHERE, by_key, deeds, worded
from ui.widgets.page import Page

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_key_does_it_and_its_words_do_it_too(qtbot: QtBot) -> None:
    page, done = Page("Cases"), list[str]()
    qtbot.addWidget(page)
    page.body.addWidget(button("Here"))
    by_key(page, "Ctrl+J", "Join them", lambda: done.append("joined"))
    show_active(qtbot, page)
    first = page.first_focus()
    assert first is not None
    first.setFocus()
    press(Qt.Key.Key_J, CONTROL)
    (deed,) = deeds(page, page.offered())
    assert (deed.words, deed.keys, deed.where) == ("Join them", "Ctrl+J", WHERE)
    deed.do()
    assert done == ["joined", "joined"]


def test_a_button_and_its_key_are_one_deed(qtbot: QtBot) -> None:
    page, done = Page("Notes"), list[str]()
    qtbot.addWidget(page)
    page.add_action(button("Details", lambda: done.append("button"), name="Details, Ctrl+D"))
    by_key(page, "Ctrl+D", "Details", lambda: done.append("key"))
    page.show()
    (deed,) = deeds(page, page.offered())
    assert (deed.words, deed.keys) == ("Details", "Ctrl+D")
    deed.do()
    assert done == ["button"]


def test_a_button_that_does_not_name_its_key_is_listed_with_it(qtbot: QtBot) -> None:
    page = Page("A form")
    qtbot.addWidget(page)
    save = page.add_action(button("Save"))
    by_key(page, "Ctrl+S", "Save", save.click)
    page.show()
    assert [(each.words, each.keys) for each in deeds(page, page.offered())] == [("Save", "Ctrl+S")]


def test_what_is_out_of_sight_or_off_is_not_offered(qtbot: QtBot) -> None:
    page, part = Page("Notes"), QWidget()
    qtbot.addWidget(page)
    page.body.addWidget(part)
    made = by_key(part, "Ctrl+J", "Join them", lambda: None)
    page.show()
    assert [each.words for each in deeds(page, [])] == ["Join them"]
    made.setEnabled(False)
    assert list(deeds(page, [])) == []
    made.setEnabled(True)
    part.hide()
    assert list(deeds(page, [])) == []


@pytest.mark.parametrize(
    ("name", "both"),
    [
        ("Details, Ctrl+D", ("Details", "Ctrl+D")),
        ("Focus: show only the line, F11", ("Focus: show only the line", "F11")),
        ("Open Child A, aged 7", ("Open Child A, aged 7", "")),
        ("Finish", ("Finish", "")),
    ],
)
def test_a_name_is_split_into_words_and_keys(name: str, both: tuple[str, str]) -> None:
    assert worded(name) == both
