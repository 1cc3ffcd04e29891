"""Moderation: the promises of its questions."""

from evidencekit.records.fields import Writer
from evidencekit.records.kinds.moderation import KIND


def test_the_lead_writes_it_and_no_view_is_submitted_before_the_scores_are_open() -> None:
    assert KIND.writer is Writer.LEAD
    assert {field.key for field in KIND.fields if field.required} == {
        "area", "named", "revealed_at", "view",
    }  # fmt: skip


def test_it_asks_for_no_number() -> None:
    assert all(field.kind.value != "number" for field in KIND.fields)
