"""Team member: the promises of its questions."""

from evidencekit.records.fields import Writer
from evidencekit.records.kinds.member import KIND


def test_a_conflict_of_interest_is_declared_by_everyone() -> None:
    conflict = KIND.field("conflict_declared")
    assert conflict is not None
    assert conflict.required


def test_only_the_lead_writes_the_team() -> None:
    assert KIND.writer is Writer.LEAD
