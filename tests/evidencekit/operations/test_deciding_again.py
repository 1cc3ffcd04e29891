import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.errors.deciding import NeverAClash, NotDecidedYet
from evidencekit.errors.merge import UnknownSide
from evidencekit.errors.work import ReasonNeeded
from evidencekit.ids import RecordId, RevisionId
from evidencekit.operations import care, clash_view, decide, deciding_again, reading
from tests.world import Person, World, case

WHY = "why_selected"


@pytest.fixture
def decided(world: World) -> tuple[Person, Person, RecordId]:
    """A clash of lead and deputy that the lead decided, and that travelled."""
    lead, deputy = world.lead(), world.inspector("Dora Finch", "cqc")
    world.joins(deputy, lead, deputy=True)
    child = lead.writes("case", **case()).record
    deputy.receives(lead.hands_over(BundleKind.RETURN))
    lead.corrects(child, "Read the file.", **{**case(), WHY: "Three."})
    deputy.corrects(child, "Asked the team.", **{**case(), WHY: "Two."})
    lead.receives(deputy.hands_over(BundleKind.FULL))
    with pytest.raises(NotDecidedYet):
        deciding_again.former(lead.desk, child)
    decide.decide(lead.desk, child, _side(lead, child, "Three."), "The file says three.")
    deputy.receives(lead.hands_over(BundleKind.RETURN))
    return lead, deputy, child


Decided = tuple[Person, Person, RecordId]


def _side(who: Person, child: RecordId, says: str) -> RevisionId:
    history = reading.history(who.desk, child)
    return next(each.id for each in history if each.body.fields.get(WHY) == says)


def test_a_decision_made_again_travels_and_both_stay_in_the_ledger(decided: Decided) -> None:
    lead, deputy, child = decided
    found = deciding_again.former(lead.desk, child)
    assert {side.body.fields[WHY] for side in found.sides} == {"Two.", "Three."}
    assert not found.is_corrected
    again = deciding_again.keep(lead.desk, child, _side(lead, child, "Two."), "Counted again.")
    assert reading.item(lead.desk, child).fields[WHY] == "Two."
    assert len(reading.history(lead.desk, child)) == 5
    deputy.receives(lead.hands_over(BundleKind.RETURN))
    for who in (lead, deputy):
        assert decide.clashes(who.desk) == ()
        (told,) = deciding_again.decided(who.desk)
        assert (told.reason, told.times, told.who) == ("Counted again.", 2, "Lena Marsh")
        assert deciding_again.former(who.desk, child).decision.id == again.revision.id
    assert care.fingerprint(deputy.desk) == care.fingerprint(lead.desk)
    third = clash_view.decide_fields(lead.desk, child, {WHY: "base"}, "Neither.", again=True)
    assert WHY not in third.revision.body.fields


def test_a_correction_since_is_one_more_version_to_choose(decided: Decided) -> None:
    lead, deputy, child = decided
    deputy.corrects(child, "Read it again.", **{**case(), WHY: "Four."})
    lead.receives(deputy.hands_over(BundleKind.FULL))
    laid = clash_view.lay_out_again(lead.desk, child)
    assert (laid.is_corrected, len(laid.sides), laid.is_of_many) == (True, 3, True)
    assert laid.decided is not None
    assert laid.decided.reason == "The file says three."
    (field,) = laid.fields
    at = next(n for n, value in enumerate(field.values) if value == "Four.")
    clash_view.decide_fields(lead.desk, child, {WHY: str(at)}, "Four it is.", again=True)
    assert reading.item(lead.desk, child).fields[WHY] == "Four."
    assert {s.body.fields[WHY] for s in deciding_again.former(lead.desk, child).sides} == {
        "Two.", "Three.", "Four.",
    }  # fmt: skip


def test_two_leaders_who_decide_again_at_once_make_a_clash_as_before(decided: Decided) -> None:
    lead, deputy, child = decided
    deciding_again.keep(deputy.desk, child, _side(deputy, child, "Two."), "The team said so.")
    clash_view.decide_fields(lead.desk, child, {WHY: "base"}, "Neither.", again=True)
    lead.receives(deputy.hands_over(BundleKind.FULL))
    (clash,) = decide.clashes(lead.desk)
    assert len(clash.sides) == 2
    decide.decide(lead.desk, child, clash.sides[0].id, "Agreed by telephone.")
    found = deciding_again.former(lead.desk, child)
    assert {side.id for side in found.sides} == {side.id for side in clash.sides}


def test_what_cannot_be_decided_again_changes_nothing(world: World) -> None:
    lead, ben = world.team()
    child = lead.writes("case", **case()).record
    with pytest.raises(NeverAClash):
        deciding_again.keep(lead.desk, child, RevisionId("0" * 64), "Why.")
    assert deciding_again.decided(lead.desk) == ()
    ben.receives(lead.hands_over(BundleKind.RETURN))
    with pytest.raises(NeverAClash):
        clash_view.lay_out_again(ben.desk, child)


def test_a_decision_made_again_needs_a_reason_and_one_of_the_sides(decided: Decided) -> None:
    lead, _deputy, child = decided
    before = care.fingerprint(lead.desk)
    with pytest.raises(ReasonNeeded):
        deciding_again.keep(lead.desk, child, _side(lead, child, "Two."), " ")
    with pytest.raises(UnknownSide):
        deciding_again.keep(lead.desk, child, RevisionId("0" * 64), "Why.")
    assert care.fingerprint(lead.desk) == before
