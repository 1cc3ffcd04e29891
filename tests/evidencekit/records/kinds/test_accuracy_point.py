"""Factual accuracy point: the promises of its questions."""

from evidencekit.records.fields import Writer
from evidencekit.records.kinds.accuracy_point import KIND


def test_a_point_keeps_the_decision_the_reason_and_the_words_before_and_after() -> None:
    for key in ("section", "sentence", "comment", "decision", "reason", "before", "after"):
        assert KIND.field(key) is not None


def test_the_lead_keeps_the_points() -> None:
    assert KIND.writer is Writer.LEAD
