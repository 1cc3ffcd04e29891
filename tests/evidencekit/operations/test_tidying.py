from evidencekit.operations import care, reading, tidying
from tests.world import Person, case


def test_a_tidied_index_finds_what_it_found_before(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    for number in range(40):
        lead.notes(child, f"Visit {number}: the room was cold.")
    before = [found.row.record for found in reading.search(lead.desk, "cold room")]
    tidying.tidy(lead.desk)
    assert [found.row.record for found in reading.search(lead.desk, "cold room")] == before
    assert tidying.tidy(lead.desk) == 0
    assert care.check(lead.desk).is_sound


def test_no_more_steps_are_taken_than_asked(lead: Person) -> None:
    for number in range(40):
        lead.writes("document", title=f"No. {number}")
    assert tidying.tidy(lead.desk, steps=0) == 0
