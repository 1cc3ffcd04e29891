import pytest

from evidencekit.errors.work import ErasureStays, NoSuchRecord, TooMuchText
from evidencekit.ids import RecordId
from evidencekit.operations import capture, writing
from evidencekit.operations.writing import Draft
from evidencekit.records.revision import Body
from evidencekit.store import revisions
from tests.world import Person


def draft(lead: Person, title: str) -> Draft:
    return Draft(
        record=RecordId(lead.desk.ids.uuid()), kind="document", parents=(),
        body=Body(fields={"title": title}), at="", reason="", written="2012-11-19T10:00:00Z",
    )  # fmt: skip


def write_all(lead: Person, *drafts: Draft) -> None:
    with lead.desk.database.transaction():
        for each in drafts:
            writing.write(lead.desk, each)


def test_each_revision_follows_the_last_of_its_author(lead: Person) -> None:
    with lead.desk.database.transaction():
        one, other = (writing.write(lead.desk, draft(lead, title)) for title in ("One", "Two"))
    assert other.header.prev == one.id
    assert other.header.seq == one.header.seq + 1


def test_what_is_written_together_stands_or_falls_together(lead: Person) -> None:
    before = revisions.count(lead.desk.database)
    too_long = draft(lead, "x" * (1 << 20))
    with pytest.raises(TooMuchText):
        write_all(lead, draft(lead, "One"), too_long)
    assert revisions.count(lead.desk.database) == before


def test_a_record_that_is_not_there_has_no_heads(lead: Person) -> None:
    with pytest.raises(NoSuchRecord):
        writing.heads_of(lead.desk, RecordId("nobody"))


def test_an_erasure_is_never_changed_where_it_was_written_either(lead: Person) -> None:
    made = lead.writes("document", title="One")
    erasure = capture.erase(lead.desk, made.revision.id, "It named a child.")
    before = revisions.count(lead.desk.database)
    with pytest.raises(ErasureStays):
        lead.corrects(erasure.record, "Read again.", **erasure.revision.body.fields)
    with pytest.raises(ErasureStays):
        capture.delete(lead.desk, erasure.record, "Not so.")
    with pytest.raises(ErasureStays):
        capture.erase(lead.desk, erasure.revision.id, "Not so.")
    assert revisions.count(lead.desk.database) == before
