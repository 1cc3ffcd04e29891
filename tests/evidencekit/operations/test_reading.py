import pytest

from evidencekit.errors.work import NoSuchRecord, NoSuchRevision
from evidencekit.ids import RecordId
from evidencekit.operations import reading
from evidencekit.records.kinds import KINDS
from evidencekit.store.listing import Only
from tests.world import Person, case


def test_lists_are_newest_first_and_can_be_narrowed(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    first = lead.notes(child, "First.").record
    second = lead.notes(child, "Second.").record
    assert [row.record for row in reading.rows(lead.desk, Only(kind="case-note"))] == [
        second, first,
    ]  # fmt: skip
    assert {row.record for row in reading.rows(lead.desk, Only(case=child))} == {first, second}
    assert {row.record for row in reading.rows(lead.desk, Only(area="E4"))} == {first, second}
    assert reading.rows(lead.desk, Only(area="E9")) == ()


def test_a_list_goes_on_where_the_last_page_ended(lead: Person) -> None:
    made = [lead.writes("document", title=f"No. {n}").record for n in range(5)]
    page = reading.rows(lead.desk, Only(kind="document"), limit=2)
    rest = reading.rows(lead.desk, Only(kind="document"), before=page[-1].number)
    assert [row.record for row in (*page, *rest)] == made[::-1]


def test_a_record_is_found_by_id_beginning_or_case_reference(lead: Person) -> None:
    child = lead.writes("case", **case("SH-07")).record
    assert reading.find_record(lead.desk, "SH-07") == child
    assert reading.find_record(lead.desk, child) == child
    for unknown in ("SH-08", "zzzzzz", ""):
        with pytest.raises(NoSuchRecord):
            reading.find_record(lead.desk, unknown)


def test_a_version_is_found_by_its_beginning(lead: Person) -> None:
    made = lead.writes("document", title="One")
    found = reading.find_revision(lead.desk, made.record, made.revision.id[:12])
    assert found == made.revision.id
    with pytest.raises(NoSuchRevision):
        reading.find_revision(lead.desk, made.record, made.revision.id[:2])


def test_an_unknown_record_is_refused(lead: Person) -> None:
    nobody = RecordId("00000000-0000-7000-8000-000000000000")
    with pytest.raises(NoSuchRecord):
        reading.item(lead.desk, nobody)
    with pytest.raises(NoSuchRecord):
        reading.history(lead.desk, nobody)


def test_words_are_found_with_the_place_where_they_stand(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    lead.notes(child, "The health visitor had not been told about the move.")
    (found,) = reading.search(lead.desk, "health vis")
    start, length = found.marks[0]
    assert found.snippet[start : start + length] == "health"
    assert found.row.author_name == "Lena Marsh"


def test_a_snapshot_holds_everything_and_cannot_change(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    lead.notes(child, "The room was cold.")
    snapshot = reading.snapshot(lead.desk)
    lead.notes(child, "Written later.")
    assert len(snapshot.of_kind("case-note")) == 1
    assert snapshot.inspection["area_name"] == "Amberford"
    assert [item.title for item in snapshot.cases()] == ["SH-01"]


def test_a_field_that_points_at_records_offers_those_there_are(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    field = KINDS["case-note"].field("case")
    assert field is not None
    assert reading.choices(lead.desk, field) == ((child, "SH-01"),)
