"""The write-up beside the jottings: words go in by key, and neither side touches the other."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evidencekit.canonical import Json
from evidencekit.operations import drafting, reading
from tests.ui.keys import focused, press, type_words
from tests.ui.places.conftest import add, do, settle
from tests.ui.places.meeting import LINES, has_focus, open_capture
from tests.ui.places.reach import check_reach
from ui.places.capture import Capture
from ui.places.capture_write_up import WriteUp
from ui.places.workplace import Workplace

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
QUOTED = "10:35 Social worker: “He said a day when nobody shouts.”\n"


@pytest.fixture
def page(workplace: Workplace) -> Capture:
    fields = {"what": "icpc", "started": "2012-11-20T10:30", "lines": [*LINES]}
    return open_capture(workplace, add(workplace, "observation", fields))  # type: ignore[arg-type]


@pytest.fixture
def write_up(page: Capture) -> WriteUp:
    press(Qt.Key.Key_R, CONTROL)
    assert page.write_up is not None
    return page.write_up


def test_it_opens_by_key_with_the_keyboard_in_its_box(page: Capture, write_up: WriteUp) -> None:
    assert has_focus(write_up.box)
    assert write_up.jottings.isVisible()
    assert page.rail is not None
    assert not page.rail.isVisible()
    press(Qt.Key.Key_R, CONTROL)
    assert has_focus(page.notes.composer.box)
    assert page.rail.isVisible()


def test_a_jotting_is_put_in_by_key_and_the_next_is_chosen(write_up: WriteUp) -> None:
    type_words("It began late.")
    QTest.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    assert write_up.box.toPlainText() == f"It began late.\n{QUOTED}"
    press(Qt.Key.Key_Down, ALT)
    QTest.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    assert write_up.box.toPlainText().endswith("10:42 Me: Nobody asked about the baby.\n")
    press(Qt.Key.Key_Z, CONTROL)
    assert "Nobody asked" not in write_up.box.toPlainText()


def test_from_the_list_enter_puts_it_in_and_letters_go_to_the_box(write_up: WriteUp) -> None:
    write_up.jottings.setFocus()
    press(Qt.Key.Key_Return)
    assert write_up.box.toPlainText() == QUOTED
    assert has_focus(write_up.box)
    write_up.jottings.setFocus()
    type_words("So")
    assert write_up.box.toPlainText() == f"{QUOTED}So"


def test_the_jottings_cannot_be_changed_here(page: Capture, write_up: WriteUp) -> None:
    before = list(page.sheet.lines.lines)
    write_up.jottings.setFocus()
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Delete):
        press(key)
    assert list(page.sheet.lines.lines) == before
    assert page.notes.editor is None


def test_what_is_written_is_durable_and_neither_side_overwrites_the_other(
    page: Capture, write_up: WriteUp, workplace: Workplace
) -> None:
    type_words("The meeting was late.")
    write_up.box.flush()
    settle(workplace)
    kept = do(workplace, lambda desk: drafting.draft(desk, page.sheet.form))
    assert kept is not None
    assert kept.content["write_up"] == "The meeting was late."
    page.show_notes()
    type_words("One more")
    press(Qt.Key.Key_Return)
    page.show_write_up()
    assert write_up.box.toPlainText() == "The meeting was late."
    workplace.close_page()
    settle(workplace)
    item = do(workplace, lambda desk: reading.item(desk, page.sheet.record))
    assert item.fields["write_up"] == "The meeting was late."
    assert len(item.fields["lines"]) == 4  # type: ignore[arg-type]


def test_the_details_ask_the_same_question_and_both_show_one_text(
    page: Capture, write_up: WriteUp
) -> None:
    page.show_details()
    page.show_write_up()
    type_words("First words.")
    page.show_details()
    assert page.details is not None
    page.details.show_part(_part(page))
    assert page.sheet.fields["write_up"] == "First words."
    page.show_write_up()
    assert write_up.box.toPlainText() == "First words."


def _part(page: Capture) -> str:
    assert page.details is not None
    parts = page.details._parts.items()
    return next(key for key, part in parts if "write_up" in part.keys)


def test_a_meeting_without_notes_can_be_written_up_too(workplace: Workplace) -> None:
    fields = {"what": "icpc", "started": "2012-11-20T10:30"}
    page = open_capture(workplace, add(workplace, "observation", fields))
    page.show_write_up()
    QTest.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    assert page.write_up is not None
    assert page.write_up.box.toPlainText() == ""
    type_words("Nobody came.")
    assert page.write_up.box.toPlainText() == "Nobody came."


def test_one_comes_back_to_where_one_was(page: Capture, workplace: Workplace) -> None:
    page.notes.stream.setFocus()
    page.notes.stream.choose("b")
    way = page.again()
    assert dict(way.given)["line"] == "b"
    page.show_write_up()
    assert dict(page.again().given)["view"] == "write-up"
    workplace.close_page()
    settle(workplace)
    way(workplace)
    settle(workplace)
    back = workplace.window.page
    assert isinstance(back, Capture)
    assert back.notes.chosen() == "b"
    assert has_focus(back.notes.stream)


def test_the_write_up_is_within_reach_at_every_size(page: Capture, write_up: WriteUp) -> None:
    type_words("The meeting was late.")
    check_reach(page)


def test_the_place_in_a_long_stream_comes_back(workplace: Workplace, qtbot: QtBot) -> None:
    lines = [{"key": f"k{n}", "time": "10:35", "text": f"Note {n}"} for n in range(60)]
    fields: dict[str, Json] = {"what": "icpc", "started": "2012-11-20T10:30", "lines": [*lines]}
    page = open_capture(workplace, add(workplace, "observation", fields))
    qtbot.waitUntil(lambda: page.notes.stream.is_at_end)
    page.notes.stream.show_from("k20")
    qtbot.waitUntil(lambda: page.notes.stream.top_key == "k20")
    way = page.again()
    workplace.close_page()
    settle(workplace)
    way(workplace)
    settle(workplace)
    back = workplace.window.page
    assert isinstance(back, Capture)
    qtbot.waitUntil(lambda: back.notes.stream.top_key == "k20")
