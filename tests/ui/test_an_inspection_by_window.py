"""An inspection at the lead's real window, by keys alone; colleagues write by commands.

Set up, a colleague admitted, the set-up pack; an evening's bundles merged, a clash decided, one
event seen by two, accepted, found, judged, written, printed, published; and two years later: how do
we know, and what of it may be disclosed?
"""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidencekit.analysis.snapshot import Snapshot
from evidencekit.operations import decide, reading, unlock
from evidencekit.operations.desk import Desk
from tests.inspection.plan import ONE_EVENING
from tests.inspection.play import play_to_an_evening
from tests.inspection.stage import Stage
from tests.ui.answering_by_keys import discloses, holds_outside, names_somebody
from tests.ui.by_keys import ByKeys, name_of
from tests.ui.keys import focused, press
from tests.ui.publishing_by_keys import is_published, publishes
from tests.ui.setting_up_by_keys import (
    admits,
    brings_a_card,
    hands_over_the_pack,
    is_in_the_team,
    sets_up,
)
from ui.places.how_known import HowPage
from ui.places.report import ReportPlace
from ui.places.report_writing import WriteReport
from ui.widgets.combo import Combo

FOUND = "Children are seen alone."
TWO_YEARS = timedelta(days=2 * 365)


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """Everybody has handed in, and nothing is merged yet."""
    folder = tmp_path_factory.mktemp("inspection")
    return play_to_an_evening(ONE_EVENING, folder, lambda _line: None)


@pytest.fixture
def judith(look: QApplication, stage: Stage, tmp_path: Path) -> Iterator[ByKeys]:
    made = ByKeys(tmp_path / "look.ini", stage.hands.clock)
    made.clock.put(stage.plan.moment(1, "22:05"))
    yield made
    made.ends()


def test_the_lead_sets_up_and_a_colleague_joins_by_the_pack(
    judith: ByKeys, stage: Stage, tmp_path: Path
) -> None:
    hands, stick = stage.hands, tmp_path / "stick"
    sets_up(judith, tmp_path)
    card, read_aloud = brings_a_card(hands, stick)
    mine = admits(judith, card, read_aloud)
    pack = hands_over_the_pack(judith, stick)
    judith.locks()
    is_in_the_team(hands, pack, mine)


def test_the_lead_merges_decides_concludes_publishes_and_answers_by_keys(
    judith: ByKeys, stage: Stage, tmp_path: Path, qtbot: QtBot
) -> None:
    workspace, passphrase = stage.folder / stage.lead.folder, stage.hands.passphrases
    judith.unlocks(workspace, passphrase[stage.lead.folder])
    gathers(judith, stage)
    decides(judith)
    accepts(judith, stage)
    finds(judith)
    judges(judith)
    writes(judith, qtbot)
    prints(judith, tmp_path)
    final = publishes(judith, tmp_path / "final")
    judith.locks()
    names_somebody(stage)
    judith.clock.put(judith.clock.at + TWO_YEARS)
    judith.unlocks(workspace, passphrase[stage.lead.folder])
    answers(judith, qtbot)
    pack = discloses(judith, tmp_path)
    judith.locks()
    holds(stage, final)
    holds_outside(pack)


def gathers(judith: ByKeys, stage: Stage) -> None:
    """Drop the evening's bundles and merge them in one step."""
    judith.commands("Merge")
    judith.drops([stage.folder / path for _evening, _who, path in stage.on_the_way])
    judith.presses("Merge 2 bundles")
    judith.tabs_to("Withdraw all: 2 bundles of one evening")


def decides(judith: ByKeys) -> None:
    """Decide the clash, then say that one event was seen by two."""
    judith.presses("Decide: SH-05")
    judith.types("Reason for the decision", "It has what was written last.")
    judith.presses("Keep the second version")
    judith.presses("Look at both accounts")
    press(Qt.Key.Key_Return)
    judith.settles()
    judith.presses("One event")
    judith.tabs_to("Undo: Linked as one event.")


