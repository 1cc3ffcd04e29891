"""The records behind one number."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidencekit.analysis.snapshot import Snapshot
from evidencekit.canonical import Json
from evidencekit.operations import reading
from tests.ui.keys import press
from tests.ui.places.conftest import Known, add, do
from tests.ui.places.placing import front, put_place
from tests.ui.places.reach import check_reach
from ui.places.cell_notes import CellNotes, item_row
from ui.places.record_page import RecordPage
from ui.places.workplace import Workplace


@pytest.fixture
def snapshot(workplace: Workplace) -> Snapshot:
    return do(workplace, reading.snapshot)


def test_a_row_says_what_the_record_shows_of_the_area(snapshot: Snapshot, known: Known) -> None:
    row = item_row(snapshot.items[known.note], snapshot, "E4", 2012)
    assert row.tags == (("Weakness", "caution"),)
    assert row.detail == "Case note · OWN-L1 · Amara Osei"
    assert "Weakness." in row.sentence


def test_the_childs_voice_is_named(workplace: Workplace, known: Known) -> None:
    areas: list[Json] = [{"area": "E4"}]
    fields: dict[str, Json] = {"case": known.case, "child_says": "Quiet.", "areas": areas}
    note = add(workplace, "case-note", fields)
    snapshot = do(workplace, reading.snapshot)
    assert ("Child's voice", "voice") in item_row(snapshot.items[note], snapshot, "E4", 2012).tags


def test_enter_opens_a_record(
    workplace: Workplace, snapshot: Snapshot, known: Known, qtbot: QtBot
) -> None:
    item = snapshot.items[known.note]
    page = put_place(
        workplace, qtbot, lambda place: CellNotes(place, "4 Wishes, OWN-L1", [item], snapshot, "E4")
    )
    qtbot.waitUntil(lambda: page.list.records.row_at(page.list.records.index(0)) is not None)
    check_reach(page)
    page.list.setFocus()
    press(Qt.Key.Key_Return)
    assert front(workplace, RecordPage).record == known.note
