import re
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from evidencekit.canonical import Json
from evidencekit.checks.catalogue import (
    CATALOGUE,
    blocking_problems,
    problems_across,
    problems_beside,
    problems_in,
)
from evidencekit.checks.context import Context, Known, WholeContext
from evidencekit.framework import library
from evidencekit.framework.rules import RULES
from evidencekit.ids import RecordId
from evidencekit.records.kinds import KINDS
from tests.evidencekit.checks.making import COMPLETE, PACK, context, known, with_rules

NOTE, VOICE = known("case-note", "note-1"), known("voice", "voice-1", author="BBBB")
KEYS = sorted({field.key for kind in KINDS.values() for field in kind.fields})

anything: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=8)
    | st.sampled_from(["yes", "given", "graded", "mappa", "2012-11-19", "J1", "case-1"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip
some_fields = st.dictionaries(st.sampled_from(KEYS), anything, max_size=12)


@pytest.mark.parametrize("pack", library.shipped(), ids=lambda pack: pack.id)
def test_every_rule_of_every_shipped_pack_exists(pack: Any) -> None:
    assert set(pack.rules) <= set(CATALOGUE)


def test_the_names_a_pack_may_choose_are_the_rules_there_are() -> None:
    assert set(RULES) == set(CATALOGUE)
    assert all(rule.alone or rule.whole for rule in CATALOGUE.values())


@pytest.mark.parametrize("kind", COMPLETE)
def test_a_complete_record_can_be_submitted(kind: str) -> None:
    assert blocking_problems(problems_in(context(kind, NOTE, VOICE))) == ()


def test_problems_carry_their_rule_and_record_and_blocks_come_first() -> None:
    found = problems_in(context("case-note", source_type=None, ended=None))

    assert [(one.rule, one.blocks) for one in found] == [
        ("needed-answers", True),
        ("honest-times", False),
    ]
    assert {one.record for one in found} == {"this"}


def test_a_pack_chooses_its_rules() -> None:
    given_record = context(
        "judgement", pack=with_rules("no-agency-judgement"), owner="cqc", grade="x"
    )

    assert [one.rule for one in problems_in(given_record)] == ["no-agency-judgement"]
    base = WholeContext(pack=with_rules("concerns-are-closed"), items=(known("claim", "c"),))
    assert problems_across(base) == ()


def test_the_whole_base_is_looked_at_with_each_rule_named() -> None:
    items = (known("claim", "c1"), known("concern", "c2", state="raised"), known("inspection", "i"))

    found = problems_across(WholeContext(pack=PACK, items=items))

    assert found[0].rule == "concerns-are-closed"
    assert found[0].blocks
    assert {one.rule for one in found} >= {"claims-are-tested", "team-is-whole"}


@settings(max_examples=150, deadline=None)
@given(kind=st.sampled_from(sorted(KINDS)), fields=some_fields, held=some_fields)
def test_no_answer_of_any_form_trips_a_rule(
    kind: str, fields: dict[str, Json], held: dict[str, Json]
) -> None:
    other = Known(record=RecordId("case-1"), kind=kind, fields=held)
    one = Context(
        pack=PACK, record=RecordId("r"), kind=kind, fields=fields, look=lambda _record: other
    )

    for problem in problems_in(one):
        assert problem.record == "r"
        assert reads_well(problem.words), problem.words


@settings(max_examples=100, deadline=None)
@given(items=st.lists(st.tuples(st.sampled_from(sorted(KINDS)), some_fields), max_size=6))
def test_no_base_of_any_form_trips_a_rule(items: list[tuple[str, dict[str, Json]]]) -> None:
    base = tuple(
        Known(record=RecordId(str(place)), kind=kind, fields=fields)
        for place, (kind, fields) in enumerate(items)
    )

    for problem in problems_across(WholeContext(pack=PACK, items=base)):
        assert reads_well(problem.words), problem.words


def reads_well(words: str) -> bool:
    return words.endswith(".") and not re.search(r"invalid|please|error|must", words, re.IGNORECASE)


def test_one_judgement_is_looked_at_beside_the_others_and_only_it_is_told() -> None:
    pack = library.get("integrated-2014")
    whole = WholeContext(
        pack=pack,
        items=(
            known("judgement", "a", judgement="LA1", grade="good"),
            known("judgement", "b", judgement="LA2", grade="inadequate"),
        ),
    )  # fmt: skip
    rules = {problem.rule for problem in problems_beside(whole, RecordId("a"))}
    assert rules == {"limiting-judgements", "overall-comes-last"}
    assert problems_beside(whole, RecordId("b")) == ()
