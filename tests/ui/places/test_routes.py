"""From a kind or an unfinished text to the page where it is written."""

import pytest

from evidencekit.canonical import Json
from evidencekit.operations import drafting
from evidencekit.records.kinds import KINDS
from tests.ui.places.conftest import Known, do, settle
from ui.places.all import places
from ui.places.capture import Capture
from ui.places.case_note import CaseNote
from ui.places.concern import RaiseConcern
from ui.places.edit_record import EditRecord
from ui.places.new_observation import NewObservation
from ui.places.routes import carry_on, place_of, resume, start_notes
from ui.places.workplace import Workplace
from ui.widgets.page import Page


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_is_at_home_in_a_place_that_each_person_has(
    kind: str, workplace: Workplace, inspector_workplace: Workplace
) -> None:
    for place in (workplace, inspector_workplace):
        names = [spec.name for spec in places(place)]
        assert place_of(kind) in names


@pytest.mark.parametrize(("kind", "page"), [("observation", Capture), ("case-note", CaseNote)])
def test_ones_own_records_open_for_writing(
    workplace: Workplace, known: Known, kind: str, page: type[Page]
) -> None:
    workplace.window.show_places(places(workplace))
    record = known.observation if kind == "observation" else known.note

    carry_on(workplace, record, kind)
    settle(workplace)

    assert isinstance(workplace.window.page, page)


@pytest.mark.parametrize(
    ("form", "kind", "page"),
    [
        ("new:concern", "concern", RaiseConcern),
        ("new:case-note", "case-note", CaseNote),
        ("new:document", "document", EditRecord),
    ],
)
def test_an_unfinished_form_is_opened_with_its_words(
    workplace: Workplace, form: str, kind: str, page: type[EditRecord]
) -> None:
    workplace.window.show_places(places(workplace))
    key = {"concern": "nature", "case-note": "i_saw", "document": "title"}[kind]
    typed: dict[str, Json] = {key: "Half a wo"}
    do(workplace, lambda desk: drafting.keep_draft(desk, form, kind, typed))
    unsaved = do(workplace, lambda desk: drafting.draft(desk, form))
    assert unsaved is not None

    resume(workplace, unsaved)
    settle(workplace)

    opened = workplace.window.page
    assert isinstance(opened, page)
    assert opened.form is not None
    assert opened.form.typed()[key] == "Half a wo"


def test_an_unfinished_note_about_a_case_knows_its_case(workplace: Workplace, known: Known) -> None:
    workplace.window.show_places(places(workplace))
    form = f"new:voice:{known.case}"
    do(workplace, lambda desk: drafting.keep_draft(
        desk, form, "voice", {"own_words": "I did", "case": known.case}))  # fmt: skip
    unsaved = do(workplace, lambda desk: drafting.draft(desk, form))
    assert unsaved is not None

    resume(workplace, unsaved)
    settle(workplace)

    opened = workplace.window.page
    assert isinstance(opened, EditRecord)
    assert opened.form_name == form


def test_starting_notes_twice_asks_once(workplace: Workplace) -> None:
    workplace.window.show_places(places(workplace))

    start_notes(workplace)
    start_notes(workplace)

    assert isinstance(workplace.window.page, NewObservation)
    assert len(workplace.window.where()[1]) == 1
