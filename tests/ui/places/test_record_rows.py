"""A record of any kind as a row."""

from evidencekit.operations import decide, reading
from tests.ui.places.conftest import Known, add, do
from ui.places.record_rows import record_row
from ui.places.workplace import Workplace


def test_a_row_says_what_it_is_who_wrote_it_and_how_it_stands(
    workplace: Workplace, known: Known
) -> None:
    found = {row.record: row for row in do(workplace, reading.rows)}
    row = record_row(found[known.note], workplace.pack, 2012)
    assert row.title == "Strategy discussion held late"
    assert row.detail == "Case note · Amara Osei, Ofsted"
    assert row.when == "20 November, 09:15"
    assert ("Draft", "") in row.tags


def test_a_score_is_named_by_its_area(workplace: Workplace) -> None:
    score = add(workplace, "score", {"area": "E4", "status": "not-looked-at"})
    found = {row.record: row for row in do(workplace, reading.rows)}
    assert record_row(found[score], workplace.pack, 2012).title != "E4"


def test_what_the_lead_decided_shows_in_every_list(workplace: Workplace, known: Known) -> None:
    do(workplace, lambda desk: decide.set_aside(desk, known.note, "Another child."))
    found = {row.record: row for row in do(workplace, reading.rows)}
    assert ("Set aside", "caution") in record_row(found[known.note], workplace.pack, 2012).tags
    fields = do(workplace, lambda desk: reading.item(desk, known.note)).fields
    add(workplace, "case-note", {**fields, "headline": "Held late"}, record=known.note)
    found = {row.record: row for row in do(workplace, reading.rows)}
    tags = record_row(found[known.note], workplace.pack, 2012).tags
    assert ("New information", "caution") in tags
