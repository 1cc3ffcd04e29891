"""What comes of the evidence."""

from evidencekit.analysis.triangulation import ContradictionSort
from evidencekit.records.vocabularies.outcome import (
    CONCERN_STATES,
    CONTRADICTION_OUTCOMES,
    CONTRADICTION_SORTS,
    DECISION_OUTCOMES,
    FINDING_KINDS,
    YES_NO,
)


def test_a_question_may_stay_unclear() -> None:
    assert [word.key for word in YES_NO.words] == ["yes", "no", "unclear"]


def test_the_leads_decisions_have_the_agreed_words() -> None:
    assert DECISION_OUTCOMES.keys == {
        "accept", "set-aside", "keep", "same-event", "not-the-same", "adopt",
    }  # fmt: skip


def test_a_concern_ends_closed() -> None:
    assert CONCERN_STATES.words[-1].key == "closed"


def test_strengths_improvements_and_priority_actions_are_kinds_of_finding() -> None:
    assert {"strength", "area-for-improvement", "priority-action"} <= FINDING_KINDS.keys


def test_a_contradiction_is_one_of_the_two_kinds_that_are_found_and_may_stay_open() -> None:
    assert CONTRADICTION_SORTS.keys == {each.value for each in ContradictionSort}
    assert CONTRADICTION_OUTCOMES.words[-1].key == "look-again"
