"""Picking evidence: narrowed by words, nothing picked is lost, plain facts of what is picked."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidencekit.ids import RecordId
from evidencekit.operations.evaluating import Source
from tests.ui.keys import focused, press, show_active, type_words
from ui.places.score_evidence import EvidencePicker, facts
from ui.widgets.a11y import nameless


def source(record: str, title: str, kind: str = "case-note", who: str = "Ben Okoro") -> Source:
    return Source(
        record=RecordId(record), kind=kind, title=title, author_name=who,
        at="2012-11-20T09:15", polarity="weakness", note="", is_draft=False,
    )  # fmt: skip


SOURCES = (
    source("a", "The plan was late"),
    source("b", "A quiet room", "observation", "Priya Raman"),
    source("c", "The plan was kept", who="Priya Raman"),
)


@pytest.fixture
def picker(qtbot: QtBot) -> EvidencePicker:
    made = EvidencePicker()
    qtbot.addWidget(made)
    made.show_sources(SOURCES, 2012)
    show_active(qtbot, made)
    made.words.setFocus()
    return made


def test_typing_narrows_down_and_space_picks(picker: EvidencePicker, qtbot: QtBot) -> None:
    type_words("plan late")
    assert list(picker.list.boxes) == ["a"]
    assert picker.shown.text() == "1 of 3 shown."
    press(Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.changed):
        press(Qt.Key.Key_Space)
    assert picker.value() == ["a"]
    assert picker.picked.text() == "1 picked: 1 case note; by 1 inspector."


def test_what_is_picked_stays_picked_when_it_is_narrowed_away(picker: EvidencePicker) -> None:
    picker.set_value(["a", "b"], ["c"])
    type_words("nothing has this")
    assert list(picker.list.boxes) == []
    assert (set(picker.value()), picker.value_against()) == ({"a", "b"}, ["c"])
    assert picker.picked.text() == (
        "2 picked: 1 case note, 1 observation; by 2 inspectors. 1 picked against it."
    )
    press(Qt.Key.Key_Escape)
    assert len(picker.list.boxes) == 3
    assert picker.list.boxes["a"].isChecked()
    assert not picker.shown.isVisible()


def test_facts_count_and_judge_nothing() -> None:
    assert facts([]) == "Nothing picked yet."
    assert facts(SOURCES) == "3 picked: 2 case notes, 1 observation; by 2 inspectors."


def test_without_evidence_there_is_nothing_to_narrow(qtbot: QtBot) -> None:
    empty = EvidencePicker()
    qtbot.addWidget(empty)
    empty.show_sources((), 2012)
    empty.show()
    assert not empty.words.isVisible()
    empty.words.left_downwards.emit()
    assert empty.value() == []
    assert not nameless(empty)


def test_down_from_the_box_goes_into_the_list(picker: EvidencePicker) -> None:
    press(Qt.Key.Key_Down)
    assert focused() is picker.list.boxes["a"]
