"""Another's score is hidden until one's own is in, wherever one looks."""

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.canonical import Json
from evidencekit.errors.work import LeadOnly, ReasonNeeded, ScoreHidden
from evidencekit.ids import RecordId
from evidencekit.operations import blind, reading, remembering
from evidencekit.operations.casework import case_view
from evidencekit.operations.following import follow, take
from evidencekit.store.listing import Only
from tests.world import Person, World, case

REASON = "The team moderates on Thursday."


@pytest.fixture
def scored(team: tuple[Person, Person]) -> tuple[Person, Person, RecordId, RecordId]:
    """A lead who holds Ben's submitted score of E4, and the child it could have been about."""
    lead, ben = team
    child = ben.writes("case", **case("OW-01", "triggered")).record
    note = ben.notes(child, "He waited.").record
    score = ben.writes("score", **graded("E4", note, "inadequate")).record
    for each in (child, note, score):
        ben.submits(each)
    lead.receives(ben.hands_over())
    return lead, ben, note, score


def graded(area: str, note: RecordId, grade: str, **more: Json) -> dict[str, Json]:
    return {
        "area": area, "scope": "whole-area", "status": "graded", "grade": grade,
        "rationale": "The zebra crossing word.", "evidence": [note], **more,
    }  # fmt: skip


def test_a_colleagues_score_is_nowhere_to_be_seen_before_ones_own_is_in(
    scored: tuple[Person, Person, RecordId, RecordId],
) -> None:
    lead, _ben, _note, score = scored
    desk = lead.desk
    assert blind.hidden(desk) == {score}
    assert score not in {row.record for row in reading.rows(desk)}
    assert reading.rows(desk, Only(kind="score")) == ()
    assert reading.search(desk, "zebra") == ()
    assert score not in reading.snapshot(desk).items
    assert score not in follow(None, take(desk)).seen.items
    for read in (reading.item, reading.history):
        with pytest.raises(ScoreHidden):
            read(desk, score)
    assert blind.waiting_at(desk, "E4") == 1
    assert blind.waiting_at(desk, "E5") == 0


def test_its_writer_always_sees_it(scored: tuple[Person, Person, RecordId, RecordId]) -> None:
    _lead, ben, _note, score = scored
    assert reading.item(ben.desk, score).fields["grade"] == "inadequate"
    assert blind.hidden(ben.desk) == frozenset()


def test_a_draft_of_ones_own_opens_nothing_and_a_submitted_one_does(
    scored: tuple[Person, Person, RecordId, RecordId],
) -> None:
    lead, _ben, note, score = scored
    mine = lead.writes("score", **graded("E4", note, "good")).record
    assert blind.hidden(lead.desk) == {score}
    lead.submits(mine)
    assert blind.hidden(lead.desk) == frozenset()
    assert reading.item(lead.desk, score).fields["grade"] == "inadequate"
    assert [hit.row.record for hit in reading.search(lead.desk, "zebra")] == [mine, score]


def test_a_score_of_another_area_or_case_opens_nothing(
    scored: tuple[Person, Person, RecordId, RecordId],
) -> None:
    lead, _ben, note, score = scored
    child = reading.find_record(lead.desk, "OW-01")
    other = lead.writes("score", **graded("E5", note, "good")).record
    of_case = lead.writes("score", **graded("E4", note, "good", scope="case", case=child)).record
    for each in (other, of_case):
        lead.submits(each)
    assert blind.hidden(lead.desk) == {score}


def test_a_score_that_nothing_was_looked_at_is_a_score_too(
    scored: tuple[Person, Person, RecordId, RecordId],
) -> None:
    lead, _ben, note, _score = scored
    fields = graded("E4", note, "")
    mine = lead.writes("score", **{**fields, "status": "not-looked-at"}).record
    lead.submits(mine)
    assert blind.hidden(lead.desk) == frozenset()


