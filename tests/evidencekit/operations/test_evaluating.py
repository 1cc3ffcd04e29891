from evidencekit.analysis.coverage import By, Seen
from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.operations import evaluating, reading
from tests.world import Person, case


def score(area: str, **more: Json) -> dict[str, Json]:
    return {"area": area, "scope": "whole-area", "rationale": "Because.", **more}


def furnished(lead: Person) -> tuple[RecordId, RecordId, RecordId]:
    child = lead.writes("case", **case()).record
    note = lead.notes(child, "The worker knew him well.").record
    meeting = lead.writes(
        "observation", what="strategy-meeting", title="Watched", cases=[child],
        started="2012-11-19T11:00", areas=[{"area": "E4", "polarity": "strength"}],
    ).record  # fmt: skip
    return child, note, meeting


def test_kinds_of_observation_stand_beside_the_children(lead: Person) -> None:
    child, note, meeting = furnished(lead)
    snapshot = reading.snapshot(lead.desk)

    found = evaluating.matrix(snapshot, By.CASE, lead.desk.me.id)

    watched = f"{evaluating.WATCHED}strategy-meeting"
    assert [column.key for column in found.coverage.columns] == [child, watched]
    assert found.coverage.cell("E4", child).count == 2
    assert found.coverage.cell("E4", watched).count == 1
    assert found.coverage.total("E4").count == 2
    at = evaluating.records_at
    assert [i.record for i in at(snapshot, By.CASE, "E4", watched)] == [meeting]
    assert [i.record for i in at(snapshot, By.CASE, "E4", child)] == [meeting, note]
    assert [i.record for i in at(snapshot, By.CASE, "E4", "*")] == [meeting, note]


def test_what_is_taken_from_the_desk_reads_like_a_snapshot(lead: Person) -> None:
    furnished(lead)
    frozen = evaluating.freeze(evaluating.take(lead.desk))
    whole = reading.snapshot(lead.desk)
    assert frozen.items == whole.items
    assert frozen.people == whole.people


def test_only_ones_own_scores_stand_in_the_matrix(team: tuple[Person, Person]) -> None:
    lead, ben = team
    lead.writes("score", **score("E4", status="graded", grade="good"))
    ben.writes("score", **score("E4", status="graded", grade="inadequate"))
    ben.writes("score", **score("E5", scope="case", status="not-looked-at"))

    mine = evaluating.matrix(reading.snapshot(ben.desk), By.INSPECTOR, ben.desk.me.id)

    assert mine.mine["E4"].fields["grade"] == "inadequate"
    assert mine.case_scores == {"E5": 1}
    assert mine.scored == 1


def test_a_score_that_found_none_can_be_read_behind_its_cell(lead: Person) -> None:
    none = lead.writes("score", **score("E7", status="looked-none-found")).record
    snapshot = reading.snapshot(lead.desk)
    found = evaluating.matrix(snapshot, By.INSPECTOR, lead.desk.me.id)
    assert found.coverage.cell("E7", lead.desk.me.id).seen is Seen.NONE_FOUND
    at = evaluating.records_at(snapshot, By.INSPECTOR, "E7", lead.desk.me.id)
    assert [item.record for item in at] == [none]


def test_a_score_sheet_holds_the_areas_evidence_and_ones_earlier_score(lead: Person) -> None:
    child, note, meeting = furnished(lead)
    lead.notes(child, "About something else.", areas=[{"area": "E9", "polarity": "context"}])
    first = lead.writes("score", **score("E4", status="graded", grade="good"))
    lead.corrects(first.record, "Read again.", **score("E4", status="graded", grade="adequate"))

    sheet = evaluating.score_sheet(lead.desk, "E4")

    assert {source.record: source.polarity for source in sheet.sources} == {
        note: "weakness", meeting: "strength",
    }  # fmt: skip
    assert sheet.mine is not None
    assert [each.body.fields["grade"] for each in sheet.history] == ["good", "adequate"]
    assert [label for _, label in sheet.cases] == ["SH-01"]


def test_a_score_of_one_case_is_apart_from_that_of_the_whole_area(lead: Person) -> None:
    child, *_ = furnished(lead)
    lead.writes("score", **score("E4", status="graded", grade="good"))
    of_case = lead.writes("score", **score("E4", scope="case", case=child, status="graded")).record

    sheet = evaluating.score_sheet(lead.desk, "E4", child)

    assert sheet.mine is not None
    assert sheet.mine.record == of_case
