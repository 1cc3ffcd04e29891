"""Snapshots: a moment under a name, held beside today."""

import pytest

from evidencekit.errors.report import NotASnapshot
from evidencekit.errors.work import LeadOnly, ReasonNeeded
from evidencekit.operations import capture, reading, snapshots
from tests.world import Person, case, note


def test_a_snapshot_is_the_state_of_its_moment_and_today_may_differ(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    held = lead.notes(child, "No dates.").record
    gone = lead.notes(child, "Twice.").record
    before = reading.whole(lead.desk).fingerprint
    taken = snapshots.take(lead.desk, " Final feedback ", "Before the meeting.").record
    same = snapshots.compare(lead.desk, taken)
    assert (same.name, same.fingerprint, same.is_whole, same.since) == (
        "Final feedback", before, True, (),
    )  # fmt: skip
    lead.corrects(held, "A slip.", **note(child, "Two dates."))
    capture.delete(lead.desk, gone, "Written twice.")
    new = lead.notes(child, "Later.").record
    found = snapshots.compare(lead.desk, taken)
    assert found.is_whole
    assert dict(found.records) == {held: "changed", gone: "deleted", new: "new"}
    (notes,) = found.since
    assert (notes.label, notes.new, notes.changed, notes.deleted) == ("Case notes", 1, 1, 1)
    assert found.now == found.held + 4


def test_what_a_colleague_hands_over_later_is_new_since(team: tuple[Person, Person]) -> None:
    lead, ben = team
    child = ben.writes("case", **case("OWN-B1", "inspectorate-tracked")).record
    lead.receives(ben.hands_over())
    taken = snapshots.take(lead.desk, "Monday").record
    ben.notes(child, "Later.")
    lead.receives(ben.hands_over())
    found = snapshots.compare(lead.desk, taken)
    assert found.is_whole
    assert [(one.kind, one.new) for one in found.since] == [("case-note", 1)]


def test_snapshots_are_listed_the_newest_first_and_need_a_name(lead: Person) -> None:
    one = snapshots.take(lead.desk, "One").record
    two = snapshots.take(lead.desk, "Two").record
    assert [(record, name) for record, name, _ in snapshots.listed(lead.desk)] == [
        (two, "Two"),
        (one, "One"),
    ]
    with pytest.raises(ReasonNeeded):
        snapshots.take(lead.desk, " ")


def test_only_the_lead_takes_one_and_only_a_snapshot_is_compared(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    with pytest.raises(LeadOnly):
        snapshots.take(ben.desk, "Mine")
    child = lead.writes("case", **case()).record
    with pytest.raises(NotASnapshot):
        snapshots.compare(lead.desk, child)
