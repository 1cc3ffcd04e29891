import pytest

from evidencekit.operations import decide, reading, trusting
from evidencekit.records.revision import Revision
from evidencekit.rehearsal.story import Scene, in_order
from evidencekit.rehearsal.week import instant
from tests.evidencekit.rehearsal.conftest import Amberford

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]

SLIPPED_NAME = "Kayleigh"


def history(amberford: Amberford, kind: str, title: str, who: str = "lead") -> tuple[Revision, ...]:
    row = next(row for row in amberford.rows(kind, who) if row.title.startswith(title))
    return reading.history(amberford.desk(who), row.record)


def test_what_is_written_comes_before_what_happens_at_the_same_moment() -> None:
    moment, played = instant("mon 09:00"), list[str]()
    written = Scene(moment, lambda: played.append("written"))
    happening = Scene(moment, lambda: played.append("happening"))
    for scene in in_order([written], [happening]):
        scene.play()
    assert played == ["written", "happening"]


def test_the_team_was_admitted_with_a_deputy_among_them(amberford: Amberford) -> None:
    roles = {m.name: m.role for m in trusting.team_of(amberford.desk("lead")).members}
    assert roles == {
        "Judith Marlow": "lead", "Tom Hartwell": "deputy", "Priya Raman": "inspector",
        "Gwen Tallis": "inspector",
    }  # fmt: skip


@pytest.mark.parametrize("who", ["lead", "priya", "tom", "gwen"])
def test_the_name_that_slipped_in_is_nowhere_any_more(amberford: Amberford, who: str) -> None:
    desk = amberford.desk(who)
    assert reading.search(desk, SLIPPED_NAME) == ()
    for row in reading.rows(desk, limit=reading.EVERY):
        for revision in reading.history(desk, row.record):
            assert SLIPPED_NAME.encode() not in (revision.content or b"")


@pytest.mark.parametrize("who", ["lead", "priya"])
def test_the_erased_versions_keep_their_place_in_the_chain(amberford: Amberford, who: str) -> None:
    versions = history(amberford, "case-note", "Three attendances of a baby", who)
    assert [revision.is_erased for revision in versions] == [True, True, False]
    assert versions[-1].header.reason


def test_the_note_written_twice_is_deleted_with_a_reason(amberford: Amberford) -> None:
    desk = amberford.desk("lead")
    assert not [row for row in amberford.rows("case-note") if row.title == "Youth offending file"]
    deleted = [item for item in reading.snapshot(desk).items.values() if item.is_deleted]
    assert [item.head.header.reason for item in deleted] == [
        "Written twice; the note with the worker's words stands."
    ]


def test_a_correction_after_acceptance_shows_as_new_information(amberford: Amberford) -> None:
    new = [row.title for row in amberford.rows("case-note") if row.accepted == "new-information"]
    assert "Seven notifications, as the officers wrote them" in new


def test_two_clashes_were_decided_and_one_waits_for_the_screens(amberford: Amberford) -> None:
    assert len([line for line in amberford.heard if line.startswith("Clash decided")]) == 2
    (left,) = decide.clashes(amberford.desk("lead"))
    assert left.kind == "finding"
    assert {side.header.author for side in left.sides} == {
        amberford.desk("lead").me.id, amberford.desk("priya").me.id,
    }  # fmt: skip


def test_the_decided_case_holds_both_halves(amberford: Amberford) -> None:
    versions = history(amberford, "case", "SH-03")
    settled = next(revision for revision in versions if len(revision.header.parents) == 2)
    assert "2009" in str(settled.body.fields["why_selected"])
    assert "step-up" in str(settled.body.fields["stages"])
    assert settled.header.reason


def test_findings_are_adopted_but_for_the_disputed_and_the_single_case(
    amberford: Amberford,
) -> None:
    outcomes = [
        reading.item(amberford.desk("lead"), row.record).fields["outcome"]
        for row in amberford.rows("decision")
    ]
    assert outcomes.count("adopt") == len(amberford.rows("finding")) - 2
    assert outcomes.count("set-aside") == 1


def test_the_one_concern_was_raised_told_and_closed(amberford: Amberford) -> None:
    (row,) = amberford.rows("concern")
    versions = reading.history(amberford.desk("lead"), row.record)
    states = list(dict.fromkeys(str(each.body.fields["state"]) for each in versions))
    assert states == ["raised", "told", "closed"]


def test_times_of_writing_are_told_honestly(amberford: Amberford) -> None:
    rows = reading.rows(amberford.desk("lead"), limit=reading.EVERY)
    told = {row.provenance for row in rows if row.kind in {"observation", "case-note", "voice"}}
    assert {"contemporaneous", "same-day", "next-day", "reconstructed", "transcribed"} <= told


def test_one_note_was_left_half_written(amberford: Amberford) -> None:
    drafts = [row.title for row in amberford.rows("case-note") if row.state == "draft"]
    assert drafts == ["The remand hearing, half written"]
