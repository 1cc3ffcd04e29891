import pytest

from evidencekit.checks.grading import (
    grades_read,
    grades_told,
    judgement_has_its_owner,
    limiting_judgements,
    no_aggregate,
    no_grade_at_all,
)
from evidencekit.framework import library
from tests.evidencekit.checks.making import alone, at, context, known, whole

JTAI = library.get("jtai-2015")
FOUR = library.get("integrated-2014")


@pytest.mark.parametrize("kind", ["judgement", "score"])
def test_a_grade_in_a_targeted_inspection_is_refused(kind: str) -> None:
    problem = at(alone(no_grade_at_all, context(kind, pack=JTAI, grade="good")), "grade")
    assert problem.blocks
    assert "no grade of any kind" in problem.words


@pytest.mark.parametrize(
    "text",
    [
        "Practice was judged good.", "The police are rated as 'requires improvement'.",
        "We give a judgement of inadequate.", "Help was graded Outstanding by all.",
    ],
)  # fmt: skip
def test_a_grade_told_in_the_words_of_a_finding_is_refused(text: str) -> None:
    problem = at(alone(no_grade_at_all, context("finding", pack=JTAI, text=text)), "text")
    assert problem.blocks


@pytest.mark.parametrize("text", ["A good start was made.", "Children feel good about it.", ""])
def test_plain_english_is_no_grade(text: str) -> None:
    assert not alone(no_grade_at_all, context("finding", pack=JTAI, text=text))
    assert grades_told(JTAI, text) == ()


def test_two_words_that_read_as_a_grade_get_a_second_look() -> None:
    text = "The recording requires improvement."
    problem = at(alone(no_grade_at_all, context("finding", pack=JTAI, text=text)), "text")
    assert not problem.blocks


def test_where_a_grade_is_told_can_be_marked() -> None:
    text = "Help was rated good."
    ((start, end),) = grades_told(FOUR, text)
    assert text[start:end] == "rated good"


def test_an_aggregate_judgement_is_refused() -> None:
    made = context("judgement", pack=FOUR, judgement="ALL", grade="good")
    problem = at(alone(no_aggregate, made), "judgement")
    assert problem.blocks
    assert "no aggregate judgement" in problem.words


def test_an_aggregate_told_of_the_partnership_is_refused_and_of_one_agency_is_not() -> None:
    text = "Taken together the agencies are judged good."
    assert alone(no_aggregate, context("finding", pack=FOUR, text=text))
    one = context("finding", pack=FOUR, text=text, addressee="police")
    assert not alone(no_aggregate, one)
    assert not alone(no_aggregate, context("judgement", pack=FOUR, judgement="LA2"))


def test_the_police_have_no_judgement_on_looked_after_children() -> None:
    made = context("judgement", pack=FOUR, judgement="LA3", owner="hmic")
    problem = at(alone(judgement_has_its_owner, made), "owner")
    assert problem.blocks
    assert "HMIC does not make it" in problem.words
    assert "Help and protection by the police" in problem.words
    assert problem.source.endswith("Q3a; nurseryworld.co.uk on the single inspection framework")


def test_the_shared_judgement_is_nobodys_alone() -> None:
    made = context("judgement", pack=FOUR, judgement="BD1", owner="cqc")
    assert at(alone(judgement_has_its_owner, made), "owner").blocks


@pytest.mark.parametrize(("judgement", "owner"), [("PO2", "hmic"), ("LA1", ""), ("BD1", "")])
def test_a_judgement_of_its_own_inspectorate_passes(judgement: str, owner: str) -> None:
    made = context("judgement", pack=FOUR, judgement=judgement, owner=owner)
    assert not alone(judgement_has_its_owner, made)


def judged(**grades: str) -> list[str]:
    items = [
        known("judgement", f"r-{name}", judgement=name, grade=grade)
        for name, grade in grades.items()
    ]
    found = whole(limiting_judgements, *items, pack=FOUR)
    assert all(problem.blocks and problem.record == "r-LA1" for problem in found)
    return [problem.words for problem in found]


def test_an_overall_judgement_better_than_its_limit_is_told_and_nothing_changes() -> None:
    (words,) = judged(LA1="requires-improvement", LA2="good", LA3="inadequate")
    assert "Looked after and permanence" in words
    assert "Nothing was changed" in words


@pytest.mark.parametrize(
    "grades",
    [
        {"LA1": "inadequate", "LA2": "inadequate"}, {"LA1": "good", "LA2": "good"},
        {"LA1": "good", "LA3B": "inadequate"}, {"LA2": "inadequate"},
    ],
)  # fmt: skip
def test_no_limit_is_told_where_none_is_broken(grades: dict[str, str]) -> None:
    assert judged(**grades) == []


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("The partnership is inadequate at keeping children safe.", True),
        ("Help is good.", True), ("Leadership was outstanding, and staff know it.", True),
        ("Recording remains adequate but slow.", True),
        ("Staff are good at listening.", False), ("Plans are good enough to work with.", False),
        ("Records are adequate for their purpose.", False), ("Leaders share good practice.", False),
    ],
)  # fmt: skip
def test_a_plain_verb_reads_as_a_grade_where_none_is_given(text: str, is_read: bool) -> None:  # noqa: FBT001
    assert bool(grades_read(JTAI, text)) is is_read
    found = alone(no_grade_at_all, context("finding", pack=JTAI, text=text))
    assert any(problem.blocks for problem in found) is is_read


def test_a_plain_verb_is_plain_english_where_grades_are_given() -> None:
    text = "The partnership is inadequate at keeping children safe."
    assert not alone(no_aggregate, context("finding", pack=FOUR, text=text))


def test_no_grade_hides_in_the_agreed_view_or_in_the_reasons_of_a_score() -> None:
    view = context("moderation", pack=JTAI, view="We agree that help is inadequate.", grade=None)
    why = context("score", pack=JTAI, rationale="It was judged good.", grade=None)
    assert at(alone(no_grade_at_all, view), "view").blocks
    assert at(alone(no_grade_at_all, why), "rationale").blocks