def accepts(judith: ByKeys, stage: Stage) -> None:
    """Find a note by its words, read it and accept it."""
    sentence = next(each for each, who in stage.planned.items() if who == "priya")
    judith.commands("Search")
    judith.types("Search words", sentence.removesuffix(" of our own count.").split(" Line ")[-1])
    press(Qt.Key.Key_Return)
    judith.settles()
    judith.tabs_to("Results")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    judith.settles()
    judith.presses("Accept")


def finds(judith: ByKeys) -> None:
    """Write a finding on evidence and adopt it."""
    judith.commands("Findings")
    judith.presses("New finding")
    judith.types("Finding", FOUND)
    _next_word(judith, "Kind of finding")
    _next_word(judith, "Addressed to")
    _next_word(judith, "Add to: Evidence")
    judith.types("What it meant for the child", "They were heard.")
    judith.presses("Submit")
    judith.presses(f"Adopt: {FOUND}")


def judges(judith: ByKeys) -> None:
    """Make a judgement in the framework's three parts; nothing is chosen beforehand."""
    judith.presses("Begin judgement: Overall effectiveness")
    judith.tabs_to("Outstanding")  # the first of the scale; none is chosen yet
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    assert name_of(focused()) == "Adequate"
    press(Qt.Key.Key_Space)
    for part in ("Impact of each agency", "Partnership working", "How well children are helped"):
        judith.types(part, "Known.")
    for box in ("Add to: Evidence", "Add to: Findings", "Add to: Evidence against",
                "Add to: Agreed by"):  # fmt: skip
        _next_word(judith, box)
    judith.types("Strongest contrary evidence", "One child waited.")
    judith.types("Why it is outweighed", "It was one.")
    judith.presses("Submit")


def writes(judith: ByKeys, qtbot: QtBot) -> None:
    """Write a sentence of the report and link what it rests on."""
    judith.commands("Write the report")
    page = judith.page
    assert isinstance(page, WriteReport)
    judith.types("Text of the section", FOUND)
    qtbot.waitUntil(lambda: page.asked_about() != "")
    press(Qt.Key.Key_F4)
    press(Qt.Key.Key_Down)
    judith.settles()
    judith.presses("Keep this version")


def prints(judith: ByKeys, folder: Path) -> None:
    """Make the PDF, with its equivalent in HTML beside it."""
    judith.commands("Report")
    while judith.app.window.where()[1]:
        judith.app.window.close_page()
    page = judith.page
    assert isinstance(page, ReportPlace)
    page.choose_folder = lambda _near, _question, then: then(folder)
    judith.presses("Make the PDF")
    (made,) = folder.glob("*.html")
    assert FOUND in made.read_text("utf-8")


def answers(judith: ByKeys, qtbot: QtBot) -> None:
    """Two years later, ask of the sentence how it is known."""
    judith.commands("Write the report")
    page = judith.page
    assert isinstance(page, WriteReport)
    qtbot.waitUntil(lambda: page.asked_about() != "")
    press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    judith.settles()
    asked = judith.page
    assert isinstance(asked, HowPage)
    assert asked.found is not None
    assert not asked.found.missing
    seen = [each for each in asked.found.bases if each.is_evidence]
    assert all(each.who and each.provenance for each in seen)
    assert all(version.carried.key for each in seen for version in each.versions)


def holds(stage: Stage, final: Path) -> None:
    """Look into the store: what was done by keys is there."""
    lead = stage.lead.folder
    desk = unlock.open_workspace(stage.folder / lead, stage.hands.passphrases[lead])
    try:
        held = reading.whole(desk)
        _look(desk, held)
        is_published(held, final)
    finally:
        unlock.lock(desk)


def _look(desk: Desk, held: Snapshot) -> None:
    assert decide.clashes(desk) == ()
    (finding,) = held.of_kind("finding")
    assert finding.fields["evidence"]
    (judged,) = held.of_kind("judgement")
    assert judged.fields["grade"] == "adequate"
    assert judged.state == "submitted"
    outcomes = {str(item.fields["outcome"]) for item in held.of_kind("decision")}
    assert outcomes >= {"accept", "adopt"}


def _next_word(judith: ByKeys, name: str) -> None:
    """Choose the next word of a list by the arrow key."""
    box = judith.tabs_to(name)
    assert isinstance(box, Combo)
    press(Qt.Key.Key_Down)
    judith.settles()
