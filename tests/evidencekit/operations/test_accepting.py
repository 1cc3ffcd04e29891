"""What waits for the lead, decided together and undone together."""

import pytest

from evidencekit.errors.work import LeadOnly, NoSuchRecord, NotSubmitted, ReasonNeeded
from evidencekit.ids import RecordId
from evidencekit.operations import accepting, reading
from tests.world import Person, case


@pytest.fixture
def three(lead: Person) -> list[RecordId]:
    child = lead.writes("case", **case()).record
    notes = [lead.notes(child, f"The {n} visit was late.").record for n in ("1st", "2nd", "3rd")]
    for note in notes:
        lead.submits(note)
    return notes


def waiting(person: Person) -> set[RecordId]:
    return {row.record for row in accepting.ready(person.desk).rows}


def test_what_is_submitted_waits_and_a_draft_does_not(lead: Person, three: list[RecordId]) -> None:
    found = accepting.ready(lead.desk)
    assert (waiting(lead), found.every, found.is_lead) == (set(three), 3, True)
    assert [row.record for row in accepting.ready(lead.desk, 1).rows] == [three[-1]]
    assert accepting.ready(lead.desk, 1).every == 3


def test_several_are_decided_with_one_reason_and_undone(
    lead: Person, three: list[RecordId]
) -> None:
    made = accepting.accept_all(lead.desk, three[:2], "")
    assert waiting(lead) == {three[2]}
    aside = accepting.set_aside_all(lead.desk, three[2:], "Outside the period.")
    assert [reading.item(lead.desk, each).accepted for each in three] == [
        "accepted", "accepted", "set-aside",
    ]  # fmt: skip
    changes = accepting.undo_all(lead.desk, (*made, *aside))
    assert set(three) <= changes.records
    assert waiting(lead) == set(three)
    assert set(three[:2]) <= accepting.changes_of(made).records


def test_a_newer_version_waits_again(lead: Person, three: list[RecordId]) -> None:
    accepting.accept_all(lead.desk, three, "")
    fields = dict(reading.item(lead.desk, three[0]).fields)
    lead.corrects(three[0], "The time was wrong.", **{**fields, "i_saw": "It was on time."})
    lead.submits(three[0])
    assert waiting(lead) == {three[0]}


def test_nothing_is_decided_when_one_may_not_be(lead: Person, three: list[RecordId]) -> None:
    draft = lead.writes("case-note", i_saw="Not ready.").record
    with pytest.raises(NotSubmitted):
        accepting.accept_all(lead.desk, [three[0], draft], "")
    with pytest.raises(ReasonNeeded):
        accepting.set_aside_all(lead.desk, three, "  ")
    with pytest.raises(NoSuchRecord):
        accepting.set_aside_all(lead.desk, [three[0], RecordId("nobody")], "Why.")
    assert waiting(lead) == set(three)


def test_an_inspector_decides_on_nothing(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    assert not accepting.ready(ben.desk).is_lead
    for work in accepting.DECIDE.values():
        with pytest.raises(LeadOnly):
            work(ben.desk, [RecordId("any")], "Why.")
