"""Printing a journey: a folder is chosen, and everything said about the file is true."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from evidencekit.operations import remembering
from tests.ui.places.conftest import Known, add, do, settle
from tests.ui.places.journeying import write_journey
from tests.ui.places.placing import put_place
from ui.places.choosers import Chosen
from ui.places.journey import JourneyPlace
from ui.places.journey_print import QUESTION
from ui.places.printing import print_in_front
from ui.places.workplace import Workplace


@pytest.fixture
def place(workplace: Workplace, known: Known, qtbot: QtBot) -> JourneyPlace:
    write_journey(workplace, known)
    return put_place(workplace, qtbot, JourneyPlace)


def test_the_journey_in_front_is_saved_and_written_down(
    place: JourneyPlace, workplace: Workplace, tmp_path: Path
) -> None:
    asked: list[str] = []

    def choose(_near: QWidget, question: str, then: Chosen) -> None:
        asked.append(question)
        then(tmp_path)

    place.printer.choose_folder = choose
    print_in_front(workplace)
    settle(workplace)
    assert asked == [QUESTION]
    assert "plain" in QUESTION
    (made,) = tmp_path.glob("journey-OWN-L1-*.pdf")
    assert made.read_bytes().startswith(b"%PDF-")
    assert made.with_suffix(".html").exists()
    assert made.name in place.notice.words
    assert place.board.isVisible()
    assert "printed journey" in str(do(workplace, remembering.log_entries)[-1])
    place.print_it.click()
    settle(workplace)
    assert len(list(tmp_path.glob("journey-*.pdf"))) == 2


def test_a_folder_that_takes_no_file_is_said_and_the_journey_stays(
    place: JourneyPlace, workplace: Workplace, tmp_path: Path
) -> None:
    place.printer.choose_folder = lambda _near, _question, then: then(tmp_path / "nowhere")
    place.print_out()
    settle(workplace)
    assert "cannot be written" in place.notice.words
    assert place.board.isVisible()


def test_a_child_without_a_journey_has_nothing_to_print(
    place: JourneyPlace, workplace: Workplace, tmp_path: Path
) -> None:
    fresh = add(workplace, "case", {"reference": "OWN/L 9", "sample_type": "triggered"})
    place.show_case(fresh)
    settle(workplace)
    place.printer.choose_folder = lambda _near, _question, then: then(tmp_path)
    place.print_out()
    settle(workplace)
    assert not place.print_it.isVisible()
    assert list(tmp_path.glob("journey*")) == []
