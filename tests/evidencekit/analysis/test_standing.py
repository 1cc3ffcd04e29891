"""What stands: the weakest point of each area in words, and never a grade."""

from evidencekit.analysis.disputes import disputes
from evidencekit.analysis.standing import Standing, standings
from tests.evidencekit.analysis.evidence import ANNA, BEN, CARA, Evidence


def first(evidence: Evidence) -> Standing:
    snapshot = evidence.snapshot()
    return standings(snapshot, disputes(snapshot))[0]


def test_every_area_is_there_and_an_empty_one_says_that_nobody_recorded_anything() -> None:
    found = standings(Evidence().snapshot())
    assert [each.area for each in found] == ["E1", "E2", "E3", "E4"]
    assert found[0].weakest == "Nobody has recorded anything yet."
    assert found[0].warnings == (found[0].weakest,)


def test_one_note_is_one_of_everything_and_says_of_what() -> None:
    evidence = Evidence()
    evidence.add("case", {"reference": "SH-04"}, record="case-1")
    evidence.note(["E1"], BEN, case="case-1", source_type="case-record-reading")
    found = first(evidence)
    assert found.weakest.startswith("One kind of source only: ")
    assert "One inspector only: Ben." in found.warnings
    assert "One inspectorate only: cqc." in found.warnings
    assert "One child only: SH-04." in found.warnings
    assert found.warnings[-1] == "No child's own words."


def test_what_comes_from_several_of_each_has_no_weakest_point() -> None:
    evidence = Evidence()
    evidence.note(["E1"], ANNA, case="case-1", source_type="case-record-reading")
    evidence.note(["E1"], BEN, case="case-2", source_type="case-discussion")
    evidence.add("voice", {"who": "child", "areas": [{"area": "E1"}]}, CARA)
    found = first(evidence)
    assert (found.warnings, found.voices) == ((), 1)
    assert found.weakest == "Rests on several of each."


def test_what_only_leaders_say_comes_before_all_else() -> None:
    evidence = Evidence()
    evidence.add("claim", {"claim": "All is well", "areas": [{"area": "E1"}]}, ANNA)
    evidence.add("claim", {"claim": "Quite", "areas": [{"area": "E1"}]}, BEN)
    found = first(evidence)
    assert found.weakest == "Only what leaders say; no case has tested it."
    assert "It rests on no child's case." in found.warnings
    assert found.tested == 0


def test_notes_without_a_kind_of_source_are_not_called_nothing() -> None:
    evidence = Evidence()
    evidence.note(["E1"], ANNA, case="case-1")
    assert first(evidence).weakest == "Nothing here says what kind of source it is."


def test_a_score_supports_nothing() -> None:
    evidence = Evidence()
    evidence.add("score", {"area": "E1", "status": "graded", "grade": "good"}, BEN)
    assert first(evidence).weakest == "Nobody has recorded anything yet."


def test_open_and_closed_contradictions_are_counted_apart() -> None:
    evidence = Evidence()
    evidence.note({"E1": "strength"}, ANNA, case="case-1")
    evidence.note({"E1": "weakness"}, BEN, case="case-1")
    found = first(evidence)
    assert (found.open_disputes, found.disputes) == (1, 1)


def test_words_never_grade() -> None:
    evidence = Evidence()
    evidence.note({"E1": "weakness"}, ANNA, case="case-1")
    words = " ".join(first(evidence).warnings).casefold()
    assert not [w for w in ("good", "adequate", "inadequate", "outstanding") if w in words]
