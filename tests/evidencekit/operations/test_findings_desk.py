from evidencekit.ids import RecordId
from evidencekit.operations import decide, findings_desk
from tests.world import Person, case, note


def noted(person: Person, reference: str = "OWN-B1") -> tuple[RecordId, RecordId]:
    child = person.writes("case", **case(reference, "inspectorate-tracked")).record
    return child, person.notes(child, "The plan had no dates.").record


def test_evidence_is_counted_by_kind_of_source_and_what_is_thin_is_said(lead: Person) -> None:
    _child, one = noted(lead)
    lead.writes("finding", text="Plans lack dates.", finding_kind="strength", evidence=[one])
    (found,) = findings_desk.look(lead.desk).findings
    assert (found.evidence, found.inspectors, found.counter) == (1, 1, 0)
    assert found.flags[:2] == ("One kind of source only", "One inspector only")
    assert (found.is_single_source, found.what, found.state) == (True, "Strength", "Draft")


def test_a_finding_on_nothing_says_so_and_what_is_missing_is_counted(lead: Person) -> None:
    _child, one = noted(lead)
    lead.writes("finding", text="Plans lack dates.")
    lead.writes("finding", text="Two.", evidence=[one], counter_evidence=[one])
    two, none = findings_desk.look(lead.desk).findings
    assert none.flags == ("Rests on no evidence yet",)
    assert two.counter == 1


def test_evidence_that_is_contradicted_is_flagged(team: tuple[Person, Person]) -> None:
    lead, ben = team
    child, one = noted(ben)
    lead.receives(ben.hands_over())
    other = {**note(child, "All had dates."), "areas": [{"area": "E4", "polarity": "strength"}]}
    lead.writes("case-note", **other)
    lead.writes("finding", text="Plans lack dates.", evidence=[one])
    (found,) = findings_desk.look(lead.desk).findings
    assert found.is_contradicted


def test_only_the_lead_adopts_and_what_was_adopted_says_so(team: tuple[Person, Person]) -> None:
    lead, ben = team
    made = ben.writes("finding", text="Plans lack dates.").record
    assert not findings_desk.look(ben.desk).findings[0].can_adopt
    lead.receives(ben.hands_over())
    assert findings_desk.look(lead.desk).findings[0].can_adopt
    decide.adopt(lead.desk, made)
    (found,) = findings_desk.look(lead.desk).findings
    assert (found.state, found.can_adopt) == ("Adopted", False)


def test_a_judgement_rests_on_the_evidence_of_its_findings_too(lead: Person) -> None:
    _child, one = noted(lead)
    made = lead.writes("finding", text="Plans lack dates.", evidence=[one]).record
    lead.writes("judgement", judgement="J2", grade="good", findings=[made])
    found = findings_desk.look(lead.desk)
    (judgement,) = found.judgements
    assert (judgement.title, judgement.what, judgement.evidence) == (
        "Help and protection",
        "Good",
        1,
    )
    assert (judgement.place, judgement.of) == (2, 4)
    assert "J2" not in {key for key, _label in found.not_begun}
    assert len(found.not_begun) == 3
