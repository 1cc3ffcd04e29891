"""What to look for next is suggested from what is missing, and never twice."""

from evidencekit.analysis.tomorrow import suggestions
from tests.evidencekit.analysis.evidence import ANNA, BEN, Evidence


def whats(evidence: Evidence) -> list[str]:
    return [each.what for each in suggestions(evidence.snapshot())]


def test_an_area_where_nobody_looked_is_to_be_looked_at() -> None:
    assert whats(Evidence()) == [f"Look at E{n} Area {n}" for n in (1, 2, 3, 4)]


def test_one_inspector_or_one_kind_of_source_asks_for_another() -> None:
    evidence = Evidence()
    evidence.note(["E1"], ANNA, case="case-1", source_type="case-record-reading")
    evidence.note(["E2"], ANNA, case="case-1", source_type="case-record-reading")
    evidence.note(["E2"], BEN, case="case-2", source_type="case-record-reading")
    found = whats(evidence)
    assert "A second pair of eyes on E1 Area 1" in found
    assert "Another kind of source on E2 Area 2" in found


def test_what_a_task_names_is_not_suggested_again() -> None:
    evidence = Evidence()
    evidence.add("task", {"what": "See it", "area": "E1"})
    assert "Look at E1 Area 1" not in whats(evidence)


def test_untested_claims_unread_records_and_missing_impact_are_named() -> None:
    evidence = Evidence()
    rows = [{"agency": "police", "record_read": "no"}, {"agency": "gp", "record_read": "yes"}]
    evidence.add("case", {"reference": "SH-01", "agencies": rows, "sample_type": "shared-tracked"})
    evidence.add("case", {"reference": "SH-02", "sample_type": "shared-tracked"})
    evidence.add("claim", {"claim": "All   seen", "tested": "no", "areas": [{"area": "E1"}]})
    found = whats(evidence)
    assert "Test against cases: All seen" in found
    assert "Read in SH-01: Police" in found
    assert "Ask in SH-02 what it meant for the child" in found


def test_scores_that_differ_are_never_told_in_a_task() -> None:
    evidence = Evidence()
    for author, grade in ((ANNA, "outstanding"), (BEN, "inadequate")):
        evidence.add("score", {"area": "E1", "status": "graded", "grade": grade}, author)
    again = next(s for s in suggestions(evidence.snapshot()) if s.what.startswith("Look again"))
    assert (again.what, again.why) == ("Look again at E1 Area 1", "")


def test_only_chosen_children_asks_for_a_child_that_inspectors_choose() -> None:
    evidence = Evidence()
    evidence.add("voice", {"who": "child", "route": "authority", "own_words": "Fine"})
    assert "Speak with a child whom inspectors choose" in whats(evidence)
    evidence.add("voice", {"who": "child", "route": "inspector", "own_words": "Not so"})
    assert "Speak with a child whom inspectors choose" not in whats(evidence)
