"""The console as a person uses it: every key goes to whatever has the keyboard."""

import pytest
from PySide6.QtCore import Qt

from evidencekit.records.typed_line import MY_VIEW, OBSERVED, QUOTE
from tests.ui.places.conftest import Known, settle
from tests.ui.places.meeting import Keys, has_focus, lines_in, open_capture
from ui.places.capture import Capture
from ui.places.capture_notes import TAKEN_BACK
from ui.places.workplace import Workplace

ENTER, CONTROL, ALT = (
    Qt.Key.Key_Return,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(workplace: Workplace, known: Known) -> Capture:
    return open_capture(workplace, known.observation)


@pytest.fixture
def keys() -> Keys:
    return Keys()


@pytest.mark.parametrize(
    ("typed", "overhead"),
    [
        ("abc", 1),
        ("sw:abc", 4),
        ('"abc', 2),
        ("!abc", 2),
        ("abc #6", 4),
        ("abc #cv", 5),
        ('mo:"abc #6 #cv', 12),
        ("@1032 abc", 7),
    ],
)
def test_keystroke_budget(page: Capture, keys: Keys, typed: str, overhead: int) -> None:
    keys.type(typed)
    keys.press(ENTER)
    last = page.sheet.lines.last
    assert last is not None
    assert last.text == "abc"
    assert last.typed == typed
    assert keys.count - len("abc") == overhead


def test_a_note_is_filed_with_all_its_marks(page: Capture, keys: Keys) -> None:
    keys.type('@1032 mo:"I was not told #6 #cv')
    keys.press(ENTER)
    last = page.sheet.lines.last
    assert last is not None
    assert (last.time, last.speaker, last.kind) == ("10:32", "mother", QUOTE)
    assert (last.areas, last.child_voice, last.text) == (("E6",), True, "I was not told")
    assert page.notes.composer.is_empty


def test_nobody_speaks_the_next_note_until_somebody_is_named(page: Capture, keys: Keys) -> None:
    keys.type("po:Shares the log")
    keys.press(ENTER)
    keys.type("late arrival")
    keys.press(ENTER)
    last = page.sheet.lines.last
    assert last is not None
    assert last.speaker == ""
    keys.type(":: and again")
    keys.press(ENTER)
    assert page.sheet.lines.last is not None
    assert page.sheet.lines.last.speaker == "police"


def test_shift_and_enter_make_a_new_line_of_the_same_note(page: Capture, keys: Keys) -> None:
    keys.type("one")
    keys.press(ENTER, SHIFT)
    keys.type("two")
    keys.press(ENTER)
    assert page.sheet.lines.last is not None
    assert page.sheet.lines.last.text == "one\ntwo"


def test_marks_without_words_are_not_filed(page: Capture, keys: Keys) -> None:
    keys.type("sw:")
    keys.press(ENTER)
    assert page.sheet.lines.rowCount() == 1
    assert page.notes.composer.box.toPlainText() == "sw:"


def test_tab_picks_an_area_and_enter_files(page: Capture, keys: Keys) -> None:
    keys.type("log shared #inf")
    assert page.notes.composer.box.areas.isVisible()
    keys.press(Qt.Key.Key_Tab)
    keys.press(ENTER)
    last = page.sheet.lines.last
    assert last is not None
    assert (last.areas, last.text, last.typed) == (("E6",), "log shared", "log shared #6 ")


def test_enter_files_while_the_list_is_open(page: Capture, keys: Keys) -> None:
    keys.type("plan not shared #6")
    assert page.notes.composer.box.areas.isVisible()
    keys.press(ENTER)
    assert page.sheet.lines.last is not None
    assert page.sheet.lines.last.areas == ("E6",)


def test_arrow_then_enter_picks_and_the_next_enter_files(page: Capture, keys: Keys) -> None:
    keys.type("x #")
    keys.press(Qt.Key.Key_Down)
    keys.press(ENTER)
    assert page.sheet.lines.rowCount() == 1
    keys.press(ENTER)
    assert page.sheet.lines.last is not None
    assert page.sheet.lines.last.areas == ("E2",)


def test_escape_closes_the_list_and_leaves_the_words(page: Capture, keys: Keys) -> None:
    keys.type("x #in")
    keys.press(Qt.Key.Key_Escape)
    assert not page.notes.composer.box.areas.isVisible()
    assert page.notes.composer.box.toPlainText() == "x #in"


def test_undo_in_an_empty_box_takes_the_last_note_back(page: Capture, keys: Keys) -> None:
    keys.type('sw:"one line #6')
    keys.press(ENTER)
    keys.press(Qt.Key.Key_Z, CONTROL)
    assert page.sheet.lines.rowCount() == 1
    assert page.notes.composer.box.toPlainText() == 'sw:"one line #6'
    assert "Last note" in TAKEN_BACK


def test_undo_in_text_is_the_texts_own(page: Capture, keys: Keys) -> None:
    keys.type("first")
    keys.press(ENTER)
    keys.type("second")
    keys.press(Qt.Key.Key_Z, CONTROL)
    assert page.sheet.lines.rowCount() == 2


def test_a_note_taken_back_and_put_again_is_there_once(page: Capture, keys: Keys) -> None:
    keys.type("one")
    keys.press(ENTER)
    keys.press(Qt.Key.Key_Z, CONTROL)
    page.sheet.undo.redo()
    assert page.notes.composer.is_empty
    assert page.sheet.lines.rowCount() == 2


def test_up_from_an_empty_box_goes_to_the_last_note(page: Capture, keys: Keys) -> None:
    keys.type("one")
    keys.press(ENTER)
    keys.press(Qt.Key.Key_Up)
    assert has_focus(page.notes.stream)
    assert page.notes.stream.currentIndex().row() == 1
    keys.press(Qt.Key.Key_Escape)
    assert has_focus(page.notes.composer.box)


@pytest.mark.parametrize("opens", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_a_note_is_changed_in_place(page: Capture, keys: Keys, opens: Qt.Key) -> None:
    keys.type("po:one #6")
    keys.press(ENTER)
    keys.press(Qt.Key.Key_Up)
    keys.press(opens)
    assert page.notes.editor is not None
    assert page.notes.editor.box.toPlainText() == "po:one #6"
    keys.type(" #8")
    keys.press(ENTER)
    last = page.sheet.lines.last
    assert last is not None
    assert (last.text, last.areas, last.typed) == ("one", ("E6", "E8"), "po:one #6 #8")
    assert last.edited == page.sheet.moment()
    assert has_focus(page.notes.stream)
    page.sheet.undo.undo()
    assert page.sheet.lines.last is not None
    assert page.sheet.lines.last.areas == ("E6",)


def test_escape_leaves_a_note_as_it_was(page: Capture, keys: Keys) -> None:
    keys.press(Qt.Key.Key_Up)
    keys.press(Qt.Key.Key_F2)
    keys.type(" more")
    keys.press(Qt.Key.Key_Escape)
    assert page.notes.editor is None
    assert page.notes.composer.isVisible()
    assert page.sheet.lines.last is not None
    assert page.sheet.lines.last.text == "The chair opens the meeting."


def test_a_note_that_did_not_change_is_not_called_edited(page: Capture, keys: Keys) -> None:
    keys.press(Qt.Key.Key_Up)
    keys.press(Qt.Key.Key_F2)
    keys.press(ENTER)
    assert page.sheet.lines.last is not None
    assert page.sheet.lines.last.edited == ""
    assert not page.sheet.undo.canUndo()


def test_the_caret_mark_changes_the_note_above(page: Capture, keys: Keys) -> None:
    keys.type("^")
    assert page.notes.editor is not None
    keys.type(" #7")
    keys.press(ENTER)
    assert page.sheet.lines.last is not None
    assert page.sheet.lines.last.areas == ("E7",)
    assert has_focus(page.notes.composer.box)


def test_delete_removes_a_note_and_undo_brings_it_back(page: Capture, keys: Keys) -> None:
    keys.type("one")
    keys.press(ENTER)
    keys.press(Qt.Key.Key_Up)
    keys.press(Qt.Key.Key_Up)
    keys.press(Qt.Key.Key_Delete)
    assert [line.text for line in page.sheet.lines.lines] == ["one"]
    assert "removed" in page.notice.words
    page.notes.put_back(page.sheet.begun.lines[0])
    assert [line.text for line in page.sheet.lines.lines] == [
        "The chair opens the meeting.", "one",
    ]  # fmt: skip


def test_undo_by_key_takes_the_offer_to_undo_away(page: Capture, keys: Keys) -> None:
    keys.press(Qt.Key.Key_Up)
    keys.press(Qt.Key.Key_Delete)
    assert "removed" in page.notice.words
    keys.press(Qt.Key.Key_Z, CONTROL)
    assert page.sheet.lines.rowCount() == 1
    assert page.notice.words == ""


def test_an_undo_that_comes_late_still_brings_the_note_back(page: Capture, keys: Keys) -> None:
    keys.press(Qt.Key.Key_Up)
    keys.press(Qt.Key.Key_Delete)
    assert has_focus(page.notes.composer.box)
    keys.type("one")
    keys.press(ENTER)
    page.notes.put_back(page.sheet.begun.lines[0])
    texts = {line.text for line in page.sheet.lines.lines}
    assert texts == {"The chair opens the meeting.", "one"}


@pytest.mark.parametrize(
    ("key", "kind"), [(Qt.Key.Key_1, OBSERVED), (Qt.Key.Key_2, QUOTE), (Qt.Key.Key_3, MY_VIEW)]
)
def test_alt_and_a_number_choose_the_kind(
    page: Capture, keys: Keys, key: Qt.Key, kind: str
) -> None:  # fmt: skip
    keys.type("abc")
    keys.press(key, ALT)
    keys.press(Qt.Key.Key_4, ALT)
    assert page.notes.composer.kinds[kind].isChecked()
    assert page.notes.composer.voice.isChecked()
    keys.press(ENTER)
    last = page.sheet.lines.last
    assert last is not None
    assert (last.kind, last.child_voice, last.text) == (kind, True, "abc")


def test_what_was_filed_is_durable_at_once_and_a_revision_on_leaving(
    page: Capture, keys: Keys, workplace: Workplace, known: Known
) -> None:
    keys.type("kept for ever #6")
    keys.press(ENTER)
    workplace.close_page()
    settle(workplace)
    kept = lines_in(workplace, known.observation)
    assert [line.text for line in kept] == ["The chair opens the meeting.", "kept for ever"]


def test_each_line_has_a_name_of_its_own(page: Capture, keys: Keys) -> None:
    for words in ("one", "two", "three"):
        keys.type(words)
        keys.press(ENTER)
    names = [line.key for line in page.sheet.lines.lines]
    assert len(set(names)) == 4


def test_the_box_in_the_stream_grows_with_what_is_written(page: Capture, keys: Keys) -> None:
    keys.press(Qt.Key.Key_Up)
    keys.press(Qt.Key.Key_F2)
    settle(page.sheet.workplace)
    editor = page.notes.editor
    assert editor is not None
    before = editor.height()
    for _line in range(4):
        keys.press(ENTER, SHIFT)
        keys.type("more")
    page.notes.stream.doItemsLayout()
    assert editor.height() > before
    assert editor.height() >= editor.minimumSizeHint().height()


def test_a_time_that_was_set_puts_the_note_in_its_place(page: Capture, keys: Keys) -> None:
    for typed in ("one", "two", "@0930 before all", "three"):
        keys.type(typed)
        keys.press(ENTER)
    texts = [line.text for line in page.sheet.lines.lines]
    assert texts == ["before all", "The chair opens the meeting.", "one", "two", "three"]


def test_the_caret_mark_and_undo_speak_of_the_note_filed_last(page: Capture, keys: Keys) -> None:
    keys.type("@0930 before all")
    keys.press(ENTER)
    keys.type("^")
    editor = page.notes.editor
    assert editor is not None
    assert editor.box.toPlainText() == "@0930 before all"
    keys.press(Qt.Key.Key_Escape)
    assert has_focus(page.notes.composer.box)
    keys.press(Qt.Key.Key_Z, CONTROL)
    assert page.notes.composer.box.toPlainText() == "@0930 before all"


def test_an_edited_time_moves_the_note_in_one_step(page: Capture, keys: Keys) -> None:
    keys.type("one")
    keys.press(ENTER)
    keys.type("^")
    keys.press(Qt.Key.Key_Home)
    keys.type("@0930 ")
    keys.press(ENTER)
    first = page.sheet.lines.lines[0]
    assert (first.text, first.time) == ("one", "09:30")
    page.sheet.undo.undo()
    assert page.sheet.lines.lines[1].text == "one"


def test_only_the_row_that_changed_is_told(page: Capture, keys: Keys) -> None:
    for words in ("one", "two"):
        keys.type(words)
        keys.press(ENTER)
    told: list[tuple[int, int]] = []
    page.sheet.lines.dataChanged.connect(lambda a, b: told.append((a.row(), b.row())))
    page.notes.changes.say(page.sheet.lines.lines[1].key, "speaker", speaker="police")
    assert told == [(1, 1)]
