from evidencekit.analysis.triangulation import (
    ContradictionSort,
    Flag,
    contradictions,
    support_by_area,
    support_by_finding,
)
from evidencekit.ids import AuthorId
from tests.evidencekit.analysis.evidence import ANNA, BEN, CARA, Evidence


def score(
    evidence: Evidence, author: AuthorId, grade: str, case: str = "case-1", area: str = "E1"
) -> str:
    fields = {"area": area, "status": "graded", "grade": grade, "case": case}
    return evidence.add("score", fields, author)


def test_independent_sources_are_counted_for_an_area() -> None:
    evidence = Evidence()
    evidence.note(["E1"], ANNA, case="case-1", source_type="case-record-reading", agency="police")
    evidence.note(["E1"], BEN, case="case-2", source_type="case-discussion", agency="gp")
    support = support_by_area(evidence.snapshot())["E1"]
    assert support.source_types == ("case-discussion", "case-record-reading")
    assert support.methods == ("documents", "staff")
    assert support.agencies == ("gp", "police")
    assert support.inspectorates == ("cqc", "ofsted")
    assert (support.cases, support.flags) == (("case-1", "case-2"), ())


def test_one_note_is_flagged_on_every_count() -> None:
    evidence = Evidence()
    evidence.note(["E1"], case="case-1", source_type="case-discussion")
    support = support_by_area(evidence.snapshot())["E1"]
    assert set(support.flags) == {
        Flag.ONE_SOURCE_TYPE, Flag.ONE_INSPECTOR, Flag.ONE_INSPECTORATE, Flag.ONE_CASE,
    }  # fmt: skip
    assert support.is_single_source


def test_an_area_without_evidence_says_just_that() -> None:
    assert support_by_area(Evidence().snapshot())["E1"].flags == (Flag.NO_EVIDENCE,)


def test_a_score_corroborates_nothing() -> None:
    evidence = Evidence()
    score(evidence, BEN, "good")
    assert support_by_area(evidence.snapshot())["E1"].evidence == ()


def test_a_finding_stands_between_its_evidence_and_what_speaks_against_it() -> None:
    evidence = Evidence()
    held = evidence.note(["E1"], source_type="case-discussion")
    against = evidence.note(["E1"], BEN, source_type="case-discussion")
    gone = evidence.add("case-note", is_deleted=True)
    finding = evidence.add(
        "finding",
        {"evidence": [held, gone, "not-here"], "counter_evidence": [against]},
    )
    (found,) = support_by_finding(evidence.snapshot())
    assert found.finding == finding
    assert found.support.evidence == (held,)
    assert found.support.missing == (gone, "not-here")
    assert found.counter.inspectors == (BEN,)


def test_two_inspectors_who_see_one_case_differently_are_listed() -> None:
    evidence = Evidence()
    strength = evidence.note({"E1": "strength"}, ANNA, case="case-1")
    weakness = evidence.note({"E1": "weakness"}, BEN, case="case-1")
    evidence.note({"E1": "weakness"}, BEN, case="case-2")
    evidence.note({"E2": "mixed"}, BEN, case="case-1")
    (found,) = contradictions(evidence.snapshot())
    assert (found.sort, found.area, found.case) == (ContradictionSort.POLARITY, "E1", "case-1")
    assert [side.record for side in (*found.one, *found.other)] == [strength, weakness]


def test_one_inspector_with_two_minds_contradicts_nobody() -> None:
    evidence = Evidence()
    evidence.note({"E1": "strength"}, BEN, case="case-1")
    evidence.note({"E1": "weakness"}, BEN, case="case-1")
    score(evidence, BEN, "outstanding")
    score(evidence, BEN, "inadequate")
    assert contradictions(evidence.snapshot()) == ()


def test_scores_two_grades_apart_are_listed_and_one_apart_are_not() -> None:
    evidence = Evidence()
    score(evidence, ANNA, "good")
    score(evidence, BEN, "adequate")
    score(evidence, CARA, "inadequate")
    (found,) = contradictions(evidence.snapshot())
    assert found.sort is ContradictionSort.SCORES
    assert [side.says for side in (*found.one, *found.other)] == ["good", "inadequate"]


def test_scores_of_different_cases_or_areas_are_not_compared() -> None:
    evidence = Evidence()
    score(evidence, ANNA, "outstanding", case="case-1")
    score(evidence, BEN, "inadequate", case="case-2")
    score(evidence, CARA, "inadequate", area="E2")
    assert contradictions(evidence.snapshot()) == ()


def test_a_grade_off_the_scale_is_passed_over() -> None:
    evidence = Evidence()
    score(evidence, ANNA, "splendid")
    score(evidence, BEN, "inadequate")
    assert contradictions(evidence.snapshot()) == ()


def test_scores_of_the_whole_area_are_compared_with_each_other() -> None:
    evidence = Evidence()
    for author, grade in ((ANNA, "outstanding"), (BEN, "adequate")):
        fields = {"area": "E1", "status": "graded", "grade": grade, "scope": "whole-area"}
        evidence.add("score", fields, author)
    (found,) = contradictions(evidence.snapshot())
    assert found.case == ""
