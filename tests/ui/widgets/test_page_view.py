"""Dots on screen: fitted, zoomed, moved by keys, and met by a screen reader as a picture."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.a11y import tree
from ui.widgets.page_view import PageView


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    made = PageView()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.show_dots((200, 100), bytes([10, 20, 30]) * 20_000, (800, 400))
    return made


def test_a_page_fits_the_window_and_follows_it(view: PageView) -> None:
    before = view.per_cent
    assert before < 51
    view.resize(800, 600)
    assert view.per_cent > before
    assert view.page.pixmap().width() <= 800


def test_the_colours_are_those_that_came(view: PageView) -> None:
    seen = view.page.pixmap().toImage().pixelColor(5, 5)
    assert (seen.red(), seen.green(), seen.blue()) == (10, 20, 30)


def test_more_dots_are_asked_for_as_far_as_there_are_more(view: PageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.wanted) as asked:
        view.zoom_to(100)
    assert asked.args == [800, 400]
    view.show_dots((800, 400), bytes(3) * 320_000, (800, 400))
    with qtbot.assertNotEmitted(view.wanted):
        view.zoom_to(300)
    view.show_dots((800, 400), bytes(3) * 320_000, (800, 400), grows=True)
    with qtbot.waitSignal(view.wanted):
        view.zoom_to(200)


def test_zooming_goes_by_steps_and_stops_at_the_ends(view: PageView) -> None:
    view.zoom_to(100)
    view.step(1)
    assert view.per_cent == 125
    for _ in range(40):
        view.step(-1)
    assert view.per_cent == 10
    for _ in range(40):
        view.step(1)
    assert view.per_cent == 800


@pytest.mark.parametrize(
    ("key", "asked"),
    [(Qt.Key.Key_R, "turn"), (Qt.Key.Key_PageDown, "next"), (Qt.Key.Key_PageUp, "before")],
)
def test_keys_ask_for_what_the_view_cannot_do_itself(
    view: PageView, qtbot: QtBot, key: Qt.Key, asked: str
) -> None:
    with qtbot.waitSignal(view.asked) as heard:
        QTest.keyClick(view, key)
    assert heard.args == [asked]


def test_page_down_scrolls_before_it_turns_the_page(view: PageView, qtbot: QtBot) -> None:
    view.zoom_to(200)
    QApplication.sendPostedEvents()
    with qtbot.assertNotEmitted(view.asked):
        QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 0


def test_keys_of_the_app_are_left_to_it(view: PageView) -> None:
    view.zoom_to(100)
    QTest.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.per_cent == 100
    QTest.keyClick(view, Qt.Key.Key_W)
    assert view.is_fitted


def test_a_screen_reader_meets_a_picture_with_a_name_and_words(view: PageView) -> None:
    view.name_page("Page 1 of 3 of plan.pdf", "The plan. " * 100)
    assert next(tree(view)).role == QAccessible.Role.Document
    met = [each for each in tree(view) if each.role == QAccessible.Role.Graphic]
    assert [each.name for each in met] == ["Page 1 of 3 of plan.pdf"]
    assert met[0].description.startswith("The plan.")
    assert len(met[0].description) <= 400
