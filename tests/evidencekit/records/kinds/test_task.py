"""Task: the promises of its questions."""

from evidencekit.records.fields import Writer
from evidencekit.records.kinds.answer import KIND as ANSWER
from evidencekit.records.kinds.task import KIND


def test_a_task_is_for_one_named_inspector_on_one_day() -> None:
    assert {field.key for field in KIND.fields if field.required} == {"what", "to", "day"}
    assert KIND.writer is Writer.LEAD


def test_what_came_of_it_is_an_answer() -> None:
    answered = ANSWER.field("query")
    assert answered is not None
    assert KIND.key in answered.of_kinds
