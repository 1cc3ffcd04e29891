import pytest

from evidencekit.checks.answers import needed_answers
from tests.evidencekit.checks.making import COMPLETE, alone, at, context, words


@pytest.mark.parametrize("kind", COMPLETE)
def test_a_complete_record_needs_no_more_answers(kind: str) -> None:
    assert alone(needed_answers, context(kind)) == []


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("case-note", "started"), ("case-note", "source_roles"), ("case-note", "source_type"),
        ("observation", "what"), ("voice", "own_words"), ("finding", "evidence"),
        ("score", "rationale"), ("concern", "lead_told_at"),
    ],
)  # fmt: skip
def test_evidence_without_a_needed_answer_is_held_back(kind: str, field: str) -> None:
    problem = at(alone(needed_answers, context(kind, **{field: None})), field)

    assert problem.blocks
    assert problem.words.startswith('Fill in "')


def test_an_answer_of_spaces_is_no_answer() -> None:
    assert at(alone(needed_answers, context("voice", own_words="  \n")), "own_words").blocks


def test_the_paragraph_comes_with_the_question() -> None:
    found = alone(needed_answers, context("finding", text=""))

    assert at(found, "text").source == "120081 ¶58"


def test_a_day_without_a_time_is_not_enough() -> None:
    found = alone(needed_answers, context("case-note", started="2012-11-19"))

    assert words(found) == ['Give the time as well as the day in "Started".']


def test_a_started_row_is_finished_and_an_empty_one_is_let_be() -> None:
    decisions = [{"decision": "Enquire."}, {}, {"rationale": "Because."}]

    found = alone(needed_answers, context("observation", decisions=decisions))

    assert words(found) == ['Fill in "Decision" in row 3 of "Decisions".']
    assert found[0].field == "decisions.2.decision"


def test_a_group_names_its_own_answer() -> None:
    found = alone(needed_answers, context("voice", consent={"how": "spoken"}))

    assert at(found, "consent.status").words == 'Fill in "Consent" in "Consent".'


def test_an_observation_names_whom_it_watched_one_way_or_the_other() -> None:
    rows = [{"agency": "police", "status": "present"}]

    bare = context("observation", source_roles=None)
    assert at(alone(needed_answers, bare), "source_roles").blocks
    assert alone(needed_answers, context("observation", source_roles=None, attendance=rows)) == []


def test_a_score_of_one_case_names_the_case() -> None:
    assert at(alone(needed_answers, context("score", scope="case")), "case").blocks
    assert alone(needed_answers, context("score", scope="case", case="case-1")) == []


def test_a_kind_of_a_newer_version_is_let_be() -> None:
    assert alone(needed_answers, context("from-tomorrow")) == []


@pytest.mark.parametrize("status", ["not-looked-at", "looked-none-found"])
def test_a_score_without_anything_to_link_needs_no_evidence(status: str) -> None:
    given = context("score", status=status, grade=None, evidence=None)
    assert alone(needed_answers, given) == []


def test_a_graded_score_rests_on_evidence() -> None:
    assert at(alone(needed_answers, context("score", evidence=None)), "evidence").blocks
