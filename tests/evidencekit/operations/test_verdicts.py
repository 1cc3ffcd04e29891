"""Accepted, set aside, new information: never lowered by a merge, and taken back with a reason."""

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.errors.deciding import NothingDecided
from evidencekit.errors.work import LeadOnly, NotSubmitted, ReasonNeeded
from evidencekit.ids import RecordId
from evidencekit.operations import care, decide, reading, verdicts
from evidencekit.operations.reading import Only
from tests.world import Person, World, case


@pytest.fixture
def accepted(team: tuple[Person, Person]) -> tuple[Person, Person, RecordId]:
    """A lead who accepted Ben's note."""
    lead, ben = team
    child = ben.writes("case", **case("HC-01", "inspectorate-tracked")).record
    noted = ben.notes(child, "The room was cold.").record
    ben.submits(noted)
    lead.receives(ben.hands_over())
    decide.accept(lead.desk, noted)
    return lead, ben, noted


def how(person: Person, record: RecordId) -> str:
    """Give how a record stands in the list, which must be how it stands on its page."""
    row = reading.row(person.desk, record)
    assert row is not None
    assert row.accepted == reading.item(person.desk, record).accepted
    return row.accepted


def test_who_decided_what_and_why_is_told_the_latest_first(
    accepted: tuple[Person, Person, RecordId],
) -> None:
    lead, _ben, noted = accepted
    decide.set_aside(lead.desk, noted, "It is about another child.")
    found = verdicts.verdicts(lead.desk, noted)
    assert found.accepted == how(lead, noted) == "set-aside"
    assert [(each.outcome, each.by_name, each.is_current) for each in found.every] == [
        ("set-aside", "Lena Marsh", True), ("accept", "Lena Marsh", True),
    ]  # fmt: skip
    assert found.every[0].reason == "It is about another child."


def test_taking_back_brings_what_was_decided_before(
    accepted: tuple[Person, Person, RecordId],
) -> None:
    lead, ben, noted = accepted
    decide.set_aside(lead.desk, noted, "It is about another child.")
    verdicts.take_back_last(lead.desk, noted, "It is the same child.")
    assert how(lead, noted) == "accepted"
    ben.receives(lead.hands_over(BundleKind.RETURN))
    assert how(ben, noted) == "accepted"
    verdicts.take_back_last(lead.desk, noted, "Not read to the end.")
    assert how(lead, noted) == ""
    with pytest.raises(NothingDecided):
        verdicts.take_back_last(lead.desk, noted, "Once more.")
    ben.receives(lead.hands_over(BundleKind.RETURN))
    assert how(ben, noted) == ""


def test_a_merge_lowers_no_acceptance_and_the_new_version_is_new_information(
    accepted: tuple[Person, Person, RecordId],
) -> None:
    lead, ben, noted = accepted
    fields = dict(reading.item(ben.desk, noted).fields)
    ben.corrects(noted, "It was the hall.", **{**fields, "i_saw": "The hall was cold."})
    lead.receives(ben.hands_over())
    found = verdicts.verdicts(lead.desk, noted)
    assert found.accepted == how(lead, noted) == "new-information"
    (stands,) = found.every
    assert (stands.outcome, stands.is_current) == ("accept", False)
    earlier = [each.id for each in reading.history(lead.desk, noted)]
    assert stands.revision in earlier
    ben.submits(noted)
    lead.receives(ben.hands_over())
    decide.accept(lead.desk, noted, "The hall; read again.")
    assert how(lead, noted) == "accepted"
    lead.receives(ben.hands_over(BundleKind.FULL))  # what is known already changes nothing
    assert how(lead, noted) == "accepted"


def test_lead_and_deputy_who_differ_are_both_shown(world: World) -> None:
    lead, ben = world.team()
    dora = world.inspector("Dora Finch", "cqc")
    world.joins(dora, lead, deputy=True)
    child = ben.writes("case", **case("HC-01", "inspectorate-tracked")).record
    made = ben.notes(child, "The room was cold.").record
    ben.submits(made)
    lead.receives(ben.hands_over())
    dora.receives(lead.hands_over(BundleKind.FULL))
    decide.accept(lead.desk, made)
    decide.set_aside(dora.desk, made, "Outside the period.")
    lead.receives(dora.hands_over())
    assert how(lead, made) == "contested"
    assert {each.by_name for each in verdicts.verdicts(lead.desk, made).every} == {
        "Lena Marsh", "Dora Finch",
    }  # fmt: skip
    verdicts.take_back_last(lead.desk, made, "Dora is right.")
    assert how(lead, made) == "set-aside"


def test_several_are_accepted_all_or_none(team: tuple[Person, Person]) -> None:
    lead, _ben = team
    child = lead.writes("case", **case()).record
    one, draft = (lead.notes(child, words).record for words in ("One.", "Two."))
    lead.submits(one)
    with pytest.raises(NotSubmitted):
        decide.accept_all(lead.desk, [one, draft])
    assert how(lead, one) == ""
    lead.submits(draft)
    assert len(decide.accept_all(lead.desk, [one, draft, one])) == 2
    rows = reading.rows(lead.desk, Only(kind="case-note"))
    assert {row.accepted for row in rows} == {"accepted"}


def test_taking_back_needs_a_reason_and_ones_own_decision(
    accepted: tuple[Person, Person, RecordId],
) -> None:
    lead, ben, noted = accepted
    ben.receives(lead.hands_over(BundleKind.RETURN))
    before = care.fingerprint(lead.desk).groups
    (stands,) = verdicts.verdicts(lead.desk, noted).every
    with pytest.raises(ReasonNeeded):
        verdicts.take_back(lead.desk, stands.decision, " ")
    with pytest.raises(NothingDecided):
        verdicts.take_back(lead.desk, noted, "It is no decision.")
    with pytest.raises(LeadOnly):
        verdicts.take_back(ben.desk, stands.decision, "I would rather not.")
    with pytest.raises(NothingDecided):
        verdicts.take_back_last(ben.desk, noted, "I would rather not.")
    assert care.fingerprint(lead.desk).groups == before
    assert how(ben, noted) == "accepted"
