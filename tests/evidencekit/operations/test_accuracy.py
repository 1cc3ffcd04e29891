"""Factual accuracy points: decision, reason, and the words before and after."""

import pytest

from evidencekit.canonical import Json
from evidencekit.errors.report import NotAPoint, SentenceGone
from evidencekit.errors.work import LeadOnly, ReasonNeeded
from evidencekit.ids import RecordId
from evidencekit.operations import accuracy, reading, report_sections
from evidencekit.operations.accuracy import Decision
from tests.world import Person, case

BEFORE = "All children wait nine weeks."
TEXT = f"First.\n\n{BEFORE} Last."
SEVEN = Decision(outcome="accepted", reason="So.", after="Seven weeks.")


def section(lead: Person) -> tuple[RecordId, RecordId]:
    child = lead.writes("case", **case()).record
    held = lead.notes(child, "Nine weeks.").record
    links: list[Json] = [{"sentence": BEFORE, "evidence": [held]}]
    slot = report_sections.slot(reading.whole(lead.desk), "strengths")
    return report_sections.keep(lead.desk, slot, TEXT, links).record, held


def point(lead: Person, about: RecordId, sentence: str = BEFORE) -> RecordId:
    return lead.writes(
        "accuracy-point", section=about, sentence=sentence, received_on="2012-12-10",
        comment="It was seven weeks for two of them.",
    ).record  # fmt: skip


def fields(lead: Person, record: RecordId) -> dict[str, Json]:
    return dict(reading.item(lead.desk, record).fields)


@pytest.mark.parametrize("after", ["Children wait seven to nine weeks.", "Quite other words."])
def test_an_accepted_point_changes_one_sentence_and_its_evidence_stays(
    lead: Person, after: str
) -> None:
    about, held = section(lead)
    made = point(lead, about)
    decided = Decision(outcome="accepted", reason="The records show it.", after=after)
    found = accuracy.settle(lead.desk, made, decided)
    assert found.changes.records == {made, about}
    kept = fields(lead, made)
    assert (kept["before"], kept["after"], kept["decision"]) == (BEFORE, after, "accepted")
    assert kept["decided_on"] == "2012-11-19"
    now = fields(lead, about)
    assert now["text"] == f"First.\n\n{after} Last."
    assert now["sentences"] == [{"sentence": after, "evidence": [held]}]
    first = reading.history(lead.desk, about)[0]
    assert first.body.fields["text"] == TEXT


def test_a_point_not_accepted_changes_no_word_and_keeps_the_reason(lead: Person) -> None:
    about, _held = section(lead)
    made = point(lead, about)
    accuracy.settle(lead.desk, made, Decision(outcome="not-accepted", reason="Two sources."))
    assert fields(lead, about)["text"] == TEXT
    assert fields(lead, made)["reason"] == "Two sources."


def test_a_sentence_that_no_longer_stands_is_refused_and_nothing_is_changed(lead: Person) -> None:
    about, _held = section(lead)
    made = point(lead, about, "Other words.")
    before = reading.whole(lead.desk).fingerprint
    with pytest.raises(SentenceGone):
        accuracy.settle(lead.desk, made, Decision(outcome="accepted", reason="Yes.", after="New."))
    assert reading.whole(lead.desk).fingerprint == before


def test_a_decision_needs_a_reason_a_point_and_the_lead(team: tuple[Person, Person]) -> None:
    lead, ben = team
    about, _held = section(lead)
    made = point(lead, about)
    with pytest.raises(ReasonNeeded):
        accuracy.settle(lead.desk, made, Decision(outcome="accepted", reason=" "))
    with pytest.raises(NotAPoint):
        accuracy.settle(lead.desk, about, Decision(outcome="accepted", reason="Yes."))
    with pytest.raises(LeadOnly):
        point(ben, about)


def test_a_point_that_quotes_loosely_is_decided_for_the_sentence_that_was_chosen(
    lead: Person,
) -> None:
    about, held = section(lead)
    asked = point(lead, about, "all of them wait 9 weeks")
    decided = Decision(
        outcome="accepted", reason="So.", after="They wait seven weeks.", sentence=BEFORE
    )
    accuracy.settle(lead.desk, asked, decided)
    fields = reading.item(lead.desk, about).fields
    assert "They wait seven weeks. Last." in str(fields["text"])
    assert fields["sentences"] == [{"sentence": "They wait seven weeks.", "evidence": [held]}]
    assert reading.item(lead.desk, asked).fields["before"] == BEFORE


def test_a_decision_taken_back_leaves_point_and_section_as_they_were(lead: Person) -> None:
    about, _held = section(lead)
    asked = point(lead, about)
    before = [dict(reading.item(lead.desk, each).fields) for each in (about, asked)]
    made = accuracy.settle(lead.desk, asked, SEVEN)
    assert accuracy.undo(lead.desk, made).records == {about, asked}
    assert [dict(reading.item(lead.desk, each).fields) for each in (about, asked)] == before


def test_a_decision_is_not_taken_back_over_words_written_since(lead: Person) -> None:
    about, _held = section(lead)
    asked = point(lead, about)
    made = accuracy.settle(lead.desk, asked, SEVEN)
    slot = report_sections.slot(reading.whole(lead.desk), "strengths")
    report_sections.keep(lead.desk, slot, "Written anew.", [])
    with pytest.raises(SentenceGone):
        accuracy.undo(lead.desk, made)
    assert reading.item(lead.desk, about).fields["text"] == "Written anew."
    assert reading.item(lead.desk, asked).fields["decision"] == "accepted"
