"""A page that reads as it comes to the front reads once, whatever it missed."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from typing_extensions import override

from evidencekit.ids import RecordId
from evidencekit.operations.changes import Changes
from ui.widgets.fresh_page import FreshPage
from ui.widgets.page import Page, PlaceSpec
from ui.window import Window

SOME = Changes(records=frozenset({RecordId("a-note")}))


class Ageing(FreshPage):
    """A fresh page that counts its readings."""

    readings = 0

    @override
    def _read(self) -> None:
        self.readings += 1


class Steady(Page):
    """A page that reads when it is made, and when something changed."""

    readings = 0

    @override
    def _read(self) -> None:
        self.readings += 1


@pytest.fixture
def window(qtbot: QtBot, look: object) -> Iterator[Window]:
    made = Window()
    qtbot.addWidget(made)
    made.show_places(
        [
            PlaceSpec("Ageing", "sun", lambda: Ageing("Ageing")),
            PlaceSpec("Steady", "sun", lambda: Steady("Steady")),
        ]
    )
    yield made
    made.close()


def test_a_fresh_page_reads_once_when_it_comes_back_to_changes(window: Window) -> None:
    page = window.page
    assert isinstance(page, Ageing)
    assert page.readings == 1
    window.go("Steady")
    window.changed.emit(SOME)
    window.changed.emit(SOME)
    assert page.readings == 1  # out of sight it waits
    window.go("Ageing")
    assert page.readings == 2


def test_a_fresh_page_reads_on_every_arrival_and_every_change(window: Window) -> None:
    page = window.page
    assert isinstance(page, Ageing)
    window.go("Steady")
    window.go("Ageing")
    assert page.readings == 2
    window.changed.emit(SOME)
    assert page.readings == 3


def test_another_page_reads_again_only_when_it_missed_something(window: Window) -> None:
    window.go("Steady")
    page = window.page
    assert isinstance(page, Steady)
    window.go("Ageing")
    window.go("Steady")
    assert page.readings == 0
    window.go("Ageing")
    window.changed.emit(SOME)
    window.go("Steady")
    assert page.readings == 1
