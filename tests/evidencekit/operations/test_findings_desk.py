from evidencekit.ids import RecordId
from evidencekit.operations import decide, findings_desk, frameworks
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


def test_the_weakest_link_the_addressee_and_what_speaks_against_it_are_told(lead: Person) -> None:
    _child, one = noted(lead)
    lead.writes("finding", text="One.", addressee="partnership", evidence=[one])
    lead.writes("finding", text="Two.", evidence=[one], weighing="He says thresholds rose.")
    two, one_ = findings_desk.look(lead.desk).findings
    assert one_.addressee == "The partnership as a whole"
    assert one_.weak[0].startswith("One kind of source only")
    assert (one_.is_weighed, two.is_weighed) == (False, True)


def test_a_judgement_is_named_with_who_makes_it_and_none_is_named_where_none_is_made() -> None:
    shipped = {name: frameworks.find(name).pack for name in
               ("macp-2012", "integrated-2014", "jtai-2015")}  # fmt: skip
    assert findings_desk.judgement_words(shipped["macp-2012"], "J2") == "Help and protection"
    words = {each.id: findings_desk.judgement_words(shipped["integrated-2014"], each.id)
             for each in shipped["integrated-2014"].judgements}  # fmt: skip
    assert len(set(words.values())) == len(words)
    assert words["BD1"].endswith("(shared)")
    assert words["PO1"].startswith("HMIC: ")
    assert findings_desk.no_judgements(shipped["macp-2012"]) == ""
    assert "¶" in findings_desk.no_judgements(shipped["jtai-2015"])
