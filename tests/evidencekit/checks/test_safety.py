import pytest

from evidencekit.checks.safety import (
    closing_is_whole,
    concerns_are_closed,
    host_and_placing,
    is_closed,
)
from tests.evidencekit.checks.making import alone, at, context, known, whole


@pytest.mark.parametrize("why", ["in_custody", "out_of_area"])
def test_a_child_away_from_home_has_two_authorities(why: str) -> None:
    found = alone(host_and_placing, context("case", **{why: "yes"}))

    assert [problem.field for problem in found] == ["host_authority", "placing_authority"]
    assert {problem.source for problem in found} == {"120081 ¶32"}
    assert not any(problem.blocks for problem in found)
    named = {"host_authority": "Amberford", "placing_authority": "Westmere"}
    assert alone(host_and_placing, context("case", **{why: "yes"}, **named)) == []


def test_a_child_at_home_needs_neither() -> None:
    assert alone(host_and_placing, context("case")) == []


def test_a_concern_about_a_child_away_is_told_to_both() -> None:
    away = known("case", "case-1", in_custody="yes")

    found = alone(host_and_placing, context("concern", away, case="case-1", host_told="yes"))

    assert not at(found, "placing_told").blocks
    assert len(found) == 1
    assert alone(host_and_placing, context("concern", known("case", "case-1"), case="case-1")) == []
    new = context("concern", away, case="case-1", state="raised")
    assert alone(host_and_placing, new) == []


def test_an_inspection_does_not_end_with_a_concern_open() -> None:
    open_one = known("concern", "c1", state="answered", closed_at=None)
    undated = known("concern", "c2", closed_at=None)

    found = whole(concerns_are_closed, open_one, undated, known("concern", "c3"))

    assert [problem.record for problem in found] == ["c1", "c2"]
    assert all(problem.blocks for problem in found)


@pytest.mark.parametrize("missing", ["closed_at", "closed_by", "outcome"])
def test_a_concern_is_not_closed_without_who_when_and_how(missing: str) -> None:
    half = context("concern", **{missing: None})

    found = alone(closing_is_whole, half)

    assert [problem.field for problem in found] == [missing]
    assert found[0].blocks
    assert not is_closed(half.fields)


def test_a_concern_that_is_open_is_asked_nothing_about_its_end() -> None:
    still = context("concern", state="told", closed_at=None, closed_by=None, outcome=None)
    assert alone(closing_is_whole, still) == []
    assert alone(closing_is_whole, context("document", state="closed")) == []
    assert is_closed(context("concern").fields)
