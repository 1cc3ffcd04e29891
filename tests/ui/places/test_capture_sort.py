"""Sorting by key: areas, what it shows, how far it goes; the next note comes by itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from evidencekit.canonical import Json
from evidencekit.operations import reading
from evidencekit.records.meeting_line import MeetingLine
from tests.ui.keys import focused, press, type_words
from tests.ui.places.conftest import add, do, settle
from tests.ui.places.meeting import LINES, has_focus, open_capture
from tests.ui.places.reach import check_reach
from ui.places.capture import Capture
from ui.places.capture_sort import POLARITY_KEYS, SORTED, WEIGHT_KEYS, SortCard, is_sorted
from ui.places.workplace import Workplace
from ui.widgets import a11y

BARE: dict[str, Json] = {"key": "d", "time": "10:50", "kind": "observed", "text": "And the GP."}


@pytest.fixture
def page(workplace: Workplace) -> Capture:
    fields: dict[str, Json] = {
        "what": "icpc", "started": "2012-11-20T09:30", "lines": [*LINES[1:], BARE],
    }  # fmt: skip
    made = open_capture(workplace, add(workplace, "observation", fields))
    made.show_finish()
    return made


@pytest.fixture
def card(page: Capture) -> SortCard:
    assert page.finish is not None
    return page.finish.sort


def line(page: Capture, key: str) -> MeetingLine:
    found = page.sheet.lines.line(key)
    assert found is not None
    return found


def test_one_key_each_sorts_a_note_and_the_next_comes_by_itself(
    page: Capture, card: SortCard
) -> None:
    assert has_focus(card)
    assert card.title.text() == "Note to sort: 1 of 3"
    type_words("wp")  # its areas were typed in the meeting
    assert (line(page, "b").polarity, line(page, "b").weight) == ("weakness", "pattern")
    assert card.title.text() == "Note to sort: 1 of 2"
    assert "Nobody asked about the baby" in card.accessibleName()
    type_words("25si")
    assert card.current is not None
    assert card.current.key == "d"
    assert line(page, "c").areas == ("E2", "E5")
    type_words("=Mo")
    assert (line(page, "d").areas, line(page, "d").polarity) == (("E12",), "mixed")
    assert card.title.text() == SORTED


def test_the_same_key_takes_back_what_it_said(page: Capture, card: SortCard) -> None:
    type_words("88")
    assert line(page, "b").areas == ("E6", "E8")
    type_words("ss")
    assert line(page, "b").polarity == ""
    assert not card.shows["strength"].isChecked()


def test_each_key_is_one_step_of_undo(page: Capture, card: SortCard) -> None:
    before = list(page.sheet.lines.lines)
    type_words("wp")
    assert page.sheet.undo.undoText() == "weight of the note of 10:38"
    for _step in "wp":
        press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.sheet.lines.lines == before
    assert card.current == before[0]


def test_what_was_said_reaches_the_links_of_the_record(
    page: Capture, card: SortCard, workplace: Workplace
) -> None:
    type_words("wp")
    page.sheet.save()
    settle(workplace)
    item = do(workplace, lambda desk: reading.item(desk, page.sheet.record))
    links = [(link.area, link.polarity, link.weight) for link in item.area_links]
    assert links == [("E6", "weakness", "pattern"), ("E8", "weakness", "pattern")]


def test_a_note_that_is_typed_again_keeps_what_it_shows(page: Capture, card: SortCard) -> None:
    type_words("wp")
    page.show_notes()
    page.notes.change("b")
    type_words(" More.")
    press(Qt.Key.Key_Return)
    assert line(page, "b").text == "Shares three call-outs. More."
    assert (line(page, "b").polarity, line(page, "b").weight) == ("weakness", "pattern")


def test_a_sorted_note_can_be_typed_again_as_it_now_is(page: Capture, card: SortCard) -> None:
    card.leave()
    card.buttons["E6"].click()
    assert line(page, "c").typed == "!Nobody asked about the baby. #E6"
    assert line(page, "c").edited


def test_the_mouse_does_all_that_the_keys_do(page: Capture, card: SortCard) -> None:
    assert [card.buttons[area].isChecked() for area in ("E6", "E7")] == [True, False]
    card.shows["strength"].click()
    card.weighs["isolated"].click()
    assert (line(page, "b").polarity, line(page, "b").weight) == ("strength", "isolated")


def test_enter_leaves_a_note_for_another_day(card: SortCard) -> None:
    first = card.current
    for _note in range(3):
        assert has_focus(card)
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert card.current is None
    assert card.title.text() == "3 left unsorted."
    card.begin()
    assert card.current == first


def test_the_legend_shows_every_key_and_a_reader_hears_every_choice(card: SortCard) -> None:
    shown = {pill.text() for pill in (*card.shows.values(), *card.weighs.values())}
    assert {text[0].casefold() for text in shown} == set(POLARITY_KEYS) | set(WEIGHT_KEYS)
    names = {met.name for met in a11y.tree(card)}
    assert {"A weakness", "A pattern", "Area 12 Responses to risk: MAPPA, MARAC"} <= names


def test_sorted_means_all_three() -> None:
    full = MeetingLine(key="a", text="x", areas=("E1",), polarity="mixed", weight="some")
    assert is_sorted(full)
    assert not is_sorted(MeetingLine(key="a", text="x", areas=("E1",), polarity="mixed"))


def test_sorting_is_within_reach_at_every_size(page: Capture, card: SortCard) -> None:
    check_reach(page)
