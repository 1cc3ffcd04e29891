from datetime import timedelta

import pytest

from evidencekit.canonical import Json
from evidencekit.errors.records import UnknownKind
from evidencekit.errors.work import LeadOnly, NoSuchRecord, NotYours, ReasonNeeded
from evidencekit.ids import RecordId
from evidencekit.operations import capture, drafting, reading
from evidencekit.operations.capture import Entry
from evidencekit.records.revision import Provenance
from tests.world import Person, World, case, note


def test_a_kept_note_is_a_revision_with_advice(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    kept = lead.writes("case-note", case=child, i_saw="The room was cold.")
    assert reading.item(lead.desk, kept.record).fields["i_saw"] == "The room was cold."
    assert {problem.field for problem in kept.problems} >= {"source_type", "source_roles"}
    assert kept.changes.records == {kept.record}


def test_saving_never_argues_about_missing_answers(lead: Person) -> None:
    kept = lead.writes("observation", title="Core group")
    assert reading.item(lead.desk, kept.record).title == "Core group"


def test_a_correction_is_a_new_version_and_the_old_one_stays_readable(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    first = lead.notes(child, "Two visits in June.")
    second = lead.corrects(
        first.record, "The record says three.", **note(child, "Three visits in June.")
    )
    history = reading.history(lead.desk, first.record)
    assert [each.id for each in history] == [first.revision.id, second.revision.id]
    assert history[0].body.fields["i_saw"] == "Two visits in June."
    assert history[1].header.reason == "The record says three."
    assert history[1].header.parents == (first.revision.id,)


def test_keeping_a_form_settles_its_unsaved_text(lead: Person) -> None:
    drafting.keep_draft(lead.desk, "new-note", "case-note", {"i_saw": "Half a sen"})
    capture.capture(
        lead.desk, Entry(kind="case-note", fields={"i_saw": "A sentence."}, form="new-note")
    )
    assert drafting.all_drafts(lead.desk) == ()


def test_when_it_was_written_is_measured_not_claimed(world: World, lead: Person) -> None:
    child = lead.writes("case", **case()).record
    at_once = lead.writes("case-note", case=child, started="2012-11-19T09:00")
    late = lead.writes("case-note", case=child, started="2012-11-15T09:00")
    claimed = capture.capture(
        lead.desk,
        Entry(kind="case-note", fields={"started": "2012-11-15T09:00"}, declared="contemporaneous"),
    )
    lost = capture.capture(
        lead.desk,
        Entry(kind="case-note", fields={"started": "2012-11-19T09:00"}, declared="reconstructed"),
    )
    assert at_once.revision.body.provenance == Provenance.CONTEMPORANEOUS.value
    assert late.revision.body.provenance == Provenance.LATER.value
    assert claimed.revision.body.provenance == Provenance.LATER.value
    assert lost.revision.body.provenance == Provenance.RECONSTRUCTED.value


def test_a_deletion_is_a_tombstone_with_a_reason_and_can_be_undone(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    kept = lead.notes(child, "Written in the wrong case.")
    capture.delete(lead.desk, kept.record, "Wrong case.")
    assert reading.item(lead.desk, kept.record).is_deleted
    assert kept.record not in {row.record for row in reading.rows(lead.desk)}
    capture.restore(lead.desk, kept.revision.id, "It was right after all.")
    item = reading.item(lead.desk, kept.record)
    assert not item.is_deleted
    assert item.fields["i_saw"] == "Written in the wrong case."
    assert len(item.history) == 3


def test_a_deletion_without_a_reason_changes_nothing(lead: Person) -> None:
    kept = lead.writes("document", title="Threshold document")
    with pytest.raises(ReasonNeeded):
        capture.delete(lead.desk, kept.record, "  ")
    assert not reading.item(lead.desk, kept.record).is_deleted


def test_an_erased_version_has_no_content_and_the_chain_still_verifies(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    named = lead.notes(child, "Quillon Vetch was at home.")
    lead.corrects(named.record, "A name was written.", **note(child, "The child was at home."))
    erased = capture.erase(lead.desk, named.revision.id, "A child's name.")
    history = reading.history(lead.desk, named.record)
    assert history[0].is_erased
    assert history[0].id == named.revision.id
    assert history[1].body.fields["i_saw"] == "The child was at home."
    assert named.record in erased.changes.records
    assert reading.search(lead.desk, "Quillon") == ()


def test_somebody_elses_record_cannot_be_changed(team: tuple[Person, Person]) -> None:
    lead, ben = team
    child = lead.writes("case", **case()).record
    note_by_ben = ben.writes("case-note", i_saw="The car was parked outside.")
    lead.receives(ben.hands_over())
    with pytest.raises(NotYours):
        lead.corrects(note_by_ben.record, "Tidied.", i_saw="The car was gone.")
    assert child in {row.record for row in reading.rows(lead.desk)}


def test_only_the_lead_writes_what_is_the_leads(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    for kind, fields in (
        ("judgement", {"judgement": "J1"}), ("query", {"question": "When?"}), ("case", case()),
    ):  # fmt: skip
        with pytest.raises(LeadOnly):
            ben.writes(kind, **fields)
    assert ben.writes("case", **case("HC-01", "inspectorate-tracked")).record


def test_an_unknown_kind_or_record_is_refused(lead: Person) -> None:
    with pytest.raises(UnknownKind):
        lead.writes("rumour", text="x")
    with pytest.raises(NoSuchRecord):
        capture.delete(lead.desk, RecordId("00000000-0000-7000-8000-000000000000"), "x")


def test_moving_the_time_back_makes_a_note_late_and_moving_it_forward_does_not_help(
    lead: Person,
) -> None:
    now = lead.desk.clock.now()
    today, last_week = f"{now:%Y-%m-%dT%H:%M}", f"{now - timedelta(days=7):%Y-%m-%dT%H:%M}"
    made = capture.capture(lead.desk, Entry(kind="observation", fields={"started": today}))
    assert made.revision.body.provenance == Provenance.CONTEMPORANEOUS.value

    for started in (last_week, today):
        fields: dict[str, Json] = {"started": started}
        entry = Entry(kind="observation", fields=fields, record=made.record, declared="same-day")
        changed = capture.capture(lead.desk, entry)
        assert changed.revision.body.provenance == Provenance.LATER.value


def test_a_reconstruction_stays_one_whatever_is_declared_after_it(lead: Person) -> None:
    entry = Entry(kind="document", fields={"title": "Plan"}, declared="reconstructed")
    made = capture.capture(lead.desk, entry)
    for declared in ("", "transcribed", "contemporaneous"):
        fields: dict[str, Json] = {"title": f"Plan, {declared}"}
        again = Entry(kind="document", fields=fields, record=made.record, declared=declared)
        changed = capture.capture(lead.desk, again)
        assert changed.revision.body.provenance == Provenance.RECONSTRUCTED.value
