"""The agenda of a team meeting, and the meeting's record."""

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.errors.work import LeadOnly
from evidencekit.operations import agenda, asking, reading, submit
from tests.world import Person, World, case, note


def test_differences_come_first_then_what_is_missing_then_what_was_asked(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    child = ben.writes("case", **case("HC-01", "inspectorate-tracked")).record
    noted = ben.notes(child, "The plan had no dates.").record
    ben.submits(noted)
    lead.receives(ben.hands_over())
    other = {**note(child, "All had dates."), "areas": [{"area": "E4", "polarity": "strength"}]}
    lead.writes("case-note", **other)
    asking.ask(lead.desk, noted, "Which plan?")
    lead.writes("concern", nature="Zebedee was left alone.", state="raised")
    found = agenda.agenda(lead.desk)
    words = [point.item for point in found]
    assert words[0] == "A concern is still open"
    assert words[1].startswith("Inspectors differ on")
    assert "HC-01" in words[1]
    assert found[1].area == "E4"
    assert words[-1] == "Not answered yet by Ben Okoro"
    assert any(word.startswith("Look at ") for word in words)
    assert len(set(words)) == len(words)
    assert not any("Zebedee" in f"{point.item} {point.why}" for point in found)


def test_a_new_meeting_begins_with_who_is_in_the_team_and_the_agenda(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    made = agenda.begin(lead.desk)
    fields = reading.item(lead.desk, made.record).fields
    assert fields["present"] == [
        {"inspectorate": "ofsted", "who": [lead.desk.me.id]},
        {"inspectorate": "hmic", "who": [ben.desk.me.id]},
    ]
    assert fields["title"] == "Team meeting, 19 November"
    items = fields["items"]
    assert isinstance(items, list | tuple)
    assert items
    assert [row.record for row in agenda.meetings(lead.desk)] == [made.record]
    assert agenda.new_points(lead.desk, items) == ()


def test_what_an_agenda_says_of_a_colleague_by_name_keeps_no_meeting_from_being_submitted(
    world: World,
) -> None:
    lead, priya = world.lead(), world.inspector("Priya Raman", "cqc")
    world.joins(priya, lead)
    child = priya.writes("case", **case("HC-01", "inspectorate-tracked")).record
    noted = priya.notes(child, "The plan had no dates.").record
    lead.receives(priya.hands_over())
    asking.ask(lead.desk, noted, "Which plan?")
    made = agenda.begin(lead.desk)
    assert "Not answered yet by Priya Raman" in str(made.revision.body.fields["items"])
    submit.submit(lead.desk, made.record)
    assert reading.item(lead.desk, made.record).state == "submitted"


def test_a_meeting_with_challenge_and_dissent_travels_and_is_found(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    made = lead.writes(
        "team-meeting", title="Second day", started="2012-11-20T17:00",
        present=[{"inspectorate": "ofsted", "who": [lead.desk.me.id]}],
        challenge=[{"by": ben.desk.me.id, "about": "E4", "challenge": "One case only.",
                    "response": "Two more tomorrow.", "resolved": "no"}],
        dissent=[{"by": ben.desk.me.id, "says": "It is worse than we write."}],
    )  # fmt: skip
    submit.submit(lead.desk, made.record)
    ben.receives(lead.hands_over(BundleKind.RETURN))
    fields = reading.item(ben.desk, made.record).fields
    assert fields["dissent"] == [{"by": ben.desk.me.id, "says": "It is worse than we write."}]
    assert [hit.row.record for hit in reading.search(ben.desk, "worse than we")] == [made.record]
    assert reading.item(ben.desk, made.record).at == "2012-11-20T17:00"


def test_an_inspector_begins_no_meeting(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    with pytest.raises(LeadOnly):
        agenda.begin(ben.desk)
    assert agenda.meetings(ben.desk) == ()
