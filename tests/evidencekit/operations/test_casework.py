import pytest

from evidencekit.errors.work import NoSuchRecord
from evidencekit.ids import RecordId
from evidencekit.operations import casework
from tests.world import Person, case


def test_a_case_is_seen_with_all_that_speaks_of_it_and_nothing_else(lead: Person) -> None:
    sister = lead.writes("case", **case("SH-02")).record
    child = lead.writes("case", **{**case("SH-01"), "siblings": [sister]}).record
    first = lead.notes(child, "Two visits in June.").record
    second = lead.notes(child, "None in July.").record
    lead.notes(sister, "Not about him.")

    view = casework.case_view(lead.desk, child)

    assert view.case.title == "SH-01"
    assert view.siblings == ((sister, "SH-02"),)
    assert [row.record for row in view.rows] == [second, first]


def test_brothers_and_sisters_are_linked_both_ways(lead: Person) -> None:
    sister = lead.writes("case", **case("SH-02")).record
    brother = lead.writes("case", **case("SH-03")).record
    child = lead.writes("case", **{**case("SH-01"), "siblings": [sister]}).record
    lead.corrects(brother, "found in the file", **{**case("SH-03"), "siblings": [child]})

    assert casework.case_view(lead.desk, child).siblings == ((sister, "SH-02"), (brother, "SH-03"))
    assert casework.case_view(lead.desk, sister).siblings == ((child, "SH-01"),)
    assert casework.case_view(lead.desk, brother).siblings == ((child, "SH-01"),)


def test_the_questions_to_ask_are_the_areas_with_nothing_for_this_child(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    lead.notes(child, "The worker knew him well.")

    view = casework.case_view(lead.desk, child)

    assert "E4" not in view.open_areas
    assert {"E1", "E2"} <= set(view.open_areas)
    assert dict(view.areas)["E4"].count == 1


def test_the_journey_of_one_child_needs_only_that_childs_records(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    other = lead.writes("case", **case("SH-09")).record
    for each, day in ((child, "2012-06-03"), (other, "2012-06-04")):
        lead.writes(
            "journey-event", case=each, when={"date": day, "precision": "exact"},
            stage="contact-referral", agency="school", what="Referral from school",
        )  # fmt: skip

    found, snapshot = casework.journey_of(lead.desk, child)

    assert [event.when.words for event in found.events if event.when] == ["3 June 2012"]
    assert other not in snapshot.items


def test_a_case_that_is_not_here_is_refused(lead: Person) -> None:
    with pytest.raises(NoSuchRecord):
        casework.case_view(lead.desk, RecordId("0193-not-here"))
