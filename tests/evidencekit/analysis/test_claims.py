"""Claims beside cases, children's words beside claims."""

from evidencekit.analysis.claims import HowTested, board, heard, may_test
from tests.evidencekit.analysis.evidence import ANNA, BEN, Evidence

E1 = [{"area": "E1", "polarity": "context"}]


def test_a_claim_is_untested_until_cases_were_read_and_the_untested_come_first() -> None:
    evidence = Evidence()
    note = evidence.note({"E1": "weakness"}, BEN, case="case-1")
    evidence.add("claim", {"claim": "Seen", "tested": "yes", "result": "borne-out"})
    evidence.add(
        "claim", {"claim": "Safe", "tested": "yes", "result": "not-borne-out", "tests": [note]}
    )
    evidence.add("claim", {"claim": "Heard", "tested": "no"})
    evidence.add("claim", {"claim": "Quick", "tested": "unclear"})
    found = board(evidence.snapshot())
    assert [each.tested for each in found] == [
        HowTested.UNTESTED, HowTested.UNTESTED, HowTested.CONTRADICTED, HowTested.TESTED,
    ]  # fmt: skip
    assert [item.record for item in found[2].tests] == [note]
    assert [each.says_tested for each in found] == [False, False, False, True]


def test_a_deleted_or_missing_test_is_no_test() -> None:
    evidence = Evidence()
    gone = evidence.add("case-note", is_deleted=True)
    evidence.add("claim", {"tested": "yes", "result": "borne-out", "tests": [gone, "not-here"]})
    (found,) = board(evidence.snapshot())
    assert (found.tests, found.says_tested) == ((), True)


def test_evidence_of_the_same_area_may_test_it_and_no_claim_tests_a_claim() -> None:
    evidence = Evidence()
    linked = evidence.note(["E1"], BEN)
    free = evidence.note(["E1"], ANNA)
    evidence.note(["E2"], ANNA)
    evidence.add("claim", {"claim": "Other", "areas": E1})
    evidence.add("score", {"area": "E1", "status": "graded", "grade": "good"}, BEN)
    claim = evidence.add("claim", {"claim": "Seen", "areas": E1, "tests": [linked]})
    snapshot = evidence.snapshot()
    assert [item.record for item in may_test(snapshot, snapshot.items[claim])] == [free]


def test_a_childs_words_stand_beside_what_leaders_said_of_the_same_area() -> None:
    evidence = Evidence()
    claim = evidence.add("claim", {"claim": "Every child is heard", "areas": E1})
    evidence.add("claim", {"claim": "Plans are good", "areas": [{"area": "E2"}]})
    voice = evidence.add(
        "voice", {"who": "child", "route": "authority", "own_words": "Nobody asked", "areas": E1}
    )
    evidence.add("voice", {"who": "parent", "own_words": "They rang", "areas": E1})
    (found,) = heard(evidence.snapshot())
    assert found.voice.record == voice
    assert [item.record for item in found.beside] == [claim]


def test_a_claim_that_a_childs_words_tested_stands_beside_them_once() -> None:
    evidence = Evidence()
    voice = evidence.add("voice", {"who": "care-leaver", "own_words": "No", "areas": E1})
    claim = evidence.add("claim", {"claim": "Heard", "areas": E1, "tests": [voice]})
    (found,) = heard(evidence.snapshot())
    assert [item.record for item in found.beside] == [claim]
