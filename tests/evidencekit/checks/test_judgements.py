from dataclasses import replace

import pytest

from evidencekit.checks.judgements import (
    grade_on_the_scale,
    judgement_rationale,
    no_agency_judgement,
    overall_comes_last,
)
from evidencekit.framework import library
from evidencekit.records.kinds import KINDS
from tests.evidencekit.checks.making import COMPLETE, PACK, alone, at, context, known, whole, words

NO_SCALE = replace(PACK, grades=())


@pytest.mark.parametrize("kind", ["judgement", "score"])
def test_a_grade_of_the_scale_is_let_be(kind: str) -> None:
    for grade in PACK.grades:
        assert alone(grade_on_the_scale, context(kind, grade=grade.id)) == []


@pytest.mark.parametrize("kind", ["judgement", "score"])
def test_a_grade_off_the_scale_is_refused_with_the_scale(kind: str) -> None:
    problem = at(alone(grade_on_the_scale, context(kind, grade="requires-improvement")), "grade")

    assert problem.blocks
    assert problem.source == "120081 ¶24"
    assert "Outstanding, Good, Adequate, Inadequate" in problem.words


@pytest.mark.parametrize("kind", ["judgement", "score"])
def test_a_framework_without_grades_takes_none(kind: str) -> None:
    problem = at(alone(grade_on_the_scale, context(kind, pack=NO_SCALE)), "grade")

    assert problem.words == "This framework gives no grades. Write it in words."


def test_a_judgement_that_is_not_the_frameworks_is_refused() -> None:
    problem = at(alone(grade_on_the_scale, context("judgement", judgement="J9")), "judgement")

    assert problem.blocks
    assert "Quality of practice" in problem.words


def test_a_judgement_may_have_a_shorter_scale() -> None:
    short = replace(PACK.judgements[1], grades=("good", "inadequate"))
    pack = replace(PACK, judgements=(short,))

    assert at(alone(grade_on_the_scale, context("judgement", pack=pack)), "grade").blocks
    assert alone(grade_on_the_scale, context("judgement", pack=pack, grade="good")) == []


def test_a_score_of_an_unknown_area_is_refused() -> None:
    assert at(alone(grade_on_the_scale, context("score", area="E13")), "area").blocks


@pytest.mark.parametrize(
    ("status", "grade", "field"),
    [("graded", None, "grade"), ("not-looked-at", "good", "status")],
)
def test_a_score_says_one_thing(status: str, grade: str | None, field: str) -> None:
    found = alone(grade_on_the_scale, context("score", status=status, grade=grade))

    assert at(found, field).blocks


@pytest.mark.parametrize("status", ["not-looked-at", "looked-none-found"])
def test_not_looked_at_and_none_found_stand_without_a_grade(status: str) -> None:
    assert alone(grade_on_the_scale, context("score", status=status, grade=None)) == []


def test_a_judgement_of_one_agency_is_refused_in_the_words_of_paragraph_50() -> None:
    problem = at(alone(no_agency_judgement, context("judgement", owner="hmic")), "owner")

    assert problem.blocks
    assert "we will not make separate judgements on individual agencies or sectors" in problem.words
    assert problem.source == "120081 ¶50, ¶59"


@pytest.mark.parametrize("owner", [None, "", "shared"])
def test_a_shared_judgement_is_let_be(owner: str | None) -> None:
    assert alone(no_agency_judgement, context("judgement", owner=owner)) == []


def test_a_framework_may_give_a_judgement_to_one_inspectorate() -> None:
    own = replace(PACK.judgements[1], owner="hmic")
    pack = replace(PACK, judgements=(own,))

    assert alone(no_agency_judgement, context("judgement", pack=pack, owner="hmic")) == []


def test_a_grade_told_of_an_agency_in_a_finding_is_refused() -> None:
    text = "The police were judged inadequate."
    problem = at(
        alone(no_agency_judgement, context("finding", addressee="police", text=text)), "text"
    )
    assert problem.blocks
    assert "¶50" in problem.source


def test_a_finding_about_an_agency_keeps_off_the_scale() -> None:
    text = "The police response was inadequate."

    problem = at(
        alone(no_agency_judgement, context("finding", addressee="police", text=text)), "text"
    )

    assert not problem.blocks
    assert alone(no_agency_judgement, context("finding", text=text)) == []
    weak = "The police response was slow on three nights."
    assert alone(no_agency_judgement, context("finding", addressee="police", text=weak)) == []


@pytest.mark.parametrize("part", ["agency_impact", "partnership_working", "how_well_helped"])
def test_a_grade_needs_all_three_parts_of_the_reasons(part: str) -> None:
    reasons = {**COMPLETE["judgement"]["rationale"], part: " "}

    problem = at(
        alone(judgement_rationale, context("judgement", rationale=reasons)), f"rationale.{part}"
    )

    assert problem.blocks
    assert problem.source == "120081 ¶25"


def test_a_grade_needs_the_strongest_contrary_evidence() -> None:
    found = alone(judgement_rationale, context("judgement", contrary=None))

    assert at(found, "contrary").blocks
    linked = context("judgement", contrary=None, counter_evidence=["note-2"])
    assert alone(judgement_rationale, linked) == []


def test_why_it_is_outweighed_is_advice() -> None:
    found = alone(judgement_rationale, context("judgement", why_outweighed=None))

    assert not at(found, "why_outweighed").blocks


def test_a_judgement_still_without_a_grade_is_let_be() -> None:
    assert alone(judgement_rationale, context("judgement", grade=None, rationale=None)) == []


def test_the_overall_judgement_waits_for_the_others() -> None:
    overall = known("judgement", "j1", judgement="J1")
    others = [known("judgement", f"j{n}", judgement=f"J{n}") for n in (2, 3)]

    found = whole(overall_comes_last, overall, *others)

    (said,) = words(found)
    assert said.startswith("The overall judgement comes last.")
    assert said.endswith("No evidence yet for: Leadership, governance and partnership.")
    assert found[0].record == "j1"
    last = known("judgement", "j4", judgement="J4", evidence=None, findings=["f1"])
    assert whole(overall_comes_last, overall, *others, last) == []
    assert whole(overall_comes_last, known("judgement", "j1", judgement="J1", grade=None)) == []


def test_every_part_a_framework_asks_for_has_its_box() -> None:
    rationale = KINDS["judgement"].field("rationale")
    assert rationale is not None
    boxes = {column.key for column in rationale.columns}

    for pack in library.shipped():
        assert {part.id for part in pack.rationale} <= boxes, pack.id
