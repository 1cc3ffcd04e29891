from evidencekit.operations import searching
from tests.world import Person, case


def test_three_letters_begin_a_word_and_one_finds_nothing(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    note = lead.notes(child, "Father moved to the night shift.").record
    assert [each.row.record for each in searching.find(lead.desk, "nig").found] == [note]
    assert searching.find(lead.desk, "n").found == ()
    assert searching.find(lead.desk, "  ").found == ()


def test_what_is_found_can_be_narrowed_to_a_kind_and_a_case(lead: Person) -> None:
    child = lead.writes("case", **case("SH-01")).record
    other = lead.writes("case", **case("SH-02")).record
    note = lead.notes(child, "Night shift.").record
    lead.notes(other, "Night shift.")
    lead.writes("observation", title="Night visit", cases=[child])
    results = searching.find(lead.desk, "night", kind="case-note", case=child)
    found = results.found
    assert results.cases == {child: "SH-01"}
    assert [each.row.record for each in found] == [note]
    assert found[0].marks
