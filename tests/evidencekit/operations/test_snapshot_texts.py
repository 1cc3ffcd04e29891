"""What was weighed at a moment beside what is weighed today."""

from evidencekit.canonical import Json
from evidencekit.operations import decide, snapshots
from evidencekit.operations.snapshot_texts import Answer
from tests.world import Person, case


def test_changed_words_and_grades_stand_before_and_now(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    held = lead.notes(child, "No dates.").record
    said: dict[str, Json] = {
        "text": "Children wait.",
        "finding_kind": "strength",
        "evidence": [held],
    }
    finding = lead.writes("finding", **said).record
    weighed: dict[str, Json] = {
        "judgement": "J2",
        "grade": "good",
        "rationale": {"agency_impact": "Most."},
    }
    judged = lead.writes("judgement", **weighed).record
    same = lead.writes("finding", **{**said, "text": "It stays."}).record
    taken = snapshots.take(lead.desk, "Feedback").record
    lead.corrects(finding, "Counted.", **{**said, "text": "Most children wait."})
    now: dict[str, Json] = {
        "judgement": "J2",
        "grade": "adequate",
        "rationale": {"agency_impact": "Some."},
    }
    lead.corrects(judged, "Weighed again.", **now)
    lead.corrects(same, "An area.", **{**said, "text": "It stays.", "evidence": []})
    found = snapshots.compare(lead.desk, taken).texts
    assert [(each.record, each.kind) for each in found] == [
        (finding, "finding"), (judged, "judgement"),
    ]  # fmt: skip
    assert found[0].answers == (Answer("Finding", "Children wait.", "Most children wait."),)
    assert Answer("Grade", "Good", "Adequate") in found[1].answers
    assert [(one.before, one.after) for one in found[1].answers] == [
        ("Good", "Adequate"), ("Most.", "Some."),
    ]  # fmt: skip


def test_a_record_set_aside_since_is_told_as_such_with_who_did_it(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    held = lead.notes(child, "No dates.").record
    taken = snapshots.take(lead.desk, "Feedback").record
    decide.set_aside(lead.desk, held, "Heard from one side.")
    found = snapshots.compare(lead.desk, taken)
    (moved,) = (each for each in found.moved if each.record == held)
    assert (moved.what, moved.by, moved.kind) == ("set-aside", lead.desk.me.name, "case-note")
    assert [one.aside for one in found.since if one.kind == "case-note"] == [1]
