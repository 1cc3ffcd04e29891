"""Answer: the promises of its questions."""

from evidencekit.records.fields import Writer
from evidencekit.records.kinds.answer import KIND


def test_an_answer_says_which_query_it_answers() -> None:
    query = KIND.field("query")
    assert query is not None
    assert query.required
    assert query.of_kinds == ("query", "task")


def test_anyone_asked_may_answer() -> None:
    assert KIND.writer is Writer.ANYONE
