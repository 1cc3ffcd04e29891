from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from evidencekit.analysis.snapshot import Item
from evidencekit.errors.work import NotReady
from evidencekit.operations import reading
from evidencekit.rehearsal.cast import cast
from evidencekit.rehearsal.performing import find_inspection, perform, submit_all
from evidencekit.rehearsal.script import Entry
from evidencekit.rehearsal.spelling import Spelled
from evidencekit.rehearsal.troupe import Troupe, assemble
from evidencekit.rehearsal.week import instant

MONDAY = instant("mon 14:30")
NOTE: dict[str, Spelled] = {
    "case": "SH-01", "source_type": "case-record-reading", "started": "mon 14:00",
    "source_roles": "social-worker", "record_says": "Seen twice, alone once.",
}  # fmt: skip


@pytest.fixture
def troupe(tmp_path: Path) -> Iterator[Troupe]:
    made = assemble(tmp_path, cast(0), "s")
    perform(made, entry("SH-01", "case", reference="SH-01", sample_type="shared-tracked",
                        stages="assessment", scope_groups="SG2", selected_by="random"))  # fmt: skip
    yield made
    made.go_home()


def entry(name: str, kind: str, **answers: Spelled) -> Entry:
    return Entry(name=name, by="judith", written=MONDAY, kind=kind, answers=answers)


def item(troupe: Troupe, name: str) -> Item:
    return reading.item(troupe.lead.desk, troupe.record(name))


def test_an_entry_becomes_a_draft_written_at_its_time(troupe: Troupe) -> None:
    perform(troupe, entry("note", "case-note", **NOTE))
    note = item(troupe, "note")
    assert note.state == "draft"
    assert note.fields["case"] == troupe.record("SH-01")
    assert note.provenance == "contemporaneous"
    assert note.written.startswith("2012-11-19T14:3")


def test_in_the_evening_all_of_it_is_submitted_once(troupe: Troupe) -> None:
    perform(troupe, entry("note", "case-note", **NOTE))
    assert submit_all(troupe.lead, MONDAY + timedelta(hours=7)) == 2
    assert item(troupe, "note").state == "submitted"
    assert submit_all(troupe.lead, MONDAY + timedelta(hours=8)) == 0


def test_what_its_writer_never_finished_stays_a_draft(troupe: Troupe) -> None:
    left = Entry(
        name="note", by="judith", written=MONDAY, kind="case-note", left="draft", answers=NOTE
    )
    perform(troupe, left)
    submit_all(troupe.lead, MONDAY)
    assert item(troupe, "note").state == "draft"


def test_what_a_record_needs_is_asked_for_as_of_anybody(troupe: Troupe) -> None:
    perform(troupe, entry("note", "case-note", case="SH-01"))
    with pytest.raises(NotReady, match="Started"):
        submit_all(troupe.lead, MONDAY)


def test_a_new_version_changes_some_answers_and_keeps_the_others(troupe: Troupe) -> None:
    perform(troupe, entry("note", "case-note", **NOTE))
    submit_all(troupe.lead, MONDAY)
    perform(troupe, Entry(name="note-again", by="judith", written=MONDAY, of="note",
                          why="Counted again.", answers={"record_says": "Seen once."}))  # fmt: skip
    note = item(troupe, "note")
    assert note.fields["record_says"] == "Seen once."
    assert note.fields["source_roles"] == ["social-worker"]
    assert note.state == "submitted"
    assert note.head.header.reason == "Counted again."


def test_the_inspections_own_record_is_completed_and_not_made_twice(troupe: Troupe) -> None:
    find_inspection(troupe)
    perform(troupe, entry("inspection", "inspection", police_force="Vale and Forest Constabulary"))
    kinds = [row.kind for row in reading.rows(troupe.lead.desk)]
    assert kinds.count("inspection") == 1
    assert item(troupe, "inspection").fields["area_name"] == "Amberford"
