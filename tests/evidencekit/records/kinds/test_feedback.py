"""Feedback given: the promises of its questions."""

from evidencekit.records.fields import Writer
from evidencekit.records.kinds.feedback import KIND


def test_feedback_says_whether_it_was_provisional_its_basis_and_the_answer() -> None:
    for key in ("at", "to", "provisional", "points", "basis", "response", "offered", "offered_by"):
        assert KIND.field(key) is not None


def test_each_inspectorate_logs_what_it_told_its_own_agency() -> None:
    assert KIND.writer is Writer.ANYONE
    assert KIND.field("agency") is not None
