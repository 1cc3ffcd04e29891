import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.errors.work import LeadOnly, NotAClash, NotAFinding, NotSubmitted, ReasonNeeded
from evidencekit.ids import RecordId
from evidencekit.merge.resolution import Written
from evidencekit.operations import care, decide, reading
from tests.world import Person, World, case


@pytest.fixture
def clash(world: World) -> tuple[Person, Person, RecordId]:
    """A case of the shared sample that lead and deputy changed on two laptops."""
    lead = world.lead()
    deputy = world.inspector("Dora Finch", "cqc")
    world.joins(deputy, lead, deputy=True)
    child = lead.writes("case", **case()).record
    deputy.receives(lead.hands_over(BundleKind.RETURN))
    lead.corrects(child, "Read the file.", **{**case(), "why_selected": "Three referrals."})
    deputy.corrects(child, "Asked the team.", **{**case(), "why_selected": "Two referrals."})
    lead.receives(deputy.hands_over(BundleKind.FULL))
    return lead, deputy, child


def test_both_sides_stay_until_somebody_decides(clash: tuple[Person, Person, RecordId]) -> None:
    lead, _deputy, child = clash
    (found,) = decide.clashes(lead.desk)
    assert found.record == child
    assert {side.body.fields["why_selected"] for side in found.sides} == {
        "Two referrals.", "Three referrals.",
    }  # fmt: skip
    assert found.base is not None
    assert found.proposal.open_fields == ("why_selected",)


def test_a_decision_keeps_one_side_and_the_other_stays_readable(
    clash: tuple[Person, Person, RecordId],
) -> None:
    lead, deputy, child = clash
    (found,) = decide.clashes(lead.desk)
    kept = next(s for s in found.sides if s.body.fields["why_selected"] == "Three referrals.")
    decide.decide(lead.desk, child, kept.id, "The file says three.")
    assert decide.clashes(lead.desk) == ()
    item = reading.item(lead.desk, child)
    assert item.fields["why_selected"] == "Three referrals."
    assert len(item.history) == 4
    deputy.receives(lead.hands_over(BundleKind.RETURN))
    assert decide.clashes(deputy.desk) == ()
    assert care.fingerprint(deputy.desk).groups == care.fingerprint(lead.desk).groups


def test_a_decision_may_choose_field_by_field(clash: tuple[Person, Person, RecordId]) -> None:
    lead, _deputy, child = clash
    choices = {"why_selected": Written("Two or three referrals; the record is unclear.")}
    decide.decide_fields(lead.desk, child, choices, "Both were seen.")
    assert reading.item(lead.desk, child).fields["why_selected"] == (
        "Two or three referrals; the record is unclear."
    )


def test_a_decision_needs_a_clash_and_a_reason(clash: tuple[Person, Person, RecordId]) -> None:
    lead, _deputy, child = clash
    (found,) = decide.clashes(lead.desk)
    with pytest.raises(ReasonNeeded):
        decide.decide(lead.desk, child, found.sides[0].id, " ")
    other = lead.writes("document", title="One")
    with pytest.raises(NotAClash):
        decide.decide(lead.desk, other.record, other.revision.id, "x")


def test_an_acceptance_stands_on_its_version(team: tuple[Person, Person]) -> None:
    lead, ben = team
    child = ben.writes("case", **case("HC-01", "inspectorate-tracked")).record
    noted = ben.notes(child, "The room was cold.")
    ben.submits(noted.record)
    lead.receives(ben.hands_over())
    decide.accept(lead.desk, noted.record)
    assert reading.item(lead.desk, noted.record).accepted == "accepted"
    ben.corrects(noted.record, "It was the hall.", i_saw="The hall was cold.")
    lead.receives(ben.hands_over())
    assert reading.item(lead.desk, noted.record).accepted == "new-information"


def test_a_draft_cannot_be_accepted_and_setting_aside_needs_a_reason(lead: Person) -> None:
    made = lead.writes("document", title="One")
    with pytest.raises(NotSubmitted):
        decide.accept(lead.desk, made.record)
    with pytest.raises(ReasonNeeded):
        decide.set_aside(lead.desk, made.record, "")
    decide.set_aside(lead.desk, made.record, "Outside the period.")
    assert reading.item(lead.desk, made.record).accepted == "set-aside"


def test_the_lead_adopts_findings_and_nothing_else(lead: Person) -> None:
    finding = lead.writes("finding", text="Thresholds are clear.")
    decide.adopt(lead.desk, finding.record)
    assert reading.item(lead.desk, finding.record).accepted == "accepted"
    with pytest.raises(NotAFinding):
        decide.adopt(lead.desk, lead.writes("document", title="One").record)


def test_an_inspector_decides_nothing(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    made = ben.writes("document", title="One")
    with pytest.raises(LeadOnly):
        decide.set_aside(ben.desk, made.record, "No.")


def test_two_records_can_be_told_apart_for_good(lead: Person) -> None:
    one, other = (lead.writes("observation", title=t).record for t in ("MARAC", "MARAC"))
    made = decide.not_the_same(lead.desk, one, other, "Morning and afternoon.")
    assert made.revision.body.fields["other"] == other


def test_the_lead_may_think_again_and_the_last_word_counts(lead: Person) -> None:
    made = lead.writes("finding", text="Thresholds are clear.")
    decide.adopt(lead.desk, made.record)
    decide.set_aside(lead.desk, made.record, "It rests on one case.")
    (row,) = reading.rows(lead.desk, reading.Only(kind="finding"))
    assert row.accepted == reading.item(lead.desk, made.record).accepted == "set-aside"
