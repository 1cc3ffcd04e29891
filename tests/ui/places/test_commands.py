"""Commands from anywhere, one key each."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from evidencekit.operations import reading
from evidencekit.store.listing import Only
from tests.ui.keys import press, type_words
from tests.ui.places.conftest import do, open_notes, settle
from ui.jobs import Jobs
from ui.places.capture import Capture
from ui.places.close_day import CloseDay
from ui.places.concern import RaiseConcern
from ui.places.gathered import GatheredPage
from ui.places.help import Help
from ui.places.new_observation import NewObservation
from ui.places.questions import QuestionsPage
from ui.places.routes import carry_on
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
        (Qt.Key.Key_E, CTRL | SHIFT, CloseDay),
        (Qt.Key.Key_V, CTRL | SHIFT, GatheredPage),
        (Qt.Key.Key_Q, CTRL | SHIFT, QuestionsPage),
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


@pytest.mark.parametrize("in_focus", [False, True])
def test_a_concern_is_one_key_away_while_somebody_types_in_a_meeting(
    session: Session, jobs: Jobs, window: Window, folder: Path, *, in_focus: bool
) -> None:
    place = open_notes(session, jobs, folder)
    assert jobs.drain()
    note = do(place, lambda desk: reading.rows(desk, Only(kind="observation"))[0])
    carry_on(place, note.record, note.kind)
    settle(place)
    if in_focus:
        window.toggle_focus_mode()
    type_words("the worker leaves and")

    press(Qt.Key.Key_C, CTRL | SHIFT)
    settle(place)

    raised = window.page
    assert isinstance(raised, RaiseConcern)
    type_words("Two children alone")
    assert raised.form is not None
    assert raised.form.typed()["nature"] == "Two children alone"
    press(Qt.Key.Key_Escape)
    if in_focus:
        press(Qt.Key.Key_Escape)  # the first one ends focus mode
    settle(place)
    assert type(window.page) is Capture


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
