import pytest

from evidencekit.errors.work import NotReady
from evidencekit.operations import capture, reading, submit
from evidencekit.operations.capture import Entry
from tests.world import Person, case, note


def test_what_blocks_is_named_and_the_draft_stays(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    kept = lead.writes("case-note", case=child, i_saw="The room was cold.")
    with pytest.raises(NotReady) as refusal:
        lead.submits(kept.record)
    assert "kind of evidence" in refusal.value.what_happened.lower()
    item = reading.item(lead.desk, kept.record)
    assert item.state == "draft"
    assert item.fields["i_saw"] == "The room was cold."


def test_a_complete_note_becomes_submitted_evidence(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    kept = lead.notes(child, "The room was cold.")
    lead.submits(kept.record)
    item = reading.item(lead.desk, kept.record)
    assert item.state == "submitted"
    assert item.provenance == kept.revision.body.provenance
    assert len(item.history) == 2


def test_advice_does_not_block(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    kept = lead.writes("case-note", **{**note(child, "The room was cold."), "ended": ""})
    found = submit.problems_of(lead.desk, kept.record)
    assert all(not problem.blocks for problem in found if problem.field == "ended")


def test_looking_over_the_whole_base_advises_on_the_sample(lead: Person) -> None:
    lead.writes("case", **case())
    rules = {problem.rule for problem in submit.look_over(lead.desk)}
    assert "sample-covers-the-journey" in rules


def test_a_kind_is_named_as_in_a_sentence() -> None:
    assert submit.label_of("case-note") == "case note"
    assert submit.label_of("hologram") == "hologram"


def test_why_a_note_was_written_again_stays_with_it(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    entry = Entry(
        kind="case-note", fields=note(child, "The room was cold."), declared="reconstructed",
        reason="The battery died.",
    )  # fmt: skip
    kept = capture.capture(lead.desk, entry)
    lead.submits(kept.record)
    assert reading.history(lead.desk, kept.record)[-1].header.reason == "The battery died."
