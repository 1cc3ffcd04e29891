"""The scale in the framework's order, or words where it has none; evidence to tick."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidencekit.ids import RecordId
from evidencekit.operations.evaluating import Source
from tests.ui.keys import press, show_active
from ui.places.score_parts import GRADED, EvidenceList, ScaleCards
from ui.places.workplace import Workplace
from ui.widgets.a11y import nameless, tree
from ui.widgets.button import Button


def source(record: str, polarity: str = "weakness") -> Source:
    return Source(
        record=RecordId(record), kind="case-note", title=f"Note {record}", author_name="Ben Okoro",
        at="2012-11-20T09:15", polarity=polarity, note="", is_draft=False,
    )  # fmt: skip


@pytest.fixture
def scale(workplace: Workplace, qtbot: QtBot) -> ScaleCards:
    made = ScaleCards("Grade for 4 Wishes", workplace.pack)
    qtbot.addWidget(made)
    show_active(qtbot, made)
    made.setFocus()
    return made


def test_the_scale_stands_in_the_frameworks_order_and_nothing_is_chosen(
    scale: ScaleCards, workplace: Workplace
) -> None:
    assert [grade for status, grade in scale.radios if status == GRADED] == [
        grade.id for grade in workplace.pack.grades
    ]
    assert [status for status, grade in scale.radios if not grade] == [
        "not-looked-at", "looked-none-found",
    ]  # fmt: skip
    assert scale.value() == ("", "")


def test_numbers_choose_by_place_and_nought_says_not_looked_at(
    scale: ScaleCards, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(scale.chosen):
        press(Qt.Key.Key_2)
    assert scale.value() == (GRADED, "good")
    press(Qt.Key.Key_0)
    assert scale.value() == ("not-looked-at", "")
    press(Qt.Key.Key_9)
    assert scale.value() == ("not-looked-at", "")


def test_a_grade_says_its_place_among_the_others(scale: ScaleCards) -> None:
    names = [met.name for met in tree(scale)]
    assert "Good, 2 of 4" in names
    assert not nameless(scale)


def test_a_choice_can_be_shown_and_taken_back(scale: ScaleCards) -> None:
    scale.set_value(GRADED, "adequate")
    assert scale.value() == (GRADED, "adequate")
    scale.set_value("", "")
    assert scale.value() == ("", "")


def test_evidence_is_ticked_and_read(qtbot: QtBot) -> None:
    made = EvidenceList()
    qtbot.addWidget(made)
    made.show_sources([source("r1"), source("r2", "")], 2012)
    made.show()
    with qtbot.waitSignal(made.changed):
        made.boxes["r1"].click()
    assert made.value() == ["r1"]
    assert "Shows: Weakness." in made.boxes["r1"].accessibleName()
    assert "Shows: Not said." in made.boxes["r2"].accessibleName()


def test_what_was_linked_stays_linked_when_it_is_not_among_the_shown(qtbot: QtBot) -> None:
    made = EvidenceList()
    qtbot.addWidget(made)
    made.set_value(["old"])
    made.show_sources([source("r1")], 2012)
    assert made.value() == ["old"]
    made.show_sources([source("old")], 2012)
    assert made.boxes["old"].isChecked()


def test_a_long_list_is_shown_in_full_when_asked_for(qtbot: QtBot) -> None:
    made = EvidenceList()
    qtbot.addWidget(made)
    made.show_sources([source(f"r{number}") for number in range(45)], 2012)
    made.set_value(["r2", "r44"])
    show_active(qtbot, made)
    more = next(each for each in made.findChildren(Button) if "Show all 45" in each.text())
    more.click()
    assert len(made.boxes) == 45
    assert made.value() == ["r2", "r44"]
    assert made.boxes["r30"].hasFocus()


def test_a_record_carries_the_grade_or_speaks_against_it_never_both(qtbot: QtBot) -> None:
    made = EvidenceList()
    qtbot.addWidget(made)
    made.show_sources([source("r1")], 2012)
    made.boxes["r1"].click()
    made.against["r1"].click()
    assert (made.value(), made.value_against()) == ([], ["r1"])
    made.boxes["r1"].click()
    assert (made.value(), made.value_against()) == (["r1"], [])


def test_an_area_without_evidence_says_so(qtbot: QtBot) -> None:
    made = EvidenceList()
    qtbot.addWidget(made)
    made.show_sources([], 2012)
    made.show()
    assert "No evidence in this area. You can still write why." in [m.name for m in tree(made)]


def test_a_framework_without_a_scale_offers_words_and_no_grade(
    workplace: Workplace, qtbot: QtBot
) -> None:
    made = ScaleCards("Your view for 4 Wishes", replace(workplace.pack, grades=()))
    qtbot.addWidget(made)
    show_active(qtbot, made)
    made.setFocus()
    assert list(made.radios) == [(GRADED, ""), ("not-looked-at", ""), ("looked-none-found", "")]
    press(Qt.Key.Key_1)
    assert made.value() == (GRADED, "")
    assert not any("grade" in met.name.lower() for met in tree(made))
