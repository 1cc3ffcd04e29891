"""Query: the promises of its questions."""

from evidencekit.records.fields import Writer
from evidencekit.records.kinds.query import KIND


def test_a_query_is_about_a_record_and_asks_one_person() -> None:
    required = {field.key for field in KIND.fields if field.required}
    assert required == {"about", "to", "question"}


def test_only_the_lead_asks() -> None:
    assert KIND.writer is Writer.LEAD
