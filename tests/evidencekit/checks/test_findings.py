import pytest

from evidencekit.checks.findings import finding_rests_on_evidence, priority_needs_impact
from tests.evidencekit.checks.making import alone, at, context, known, words

NOTE = known("case-note", "note-1", case="case-1")
VOICE = known("voice", "voice-1", author="BBBB", case="case-2")


def test_a_finding_on_two_kinds_from_two_inspectors_needs_no_word() -> None:
    assert alone(finding_rests_on_evidence, context("finding", NOTE, VOICE)) == []


def test_a_finding_without_evidence_is_held_back() -> None:
    for given in (
        context("finding", evidence=[]),
        context("finding", evidence=["deleted-since"]),
    ):
        problem = at(alone(finding_rests_on_evidence, given), "evidence")
        assert problem.blocks
        assert problem.words == "Link the evidence this finding rests on."


def test_one_kind_or_one_inspector_is_advice() -> None:
    other = known("case-note", "voice-1", case="case-2")
    found = alone(finding_rests_on_evidence, context("finding", NOTE, other))

    assert len(found) == 2
    assert not any(problem.blocks for problem in found)
    assert "of one kind" in found[0].words
    assert "one inspector" in found[1].words


@pytest.mark.parametrize("text", ["Most children wait.", "There is a pattern of drift."])
def test_a_word_for_many_needs_three_cases(text: str) -> None:
    found = alone(finding_rests_on_evidence, context("finding", NOTE, VOICE, text=text))

    assert "rests on 2 of the cases" in at(found, "text").words
    more = context("finding", NOTE, VOICE, text=text, cases=["case-3"])
    assert alone(finding_rests_on_evidence, more) == []


def test_an_area_marked_as_a_pattern_needs_three_cases_too() -> None:
    areas = [{"area": "E4", "weight": "pattern"}]
    given = context("finding", NOTE, VOICE, areas=areas)

    assert not at(alone(finding_rests_on_evidence, given), "text").blocks


def test_a_priority_action_without_impact_is_held_back() -> None:
    bare = known("case-note", "note-1", impact=None)
    given = context("finding", bare, VOICE, finding_kind="priority-action")

    assert at(alone(priority_needs_impact, given), "impact").blocks


def test_impact_may_stand_in_the_finding_or_in_its_evidence() -> None:
    assert alone(priority_needs_impact, context("finding", NOTE)) == []
    priority = {"finding_kind": "priority-action"}
    assert alone(priority_needs_impact, context("finding", NOTE, **priority)) == []
    told = context("finding", impact="Children are at risk tonight.", **priority)
    assert alone(priority_needs_impact, told) == []


def test_other_kinds_are_let_be() -> None:
    assert words(alone(finding_rests_on_evidence, context("judgement"))) == []
