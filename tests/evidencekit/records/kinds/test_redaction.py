"""Redaction: the promises of its questions."""

from evidencekit.records.fields import Writer
from evidencekit.records.kinds.redaction import KIND


def test_a_redaction_names_a_place_a_ground_and_a_reason_and_keeps_no_words() -> None:
    keys = [field.key for field in KIND.fields]
    assert {"target", "version", "path", "start", "end", "code", "reason"} <= set(keys)
    assert "words" not in keys
    assert KIND.writer is Writer.LEAD
