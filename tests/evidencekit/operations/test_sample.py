from evidencekit.operations import sample
from tests.world import Person, case


def test_a_case_shows_how_much_was_written_about_it_and_when(lead: Person) -> None:
    child = lead.writes("case", **case("SH-02")).record
    note = lead.notes(child, "The baby was asleep.")
    lead.writes("case", **case("SH-01", "inspectorate-sampled"))

    first, second = sample.sample(lead.desk).cases

    assert (first.reference, first.is_shared, first.is_started) == ("SH-01", False, False)
    assert (second.reference, second.is_shared, second.is_tracked) == ("SH-02", True, True)
    assert second.notes == 1
    assert second.touched == note.revision.header.written


def test_the_sample_names_the_stages_and_groups_it_does_not_show(lead: Person) -> None:
    before = sample.sample(lead.desk)
    lead.writes("case", **{**case(), "stages": ["early-help"]})
    after = sample.sample(lead.desk)

    assert "early-help" in before.stages
    assert "early-help" not in after.stages
    assert set(before.scope_groups) - set(after.scope_groups) == {"SG2"}


def test_a_reference_is_taken_however_its_letters_are_written(lead: Person) -> None:
    child = lead.writes("case", **case("SH-02")).record
    assert sample.holder_of(lead.desk, " sh-02 ") == child
    assert sample.holder_of(lead.desk, "SH-0") is None
