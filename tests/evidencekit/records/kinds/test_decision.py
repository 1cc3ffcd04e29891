"""Decision: the promises of its questions."""

from evidencekit.records.fields import Writer
from evidencekit.records.kinds.decision import KIND


def test_a_decision_names_the_version_decided_about_and_the_reason() -> None:
    assert [field.key for field in KIND.fields] == [
        "subject", "revision", "outcome", "other", "reason",
    ]  # fmt: skip
    assert {field.key for field in KIND.fields if not field.required} == {"other"}


def test_only_the_lead_decides() -> None:
    assert KIND.writer is Writer.LEAD
