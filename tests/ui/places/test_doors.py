"""Every kind of record opens on the page made for it."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.places.conftest import Known, add
from tests.ui.places.placing import front, put_place
from ui.places.capture import Capture
from ui.places.case import CasePage
from ui.places.case_note import CaseNote
from ui.places.doors import begin_record, edit_record, open_record
from ui.places.edit_record import EditRecord
from ui.places.new_observation import NewObservation
from ui.places.record_page import RecordPage
from ui.places.score import ScorePage
from ui.places.search import Search
from ui.places.workplace import Workplace
from ui.widgets.page import Page


@pytest.fixture(autouse=True)
def _somewhere(workplace: Workplace, qtbot: QtBot) -> None:
    put_place(workplace, qtbot, Search)


def test_records_open_to_be_read(workplace: Workplace, known: Known) -> None:
    open_record(workplace, known.case, "case")
    assert front(workplace, CasePage).title == "OWN-L1"
    open_record(workplace, known.note, "case-note")
    assert front(workplace, RecordPage).record == known.note


def test_a_score_opens_to_be_read_and_only_then_to_be_written(workplace: Workplace) -> None:
    score = add(workplace, "score", {"area": "E4", "scope": "whole-area"})
    open_record(workplace, score, "score")
    front(workplace, RecordPage)
    edit_record(workplace, score, "score")
    assert "wishes" in front(workplace, ScorePage).title


def test_an_observation_is_written_where_it_is_caught(workplace: Workplace, known: Known) -> None:
    open_record(workplace, known.observation, "observation")
    front(workplace, RecordPage)
    edit_record(workplace, known.observation, "observation")
    front(workplace, Capture)
    begin_record(workplace, "observation", {"case": known.case})
    front(workplace, NewObservation)


@pytest.mark.parametrize(
    ("kind", "page"), [("case-note", CaseNote), ("score", ScorePage), ("document", EditRecord)]
)
def test_a_new_record_begins_on_its_own_form(
    workplace: Workplace, kind: str, page: type[Page]
) -> None:
    begin_record(workplace, kind, {"area": "E4"} if kind == "score" else {})
    front(workplace, page)
