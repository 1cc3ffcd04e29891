"""The Note menu and its keys: everything that may be done to a note, by key, menu and mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from evidencekit.records.meeting_line import MeetingLine
from evidencekit.records.typed_line import OBSERVED, QUOTE
from tests.ui.keys import focused, press, type_words
from tests.ui.places.conftest import add
from tests.ui.places.meeting import LINES, has_focus, open_capture
from tests.ui.places.reach import check_reach
from ui.places.capture import Capture
from ui.places.capture_editing import NO_CARET
from ui.places.capture_menu import AREAS, POLARITY, SPEAKER, WEIGHT
from ui.places.workplace import Workplace

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(workplace: Workplace) -> Capture:
    fields = {"what": "icpc", "started": "2012-11-20T10:30", "lines": [*LINES]}
    return open_capture(workplace, add(workplace, "observation", fields))  # type: ignore[arg-type]


def line(page: Capture, key: str) -> MeetingLine:
    found = page.sheet.lines.line(key)
    assert found is not None
    return found


def keys(page: Capture) -> list[str]:
    return [each.key for each in page.sheet.lines.lines]


def choose(page: Capture, key: str) -> None:
    page.notes.stream.setFocus()
    page.notes.stream.choose(key)


def opened(page: Capture, words: str) -> dict[str, QAction]:
    menu = page.menu.menu
    page.menu.refresh()
    made = next(m for m in menu.findChildren(QMenu) if m.title().startswith(words))
    made.aboutToShow.emit()
    return {action.text(): action for action in made.actions()}


def test_the_menu_stands_in_the_menu_bar_while_the_meeting_is_open(
    page: Capture, workplace: Workplace
) -> None:
    def names() -> list[str]:
        return [action.text() for action in workplace.window.menuBar().actions()]

    assert names() == ["&File", "&Edit", "&View", "P&age", "&Note", "&Go", "&Help"]
    workplace.close_page()
    assert "&Note" not in names()


def test_every_command_has_its_key_and_says_which_note(page: Capture) -> None:
    choose(page, "b")
    page.menu.refresh()
    actions = page.menu.menu.actions()
    assert actions[0].text() == "Note of 10:38"
    shown = {each.text().replace("&", ""): each.shortcut().toString() for each in actions}
    for words, key in (
        ("Change the words", "F2"), ("Split in two at the caret", "Ctrl+Return"),
        ("Join with the one above", "Ctrl+J"), ("Set the time", "Ctrl+T"),
        ("One minute earlier", "Ctrl+["), ("One minute later", "Ctrl+]"),
        ("Quote", "Alt+2"), ("Child's voice", "Alt+4"), ("Remove", "Del"),
    ):  # fmt: skip
        assert shown[words] == key
    choose(page, "a")
    page.menu.refresh()
    assert not page.menu.actions["Join with the one above"].isEnabled()
    assert page.menu.actions["Quote"].isChecked()


def test_keys_act_on_the_chosen_note(page: Capture) -> None:
    choose(page, "b")
    press(Qt.Key.Key_2, ALT)
    assert line(page, "b").kind == QUOTE
    press(Qt.Key.Key_1, ALT)
    press(Qt.Key.Key_4, ALT)
    assert (line(page, "b").kind, line(page, "b").child_voice) == (OBSERVED, True)
    press(Qt.Key.Key_BracketRight, CONTROL)
    assert line(page, "b").time == "10:39"
    press(Qt.Key.Key_BracketLeft, CONTROL)
    press(Qt.Key.Key_BracketLeft, CONTROL)
    assert line(page, "b").time == "10:37"
    assert has_focus(page.notes.stream)
    assert page.notes.chosen() == "b"


def test_the_note_stays_chosen_when_its_time_moves_it(page: Capture) -> None:
    choose(page, "a")
    for _minute in range(4):
        press(Qt.Key.Key_BracketRight, CONTROL)
    assert keys(page) == ["b", "a", "c"]
    assert page.notes.chosen() == "a"
    press(Qt.Key.Key_Z, CONTROL)
    assert keys(page) == ["b", "a", "c"]
    press(Qt.Key.Key_Z, CONTROL)
    assert keys(page) == ["a", "b", "c"]
    press(Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert line(page, "a").time == "10:38"


def test_in_the_box_the_same_keys_speak_of_the_next_note(page: Capture) -> None:
    choose(page, "b")
    page.notes.composer.box.setFocus()
    type_words("x")
    press(Qt.Key.Key_2, ALT)
    assert line(page, "b").kind == OBSERVED
    assert page.notes.composer.note().kind == QUOTE
    assert page.notes.chosen() == "c"


def test_join_by_key_and_undo_by_key(page: Capture) -> None:
    choose(page, "b")
    press(Qt.Key.Key_J, CONTROL)
    assert keys(page) == ["a", "c"]
    assert page.sheet.undo.undoText() == "joining of the notes of 10:35 and 10:38"
    assert page.notes.chosen() == "a"
    press(Qt.Key.Key_Z, CONTROL)
    assert keys(page) == ["a", "b", "c"]


def test_split_by_key_where_the_caret_stands(page: Capture) -> None:
    choose(page, "b")
    press(Qt.Key.Key_Return, CONTROL)
    editor = page.notes.editor
    assert editor is not None
    assert editor.hint.text() == NO_CARET
    box = editor.box
    cursor = box.textCursor()
    cursor.setPosition(box.toPlainText().index("three"))
    box.setTextCursor(cursor)
    QTest.keyClick(focused(), ENTER, CONTROL)
    assert page.notes.editor is None
    first, second = page.sheet.lines.lines[1:3]
    assert (first.text, second.text) == ("Shares", "three call-outs.")
    assert (second.time, second.speaker, second.areas) == ("10:38", "police", ("E6", "E8"))
    assert page.notes.chosen() == second.key
    press(Qt.Key.Key_Z, CONTROL)
    assert keys(page) == ["a", "b", "c"]
    assert line(page, "b").text == "Shares three call-outs."


def test_a_split_with_nothing_on_one_side_keeps_the_words_in_their_box(page: Capture) -> None:
    choose(page, "c")
    press(Qt.Key.Key_F2)
    type_words(" And then?")
    QTest.keyClick(focused(), ENTER, CONTROL)
    assert page.notes.editor is not None
    assert page.notes.editor.hint.text() == NO_CARET
    assert page.notes.editor.box.toPlainText().endswith("And then?")
    assert page.sheet.undo.count() == 0


def test_the_time_is_asked_for_and_set_by_key(page: Capture) -> None:
    choose(page, "c")
    press(Qt.Key.Key_T, CONTROL)
    assert has_focus(page.notes.time_ask.time)
    assert page.notes.time_ask.words.text() == "Time of the note of 10:42"
    type_words("1036")
    press(Qt.Key.Key_Up)
    press(ENTER)
    assert line(page, "c").time == "10:37"
    assert keys(page) == ["a", "c", "b"]
    assert has_focus(page.notes.stream)
    assert not page.notes.time_ask.isVisible()


def test_a_time_that_is_none_is_told_and_escape_leaves_it(page: Capture) -> None:
    choose(page, "c")
    press(Qt.Key.Key_T, CONTROL)
    type_words("2575")
    press(ENTER)
    assert page.notes.time_ask.isVisible()
    assert "10:32" in page.notes.time_ask.hint.text()
    press(Qt.Key.Key_Escape)
    assert line(page, "c").time == "10:42"
    assert has_focus(page.notes.stream)


def test_lists_change_speaker_areas_and_what_it_shows(page: Capture) -> None:
    choose(page, "b")
    assert opened(page, SPEAKER)["Police  (po:)"].isChecked()
    opened(page, SPEAKER)["School  (sc:)"].trigger()
    assert line(page, "b").speaker == "school"
    opened(page, AREAS)["4 Child's needs, wishes, feelings"].trigger()
    assert line(page, "b").areas == ("E6", "E8", "E4")
    opened(page, AREAS)["4 Child's needs, wishes, feelings"].trigger()
    assert line(page, "b").areas == ("E6", "E8")
    opened(page, POLARITY)["A weakness"].trigger()
    opened(page, WEIGHT)["A pattern"].trigger()
    assert (line(page, "b").polarity, line(page, "b").weight) == ("weakness", "pattern")
    opened(page, POLARITY)["Not said"].trigger()
    assert line(page, "b").polarity == ""
    assert page.sheet.undo.count() == 6


def test_the_menu_key_and_a_right_click_open_it_at_the_note(page: Capture) -> None:
    stream = page.notes.stream
    choose(page, "c")
    asked: list[QPoint] = []
    stream.menu_asked.disconnect()
    stream.menu_asked.connect(asked.append)
    place = stream.visualRect(stream.lines.index(0)).center()
    for reason, at in (
        (QContextMenuEvent.Reason.Keyboard, QPoint()), (QContextMenuEvent.Reason.Mouse, place),
    ):  # fmt: skip
        event = QContextMenuEvent(reason, at, stream.viewport().mapToGlobal(at))
        QApplication.sendEvent(stream.viewport(), event)
    assert len(asked) == 2
    assert page.notes.chosen() == "a"


def test_a_removed_note_is_put_back_from_the_menu(page: Capture) -> None:
    choose(page, "b")
    press(Qt.Key.Key_Delete)
    page.notes.stream.choose("c")
    press(Qt.Key.Key_2, ALT)
    page.menu.refresh()
    assert page.menu.put_back_action.isEnabled()
    page.menu.put_back_action.trigger()
    assert keys(page) == ["a", "b", "c"]
    page.menu.refresh()
    assert not page.menu.put_back_action.isEnabled()


def test_words_typed_while_a_note_is_chosen_are_the_next_note(page: Capture) -> None:
    choose(page, "b")
    type_words("Just then the police")
    press(ENTER)
    last = page.sheet.lines.last
    assert last is not None
    assert last.text == "Just then the police"
    assert keys(page)[:3] == ["a", "b", "c"]


def test_an_empty_meeting_offers_nothing_to_do(workplace: Workplace) -> None:
    fields = {"what": "icpc", "started": "2012-11-20T10:30"}
    page = open_capture(workplace, add(workplace, "observation", fields))
    page.menu.refresh()
    assert page.menu.menu.actions()[0].text() == "No note yet"
    assert not any(action.isEnabled() for action in page.menu.actions.values())
    page.notes.split()
    page.notes.ask_time()
    assert page.notes.editor is None
    assert not page.notes.time_ask.isVisible()


def test_a_speaker_is_kept_only_when_asked_and_let_go_by_the_same_key(page: Capture) -> None:
    composer = page.notes.composer
    press(Qt.Key.Key_P, ALT)
    assert not composer.is_pinned
    assert "Say who" in composer.hint.text()
    type_words("po:One")
    press(Qt.Key.Key_P, ALT)
    press(ENTER)
    type_words("Two")
    press(ENTER)
    type_words("mo:Three")
    press(ENTER)
    type_words("Four")
    press(ENTER)
    said = [each.speaker for each in page.sheet.lines.lines[3:]]
    assert said == ["police", "police", "mother", "police"]
    assert composer.controls.keep.isChecked()
    press(Qt.Key.Key_P, ALT)
    type_words("Five")
    press(ENTER)
    assert page.sheet.lines.lines[-1].speaker == ""


def test_the_list_of_commands_knows_the_menu_and_its_lists(
    page: Capture, workplace: Workplace
) -> None:
    choose(page, "b")
    commands = {each.words: each for each in workplace.window.menus.commands()}
    assert commands["Join with the one above"].keys == "Ctrl+J"
    commands["Speaker: School  (sc:)"].do()
    assert line(page, "b").speaker == "school"
    workplace.close_page()
    assert "Join with the one above" not in {
        each.words for each in workplace.window.menus.commands()
    }


def test_setting_a_time_is_within_reach_at_every_size(page: Capture) -> None:
    choose(page, "c")
    press(Qt.Key.Key_T, CONTROL)
    check_reach(page)


def test_focus_mode_is_within_reach_at_every_size(page: Capture, workplace: Workplace) -> None:
    workplace.window.toggle_focus_mode()
    type_words("po:half a line")
    check_reach(page)
