"""The weakest link in words, the weakest first."""

from evidencekit.analysis.weakest import CONTRADICTED, NOTHING, UNTESTED, rests_on, weak_links
from evidencekit.ids import RecordId
from evidencekit.operations import decide, reading
from tests.world import Person, case, note


def noted(person: Person, reference: str = "OWN-B1") -> tuple[RecordId, RecordId]:
    child = person.writes("case", **case(reference, "inspectorate-tracked")).record
    return child, person.notes(child, "The plan had no dates.").record


def links(person: Person, *named: RecordId) -> tuple[str, ...]:
    return weak_links(reading.snapshot(person.desk), named)


def test_nothing_at_all_and_everything_set_aside_are_said_first(lead: Person) -> None:
    assert links(lead) == (NOTHING,)
    _child, one = noted(lead)
    decide.set_aside(lead.desk, one, "Another child.")
    assert links(lead, one) == ("Everything it rests on was set aside.",)


def test_one_of_everything_is_named_and_a_draft_is_told(lead: Person) -> None:
    _child, one = noted(lead)
    found = links(lead, one)
    assert found[0].startswith("One kind of source only: ")
    assert "One inspector only: Lena Marsh." in found
    assert "One child only: OWN-B1." in found
    assert "1 of 1 is a draft still." in found


def test_what_was_set_aside_or_is_not_here_is_weaker_than_what_is_single(lead: Person) -> None:
    child, one = noted(lead)
    two = lead.notes(child, "Nor had this.").record
    decide.set_aside(lead.desk, two, "Another child.")
    found = links(lead, one, two, RecordId("00000000-0000-7000-8000-000000000000"))
    assert found[:2] == (
        "1 of its evidence was set aside, and does not count.",
        "1 of its evidence is not here, or deleted.",
    )


def test_a_claim_that_no_case_has_tested_is_named(lead: Person) -> None:
    _child, one = noted(lead)
    claim = lead.writes("claim", claim="Every plan has dates.", tested="no").record
    assert links(lead, one, claim)[0] == UNTESTED


def test_evidence_that_inspectors_see_differently_is_named(team: tuple[Person, Person]) -> None:
    lead, ben = team
    child, one = noted(ben)
    lead.receives(ben.hands_over())
    other = {**note(child, "All had dates."), "areas": [{"area": "E4", "polarity": "strength"}]}
    lead.writes("case-note", **other)
    assert links(lead, one)[0] == CONTRADICTED


def test_what_was_written_days_later_is_told(lead: Person) -> None:
    child, one = noted(lead)
    late = {**note(child, "From memory."), "started": "2012-11-12T09:00",
            "ended": "2012-11-12T10:00"}  # fmt: skip
    two = lead.writes("case-note", **late).record
    assert "All of it was written down days later." in links(lead, two)
    assert "1 of 2 was written down days later." in links(lead, one, two)


def test_a_judgement_rests_on_the_evidence_of_its_findings(lead: Person) -> None:
    _child, one = noted(lead)
    made = lead.writes("finding", text="Plans lack dates.", evidence=[one]).record
    judged = lead.writes("judgement", judgement="J2", findings=[made]).record
    snapshot = reading.snapshot(lead.desk)
    assert rests_on(snapshot, snapshot.items[judged]) == (one,)
