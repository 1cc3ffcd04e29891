import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.errors.work import NotAClash, ReasonNeeded
from evidencekit.ids import RecordId
from evidencekit.operations import capture, clash_view, colleagues, decide, reading
from evidencekit.operations.clash_view import ClashView
from tests.world import Person, World, case

Clashing = tuple[Person, RecordId]


@pytest.fixture
def clash(team: tuple[Person, Person]) -> Clashing:
    lead, deputy = team
    colleagues.make_deputy(lead.desk, deputy.desk.me.id)
    child = lead.writes("case", **case()).record
    deputy.receives(lead.hands_over(BundleKind.RETURN))
    lead.corrects(
        child, "Read the file.", **{**case(), "why_selected": "Three in May.", "age_band": "5-9"}
    )
    deputy.corrects(child, "Asked the team.", **{**case(), "why_selected": "Two in May."})
    lead.receives(deputy.hands_over(BundleKind.FULL))
    return lead, child


def laid_out(clash: Clashing) -> ClashView:
    lead, child = clash
    found = clash_view.lay_out(lead.desk, child)
    assert found is not None
    return found


def test_both_sides_say_who_and_why_and_only_what_differs_is_shown(clash: Clashing) -> None:
    found = laid_out(clash)
    assert {(side.who, side.reason) for side in found.sides} == {
        ("Lena Marsh", "Read the file."), ("Ben Okoro", "Asked the team."),
    }  # fmt: skip
    by_key = {field.key: field for field in found.fields}
    assert set(by_key) == {"why_selected", "age_band"}
    assert by_key["why_selected"].is_open
    assert not by_key["age_band"].is_open
    assert (found.title, found.by_field) == ("SH-01", True)


def test_a_decision_by_field_needs_a_reason_and_ends_the_clash(clash: Clashing) -> None:
    lead, child = clash
    open_field = next(field for field in laid_out(clash).fields if field.is_open)
    side = clash_view.A if open_field.a == "Two in May." else clash_view.B
    with pytest.raises(ReasonNeeded):
        clash_view.decide_fields(lead.desk, child, {"why_selected": side}, " ")
    clash_view.decide_fields(lead.desk, child, {"why_selected": side}, "Counted again.")
    item = reading.item(lead.desk, child)
    assert (item.fields["why_selected"], item.fields["age_band"]) == ("Two in May.", "5-9")
    assert clash_view.lay_out(lead.desk, child) is None
    assert decide.clashes(lead.desk) == ()


def test_an_edit_beside_a_deletion_is_decided_whole(team: tuple[Person, Person]) -> None:
    lead, deputy = team
    colleagues.make_deputy(lead.desk, deputy.desk.me.id)
    child = lead.writes("case", **case()).record
    deputy.receives(lead.hands_over(BundleKind.RETURN))
    capture.delete(lead.desk, child, "Chosen twice.")
    deputy.corrects(child, "Asked.", **{**case(), "why_selected": "Two in May."})
    lead.receives(deputy.hands_over(BundleKind.FULL))
    found = clash_view.lay_out(lead.desk, child)
    assert found is not None
    assert not found.by_field
    assert sum(side.is_deletion for side in found.sides) == 1
    assert found.title == "SH-01"


def test_words_are_compared_one_by_one() -> None:
    assert clash_view.pieces("Two in May.", "Three in May.") == (
        ("removed", "Two "), ("added", "Three "), ("same", "in May."),
    )  # fmt: skip


def test_both_versions_of_a_text_may_be_kept(clash: Clashing) -> None:
    lead, child = clash
    clash_view.decide_fields(lead.desk, child, {"why_selected": "both"}, "Both were counted.")
    said = str(reading.item(lead.desk, child).fields["why_selected"]).splitlines()
    assert sorted(said) == ["Three in May.", "Two in May."]


def test_three_versions_are_decided_by_field_and_the_decision_travels(world: World) -> None:
    lead = world.lead()
    deputies = [world.inspector("Ben Okoro"), world.inspector("Dora Flynn", "cqc")]
    for each in deputies:
        world.joins(each, lead, deputy=True)
    child = lead.writes("case", **case()).record
    pack = lead.hands_over(BundleKind.RETURN)
    for number, each in enumerate(deputies):
        each.receives(pack)
        why = {"why_selected": f"{number + 2} in May."}
        each.corrects(child, "Asked the team.", **{**case(), **why})
    lead.corrects(child, "Read the file.", **{**case(), "age_band": "5-9"})
    for each in deputies:
        lead.receives(each.hands_over(BundleKind.FULL))
    found = clash_view.lay_out(lead.desk, child)
    assert found is not None
    assert (found.is_of_many, found.by_field) == (True, True)
    (open_field,) = [each for each in found.fields if each.is_open]
    choice = next(n for n in open_field.offered if open_field.values[n] == "3 in May.")
    clash_view.decide_fields(lead.desk, child, {"why_selected": str(choice)}, "Counted again.")
    deputies[0].receives(lead.hands_over(BundleKind.RETURN))
    for desk in (lead.desk, deputies[0].desk):
        fields = reading.item(desk, child).fields
        assert (fields["why_selected"], fields["age_band"]) == ("3 in May.", "5-9")
    assert decide.clashes(deputies[0].desk) == ()


def test_a_record_that_nobody_disputes_is_not_decided(team: tuple[Person, Person]) -> None:
    lead, _deputy = team
    child = lead.writes("case", **case()).record
    with pytest.raises(NotAClash):
        clash_view.decide_fields(lead.desk, child, {}, "Why not.")
