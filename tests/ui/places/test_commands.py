"""Commands from anywhere, one key each."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.keys import press, type_words
from tests.ui.places.conftest import open_notes
from ui.jobs import Jobs
from ui.places.concern import RaiseConcern
from ui.places.help import Help
from ui.places.new_observation import NewObservation
from ui.places.search import Search
from ui.places.session import Session
from ui.places.settings import Settings
from ui.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Pressed = tuple[Qt.Key, Qt.KeyboardModifier, type[QWidget]]
NONE = Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(
    "pressed",
    [
        (Qt.Key.Key_C, CTRL | SHIFT, RaiseConcern),
        (Qt.Key.Key_N, CTRL, NewObservation),
        (Qt.Key.Key_F, CTRL, Search),
        (Qt.Key.Key_Comma, CTRL, Settings),
        (Qt.Key.Key_F1, NONE, Help),
    ],
)
def test_one_key_opens_it_from_any_place(
    session: Session, jobs: Jobs, window: Window, folder: Path, pressed: Pressed
) -> None:
    key, modifier, kind = pressed
    open_notes(session, jobs, folder)
    window.go("Cases")
    assert jobs.drain()

    press(key, modifier)
    assert jobs.drain()
    assert isinstance(window.page, kind)
    press(key, modifier)

    assert isinstance(window.page, kind)
    assert len(window.where()[1]) <= 1


def test_the_list_of_commands_does_what_the_menus_and_the_page_offer(
    session: Session, jobs: Jobs, window: Window, folder: Path
) -> None:
    open_notes(session, jobs, folder)
    window.go("Cases")
    assert jobs.drain()
    press(Qt.Key.Key_K, CTRL)
    found = window.command_list.found
    assert {"Raise a concern", "Hand over", "Lock now", "Add a case"} <= set(found)
    type_words("raise con")
    press(Qt.Key.Key_Return)
    assert jobs.drain()
    assert isinstance(window.page, RaiseConcern)


def test_what_works_on_open_notes_is_not_offered_while_they_are_locked(
    session: Session, jobs: Jobs, window: Window, folder: Path
) -> None:
    open_notes(session, jobs, folder)
    session.lock()
    assert jobs.drain()
    window.command_list.ask()
    assert "Raise a concern" not in window.command_list.found
    assert "Larger text" in window.command_list.found


def test_nothing_happens_while_the_screen_is_hidden(
    session: Session, jobs: Jobs, window: Window, folder: Path
) -> None:
    open_notes(session, jobs, folder)
    press(Qt.Key.Key_F9)

    press(Qt.Key.Key_C, CTRL | SHIFT)

    assert not isinstance(window.page, RaiseConcern)
    assert window.windowTitle() == "EvidenceKit"
