"""Team meeting: the promises of its questions."""

from evidencekit.records.fields import Writer
from evidencekit.records.kinds.team_meeting import KIND


def test_the_lead_writes_it_and_it_says_when_and_who() -> None:
    assert KIND.writer is Writer.LEAD
    assert {field.key for field in KIND.fields if field.required} == {"started", "present"}


def test_a_challenge_has_its_answer_and_whether_it_was_settled() -> None:
    challenge = KIND.field("challenge")
    assert challenge is not None
    assert [column.key for column in challenge.columns] == [
        "by", "about", "record", "challenge", "response", "resolved",
    ]  # fmt: skip


def test_dissent_is_in_the_persons_own_words() -> None:
    dissent = KIND.field("dissent")
    assert dissent is not None
    assert {column.key for column in dissent.columns if column.verbatim} == {"says"}


def test_no_question_asks_for_a_grade_or_a_count_of_votes() -> None:
    words = {column.words for field in KIND.fields for column in field.columns}
    assert "pack.grades" not in words
    assert all(column.kind.value != "number" for f in KIND.fields for column in f.columns)
