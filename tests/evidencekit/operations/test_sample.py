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


def test_brothers_and_sisters_stand_together_and_know_each_other(lead: Person) -> None:
    first = lead.writes("case", **case("SH-01")).record
    lead.writes("case", **case("SH-02"))
    third = lead.writes("case", **{**case("SH-09"), "siblings": [first]}).record
    lead.writes("case", **{**case("SH-05"), "siblings": [third]})

    lines = sample.sample(lead.desk).cases

    assert [line.reference for line in lines] == ["SH-01", "SH-05", "SH-09", "SH-02"]
    assert lines[0].siblings == ("SH-05", "SH-09")
    assert lines[3].siblings == ()


def test_a_case_says_whose_it_is_and_where_the_child_is(team: tuple[Person, Person]) -> None:
    lead, ben = team
    lead.writes("case", **case("SH-01"), tracked_by=[lead.desk.me.id, ben.desk.me.id])
    lead.writes("case", **case("SH-02"), unborn="yes")
    lead.writes("case", **case("SH-03"), placing_authority="Elmshire")
    ben.writes("case", **case("PO-01", "inspectorate-tracked"))
    lead.receives(ben.hands_over())

    own, shared, unborn, placed = sample.sample(lead.desk).cases

    assert (own.inspectorates, own.is_mine) == (frozenset({"hmic"}), False)
    assert (shared.inspectorates, shared.is_mine) == (frozenset({"ofsted", "hmic"}), True)
    assert shared.tracked_by == ("Lena Marsh", "Ben Okoro")
    assert (unborn.is_unborn, unborn.is_elsewhere, unborn.is_mine) == (True, False, False)
    assert (placed.is_elsewhere, placed.placing) == (True, "Elmshire")


def test_gaps_are_said_in_sentences(lead: Person) -> None:
    lead.writes(
        "case", **case("SH-01"),
        agencies=[{"agency": "police", "record_read": "yes"}, {"agency": "gp"}],
    )  # fmt: skip
    sentences = sample.sample(lead.desk).sentences
    assert any(each.startswith("Groups of children no case shows yet: ") for each in sentences)
    assert "Records not marked as read on the case: SH-01 (GP or primary care)." in sentences
