"""A note being changed: nothing of it is lost, whatever ends the change."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.keys import press, type_words
from tests.ui.places.conftest import add, settle
from tests.ui.places.meeting import LINES, has_focus, open_capture
from ui.places.capture import Capture
from ui.places.capture_editing import NO_WORDS
from ui.places.workplace import Workplace

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(workplace: Workplace) -> Capture:
    fields = {"what": "icpc", "started": "2012-11-20T10:30", "lines": [*LINES]}
    return open_capture(workplace, add(workplace, "observation", fields))  # type: ignore[arg-type]


def change(page: Capture, key: str) -> None:
    page.notes.stream.setFocus()
    page.notes.stream.choose(key)
    press(Qt.Key.Key_F2)


def test_a_change_under_way_comes_back_with_its_caret_and_its_undo(
    page: Capture, workplace: Workplace
) -> None:
    change(page, "b")
    type_words(" And a fourth")
    for _letter in "fourth":
        press(Qt.Key.Key_Left)
    settle(workplace)
    workplace.close_page()
    settle(workplace)
    back = open_capture(workplace, page.sheet.record)
    editor = back.notes.editor
    assert editor is not None
    assert back.notes.stream.is_changing("b")
    text = "po: Shares three call-outs. #E6 #E8 And a fourth"
    assert editor.box.toPlainText() == text
    assert editor.box.textCursor().position() == len(text) - len("fourth")
    editor.box.setFocus()
    press(Qt.Key.Key_Z, CONTROL)
    assert editor.box.toPlainText() != text
    assert back.notice.words.startswith("We kept 1 unfinished note")


def test_a_half_typed_note_and_a_change_are_kept_side_by_side(
    page: Capture, workplace: Workplace
) -> None:
    page.notes.composer.box.setFocus()
    type_words("mo:half")
    change(page, "b")
    type_words(" too")
    workplace.close_page()
    settle(workplace)
    back = open_capture(workplace, page.sheet.record)
    assert back.notes.editor is not None
    assert back.notes.editor.box.toPlainText().endswith(" too")
    assert back.notes.composer.box.toPlainText() == "mo:half"


def test_a_change_without_words_is_not_saved_and_says_so(page: Capture) -> None:
    change(page, "b")
    editor = page.notes.editor
    assert editor is not None
    editor.box.clear()
    press(Qt.Key.Key_Return)
    assert editor.hint.text() == NO_WORDS
    assert page.notes.editor is editor
    press(Qt.Key.Key_Escape)
    line = page.sheet.lines.line("b")
    assert line is not None
    assert line.text == "Shares three call-outs."
    assert has_focus(page.notes.stream)


def test_opening_another_note_saves_the_first(page: Capture) -> None:
    change(page, "b")
    type_words(" never lost")
    page.notes.change("a")
    assert page.notes.editing.key == "a"
    line = page.sheet.lines.line("b")
    assert line is not None
    assert line.text == "Shares three call-outs. never lost"


def test_removing_the_note_that_is_being_changed_keeps_its_words_for_undo(page: Capture) -> None:
    change(page, "b")
    type_words(" never lost")
    page.notes.remove("b")
    assert page.notes.editor is None
    assert page.notes.composer.isVisible()
    page.sheet.undo.undo()
    assert [line.key for line in page.sheet.lines.lines] == ["a", "b", "c"]
    assert page.sheet.lines.lines[1].text.endswith("never lost")


def test_a_command_saves_the_words_first_and_then_does_its_own(page: Capture) -> None:
    change(page, "b")
    type_words(" never lost")
    page.menu.actions["Quote"].trigger()
    line = page.sheet.lines.line("b")
    assert line is not None
    assert (line.kind, line.text) == ("quote", "Shares three call-outs. never lost")
    assert page.notes.editor is None
    change(page, "b")
    type_words(" twice")
    page.menu.actions["Join with the one above"].trigger()
    joined = page.sheet.lines.lines[0].text
    assert joined.endswith('Police: "Shares three call-outs. never lost" twice')


def test_a_note_that_went_meanwhile_comes_back_with_what_was_typed(page: Capture) -> None:
    change(page, "b")
    page.notes.changes.remove("b")
    type_words(" more")
    press(Qt.Key.Key_Return)
    assert [line.key for line in page.sheet.lines.lines] == ["a", "b", "c"]
    assert page.sheet.lines.lines[1].text == "Shares three call-outs. more"
    page.notes.editing.open("gone")
    page.notes.editing.tell("nobody hears this")
    page.notes.editing.finish()
    assert page.notes.editor is None
