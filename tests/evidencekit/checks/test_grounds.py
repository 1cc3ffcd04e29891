import pytest

from evidencekit.checks.grounds import ASKED_BY, asked_from, asked_under, under
from evidencekit.framework import library
from evidencekit.framework.pack import FrameworkPack
from evidencekit.framework.rules import RULES
from evidencekit.records.fields import Field
from evidencekit.records.kinds import KINDS

PACKS = library.shipped()
PAPER = "120081"


def asked(kind: str, key: str) -> Field:
    found = KINDS[kind].field(key)
    assert found is not None
    return found


def every(fields: tuple[Field, ...]) -> list[Field]:
    return [each for field in fields for each in (field, *every(field.columns))]


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_no_question_shows_a_paragraph_of_another_framework(pack: FrameworkPack) -> None:
    shown = {
        field.source for kind in KINDS.values() for field in every(under(pack, kind).fields)
    } - {""}  # fmt: skip
    grounds = {pack.ground(rule) for rule in pack.rules}
    strange = {s for s in shown if s not in grounds and not pack.is_of_its_paper(s)}
    assert not strange
    assert any(source.startswith(PAPER) for source in shown - grounds) is (pack.id == "macp-2012")


def test_a_question_shows_the_ground_of_the_rule_that_asks_it() -> None:
    judged = asked("judgement", "judgement")
    assert asked_from(library.get("macp-2012"), "judgement", judged) == "120081 ¶49"
    four = library.get("integrated-2014")
    assert asked_from(four, "judgement", judged) == "Integrated consultation 2014, Q3a-3c"
    assert asked_from(four, "judgement", asked("finding", "text")) == ""


def test_the_columns_of_a_table_are_asked_under_the_framework_too() -> None:
    table = asked("deployment", "on_site")
    assert {each.source for each in every((table,))} != {""}
    there = asked_under(library.get("jtai-2015"), "deployment", table)
    assert {each.source for each in every((there,))} == {""}


def test_every_rule_that_asks_a_question_exists_and_so_does_the_question() -> None:
    assert set(ASKED_BY.values()) <= set(RULES)
    for named in ASKED_BY:
        kind, key = named.split(".")
        assert asked(kind, key).label
