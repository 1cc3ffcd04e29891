from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.operations import evaluating
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
