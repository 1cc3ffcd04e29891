"""Beside the notes: counts that keep up."""

import pytest
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from evidencekit.framework.pack import FrameworkPack
from evidencekit.records.meeting_line import MeetingLine, line_of
from tests.ui.places.meeting import LINES
from ui.places.capture_lines import LineModel
from ui.places.capture_rail import QUICK_KEYS, AreasHeard, QuickKeys, Rail
from ui.places.capture_words import CaptureWords
from ui.widgets import a11y


@pytest.fixture
def heard(pack: FrameworkPack, qtbot: QtBot) -> AreasHeard:
    lines = LineModel(CaptureWords(pack))
    lines.show_lines([line_of(row) for row in LINES])
    made = AreasHeard(lines)
    made.lines = lines  # type: ignore[attr-defined] # kept alive with the card
    qtbot.addWidget(made)
    made.show_counts()
    made.show()
    return made


def test_each_area_says_how_often_it_was_heard(heard: AreasHeard, pack: FrameworkPack) -> None:
    name = f"6 {pack.joint_areas[5].label}: 1 in this meeting"
    assert name in [met.name for met in a11y.tree(heard)]
    assert heard.meters["E1"].count == 0


def test_counts_follow_the_notes(heard: AreasHeard) -> None:
    heard._lines.insert(3, MeetingLine(key="n", text="new", areas=("E6", "P1")))
    assert heard.meters["E6"].count == 2
    assert heard.meters["P1"].isVisible()
    heard._lines.remove("n")
    assert heard.meters["E6"].count == 1


def test_a_specialist_area_waits_until_it_is_heard(heard: AreasHeard) -> None:
    assert heard.meters["E12"].isVisible()
    assert not heard.meters["P2"].isVisible()


def test_a_meter_is_painted_with_its_count(heard: AreasHeard) -> None:
    meter = heard.meters["E6"]
    before = meter.grab().toImage()
    meter.show_count(3)
    assert meter.grab().toImage() != before


def test_every_quick_key_is_told(qtbot: QtBot) -> None:
    card = QuickKeys()
    qtbot.addWidget(card)
    card.show()
    said = [met.name for met in a11y.tree(card)]
    assert all(mark in said and words in said for mark, words in QUICK_KEYS)


def test_the_keys_give_way_when_the_areas_need_the_height(
    pack: FrameworkPack, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    rail = QWidget(window)
    lines = LineModel(CaptureWords(pack))
    column = QVBoxLayout(rail)
    column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # as in a small window
    made = Rail(rail, column, lines)
    rail.resize(272, 900)
    window.show()
    assert made.keys.isVisible()
    rail.resize(272, made.heard.sizeHint().height() + 20)
    assert not made.keys.isVisible()
    meter = made.heard.meters["E1"]
    qtbot.waitUntil(lambda: meter.height() >= meter.sizeHint().height())
