"""Focus mode: one line and nothing else, at once, and all of it back again."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.keys import press, type_words
from tests.ui.places.conftest import Known, settle
from tests.ui.places.meeting import has_focus, open_capture
from ui.places.capture import Capture
from ui.places.capture_bare import OutOfSight
from ui.places.workplace import Workplace
from ui.widgets.button import Button
from ui.widgets.heading import Heading

ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(workplace: Workplace, known: Known) -> Capture:
    return open_capture(workplace, known.observation)


@pytest.fixture
def bare(page: Capture, workplace: Workplace) -> Capture:
    workplace.window.toggle_focus_mode()
    return page


def seen(page: Capture) -> set[QWidget]:
    kinds = (Button, Heading)
    return {each for kind in kinds for each in page.findChildren(kind) if each.isVisible()}


def test_only_the_line_its_time_and_the_saved_state_are_left(
    bare: Capture, workplace: Workplace
) -> None:
    assert seen(bare) == set()
    assert not bare.notes.stream.isVisible()
    assert not workplace.window.menuBar().isVisible()
    assert has_focus(bare.notes.composer.box)
    type_words("po:Shares the log")
    bare.notes.composer.box.flush()
    settle(workplace)
    said = bare.notes.composer.hint.text()
    assert re.fullmatch(r"10:00  ·  Police  ·  Saved 10:0\d:\d\d", said)


def test_the_note_filed_last_fades_beneath(bare: Capture) -> None:
    type_words('mo:"I was not told')
    press(ENTER)
    assert "Mother. Quote: I was not told" in bare.notes._room.faded.text()
    assert bare.notes._room.faded.isVisible()


@pytest.mark.parametrize("typed", ["", "half a line"])
def test_escape_leaves_and_everything_is_as_before(
    page: Capture, workplace: Workplace, typed: str
) -> None:
    before = seen(page)
    workplace.window.toggle_focus_mode()
    type_words(typed)
    press(Qt.Key.Key_Escape)
    assert seen(page) == before
    assert page.notes.stream.isVisible()
    assert page.notes.composer.controls.isVisible()
    assert page.notes.composer.box.toPlainText() == typed
    assert has_focus(page.notes.composer.box)


def test_the_keys_go_on_working(bare: Capture) -> None:
    type_words("one")
    press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    press(ENTER)
    assert bare.sheet.lines.last is not None
    assert bare.sheet.lines.last.kind == "quote"
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bare.notes.composer.box.toPlainText() == '"one"'


def test_the_note_above_is_changed_in_the_same_place(bare: Capture, workplace: Workplace) -> None:
    type_words("^")
    assert bare.notes.editor is not None
    assert bare.notes.editor.isVisible()
    assert not bare.notes.editor.controls.isVisible()
    assert not bare.notes.composer.isVisible()
    type_words(" Late.")
    press(ENTER)
    assert bare.sheet.lines.lines[0].text == "The chair opens the meeting. Late."
    assert has_focus(bare.notes.composer.box)


def test_a_change_under_way_goes_along_and_loses_no_letter(
    page: Capture, workplace: Workplace
) -> None:
    type_words("^")
    type_words(" More")
    for _turn in range(2):
        workplace.window.toggle_focus_mode()
        assert page.notes.editor is not None
        assert page.notes.editor.box.toPlainText().endswith(" More")
        assert has_focus(page.notes.editor.box)
    assert page.notes.stream.is_changing("1")


def test_nothing_jumps_while_a_line_grows(bare: Capture) -> None:
    top = bare.notes.composer.mapTo(bare, bare.notes.composer.rect().topLeft()).y()
    type_words("a line that is long enough to wrap " * 6)
    bare.notes.composer.box.updateGeometry()
    assert bare.notes.composer.mapTo(bare, bare.notes.composer.rect().topLeft()).y() == top


def test_details_have_their_heading_in_focus_mode_too(bare: Capture) -> None:
    press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert bare.heading.isVisible()
    press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert not bare.heading.isVisible()


def test_what_was_hidden_before_stays_hidden_afterwards(bare: Capture) -> None:
    parent = QWidget()
    shown, hidden = QWidget(parent), QWidget(parent)
    hidden.hide()
    parts = OutOfSight((shown, hidden))
    parts.turn(on=True)
    parts.turn(on=True)
    assert shown.isHidden()
    parts.turn(on=False)
    assert not shown.isHidden()
    assert hidden.isHidden()
