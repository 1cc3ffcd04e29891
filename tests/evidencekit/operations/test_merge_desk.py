from evidencekit.operations import decide, merge_desk
from tests.world import Person, case, note


def test_what_is_to_decide_is_listed_until_it_is_decided(team: tuple[Person, Person]) -> None:
    lead, ben = team
    child = ben.writes("case", **case("OWN-B1", "inspectorate-tracked")).record
    wrote = ben.notes(child, "The plan had no dates.").record
    ben.submits(wrote)
    lead.receives(ben.hands_over())
    decide.accept(lead.desk, wrote)
    assert merge_desk.look(lead.desk).new_information == ()
    ben.corrects(wrote, "Read again.", **note(child, "It had two dates."))
    ben.submits(wrote)
    lead.receives(ben.hands_over())
    found = merge_desk.look(lead.desk)
    assert [row.record for row in found.new_information] == [wrote]
    assert (found.clashes, len(found.merges), len(found.completeness)) == ((), 2, 1)


def test_what_rests_on_a_merge_is_named_before_it_is_withdrawn(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    child = ben.writes("case", **case("OWN-B1", "inspectorate-tracked")).record
    wrote = ben.notes(child, "The plan had no dates.").record
    batch = lead.receives(ben.hands_over()).batch
    assert merge_desk.impact(lead.desk, [batch]) == ()
    lead.writes("finding", text="Plans lack dates.", evidence=[wrote])
    assert merge_desk.impact(lead.desk, [batch]) == ("Finding: Plans lack dates.",)