def test_a_page_of_a_list_is_filled_up_past_what_is_hidden(
    scored: tuple[Person, Person, RecordId, RecordId],
) -> None:
    lead, _ben, _note, score = scored
    everything = [row.record for row in reading.rows(lead.desk)]
    first = reading.rows(lead.desk, limit=2)
    then = reading.rows(lead.desk, limit=50, before=first[-1].number)
    assert [row.record for row in (*first, *then)] == everything
    assert score not in everything


def test_the_case_page_shows_no_hidden_score(team: tuple[Person, Person]) -> None:
    lead, ben = team
    child = ben.writes("case", **case("OW-01", "triggered")).record
    note = ben.notes(child, "He waited.").record
    score = ben.writes("score", **graded("E4", note, "good", scope="case", case=child)).record
    for each in (child, note, score):
        ben.submits(each)
    lead.receives(ben.hands_over())
    view = case_view(lead.desk, child)
    assert score not in view.snapshot.items
    assert score not in {row.record for row in view.rows}
    assert blind.waiting_at(lead.desk, "E4", child) == 1


def test_the_lead_reveals_one_area_with_a_reason_and_it_is_written_down(
    scored: tuple[Person, Person, RecordId, RecordId],
) -> None:
    lead, ben, _note, score = scored
    with pytest.raises(ReasonNeeded):
        blind.reveal(lead.desk, "E4", "", "  ")
    assert blind.hidden(lead.desk) == {score}
    blind.reveal(lead.desk, "E4", blind.ALL_OF_IT, REASON)
    assert blind.hidden(lead.desk) == frozenset()
    assert "scores revealed E4" in str(remembering.log_entries(lead.desk)[-1])
    with pytest.raises(LeadOnly):
        blind.reveal(ben.desk, "E4", "", REASON)
    assert blind.policy_of(ben.desk).revealed == frozenset()


def test_one_case_is_revealed_without_the_rest_of_its_area(
    scored: tuple[Person, Person, RecordId, RecordId],
) -> None:
    lead, _ben, _note, score = scored
    child = reading.find_record(lead.desk, "OW-01")
    blind.reveal(lead.desk, "E4", child, REASON)
    assert blind.hidden(lead.desk) == {score}


def test_the_setting_reaches_everybody_with_the_next_bundle(
    scored: tuple[Person, Person, RecordId, RecordId],
) -> None:
    lead, ben, _note, _score = scored
    blind.hide_scores(lead.desk, on=False, reason=REASON)
    assert not blind.policy_of(lead.desk).hides
    assert blind.policy_of(ben.desk).hides
    ben.receives(lead.hands_over(BundleKind.FULL))
    assert not blind.policy_of(ben.desk).hides
    blind.hide_scores(lead.desk, on=True, reason=REASON)
    assert blind.policy_of(lead.desk).hides


def test_a_setting_survives_the_lock(
    scored: tuple[Person, Person, RecordId, RecordId], world: World
) -> None:
    lead, _ben, _note, _score = scored
    blind.reveal(lead.desk, "E4", blind.ALL_OF_IT, REASON)
    lead.locks()
    assert blind.policy_of(world.reopens(lead)).revealed == {("E4", blind.ALL_OF_IT)}


def test_alone_in_a_workspace_nothing_is_hidden(world: World) -> None:
    ben = world.inspector()
    ben.writes("score", area="E4", scope="whole-area", status="not-looked-at", rationale="No time.")
    assert blind.hidden(ben.desk) == frozenset()


def test_the_leads_report_is_of_everything_and_an_inspectors_says_what_it_lacks(
    scored: tuple[Person, Person, RecordId, RecordId],
) -> None:
    lead, _ben, _note, score = scored
    assert score in reading.whole(lead.desk).items
    assert reading.snapshot(lead.desk).withheld == 1
    assert reading.whole(lead.desk).withheld == 0


def test_a_record_that_points_at_a_hidden_score_can_be_read(
    scored: tuple[Person, Person, RecordId, RecordId],
) -> None:
    lead, _ben, _note, score = scored
    assert "inadequate" not in reading.title(lead.desk, score)
    assert reading.title(lead.desk, RecordId("nobody")) == reading.NOT_HERE
