"""Leader's claim: the promises of its questions."""

from evidencekit.records.fields import FieldKind
from evidencekit.records.kinds.claim import KIND


def test_a_claim_is_tested_or_untested_and_names_the_evidence_that_tests_it() -> None:
    tested, tests = KIND.field("tested"), KIND.field("tests")
    assert tested is not None
    assert tests is not None
    assert tested.required
    assert tests.kind is FieldKind.RECORDS
