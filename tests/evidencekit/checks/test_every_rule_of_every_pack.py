"""Every rule of every shipped framework, in breach: told, and with the paragraph it rests on."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from evidencekit.checks.catalogue import problems_across, problems_in
from evidencekit.checks.context import Context, Known, WholeContext
from evidencekit.checks.problem import Problem
from evidencekit.framework import library
from evidencekit.framework.items import Part
from evidencekit.framework.pack import FrameworkPack
from evidencekit.ids import RecordId
from tests.evidencekit.checks.making import CONSENT, context, known

PACKS: dict[str, FrameworkPack] = {pack.id: pack for pack in library.shipped()}
PAIRS = [(pack.id, rule) for pack in PACKS.values() for rule in pack.rules]

# What has no paragraph even in the paper of 2012, since the source does not ask it.
BARE = {"macp-2012": {"needed-answers", "honest-times", "concerns-are-closed", "claims-are-tested"}}


def one(kind: str, *held: Known, **changes: object) -> Callable[[FrameworkPack], Context]:
    return lambda pack: context(kind, *held, pack=pack, **changes)


def judgement(**changes: object) -> Callable[[FrameworkPack], Context]:
    return lambda pack: context(
        "judgement", pack=pack,
        **{"judgement": pack.judgements[0].id, "grade": None, "owner": None, **changes},
    )  # fmt: skip


def unwritten(pack: FrameworkPack) -> Context:
    asked = pack.judgements[0]
    grade = pack.grades[0].id if pack.grades_of(asked) else None
    return context(
        "judgement", pack=pack, judgement=asked.id, grade=grade, rationale={}, contrary=None,
        why_outweighed=None, owner=None,
    )  # fmt: skip


ALONE: dict[str, Callable[[FrameworkPack], Context]] = {
    "needed-answers": one("case-note", started=None),
    "honest-times": one("case-note", ended=None),
    "consent-before-voice": one("voice", consent={**CONSENT, "status": ""}),
    "no-identity": one("case-note", my_view="Born 12/03/2004, NHS 943 476 5919."),
    "finding-rests-on-evidence": one("finding"),
    "priority-needs-impact": one("finding", finding_kind="priority-action"),
    "grade-on-the-scale": lambda pack: (
        context("score", pack=pack, area="Z9")
        if pack.narrative or not pack.judgements
        else judgement(judgement="Z9")(pack)
    ),
    "no-agency-judgement": judgement(owner="hmic", grade="good"),
    "no-grade-at-all": one("score", area="T1", grade="good"),
    "no-aggregate": judgement(judgement="ALL", grade="good"),
    "judgement-has-its-owner": judgement(judgement="LA3", owner="hmic"),
    "finding-kinds-of-its-own": one("finding", finding_kind="agency-weakness"),
    "judgement-rationale": unwritten,
    "mappa-of-its-time": one("observation", what="mappa", mappa={"category": "4", "level": "2"}),
    "host-and-placing": one("case", out_of_area="yes"),
    "view-only-papers": one("observation", what="marac", attachments=[{"name": "minutes"}]),
    "notice-was-given": one("inspection", notified_at="2012-11-15T09:00"),
    "statement-is-whole": one("inspection", statement={"needed": "yes"}),
    "deep-dive-is-named": one("inspection"),
    "audit-is-compared": one("case", sample_type="jointly-audited"),
}


def inspection(pack: FrameworkPack) -> Known:
    return known("inspection", "i", establishments=[one.id for one in pack.establishments])


def at_limit(pack: FrameworkPack) -> list[Known]:
    return [
        known("judgement", "a", judgement="LA1", grade="good"),
        known("judgement", "b", judgement="LA2", grade="inadequate"),
    ]


def overall(pack: FrameworkPack) -> list[Known]:
    first = next(one for one in pack.judgements if one.overall)
    return [known("judgement", "a", judgement=first.id, grade="good", evidence=[])]


def crowd(pack: FrameworkPack) -> list[Known]:
    days = [{"day": "2012-11-19"}]
    return [known("deployment", f"d{n}", member=f"M{n}", on_site=days) for n in range(9)]


WHOLE: dict[str, Callable[[FrameworkPack], list[Known]]] = {
    "own-choice-of-voices": lambda _pack: [known("voice", "v", route="authority")],
    "team-on-site": crowd,
    "team-is-whole": lambda pack: [inspection(pack)],
    "overall-comes-last": overall,
    "limiting-judgements": at_limit,
    "sample-covers-the-journey": lambda _pack: [known("case", "c", stages=[], scope_groups=[])],
    "every-area-looked-at": lambda pack: [inspection(pack)],
    "concerns-are-closed": lambda _pack: [known("concern", "c", state="raised", closed_at=None)],
    "claims-are-tested": lambda _pack: [known("claim", "c")],
}


def broken(pack: FrameworkPack, rule: str) -> list[Problem]:
    """Break one rule of a framework and give what is told of it."""
    if rule in ALONE:
        given = ALONE[rule](pack)
        if rule == "honest-times":
            given = replace(given, provenance="later", written="2012-11-25T10:30:00Z")
        found = problems_in(given)
    else:
        found = problems_across(WholeContext(pack=pack, items=tuple(WHOLE[rule](pack))))
    return [problem for problem in found if problem.rule == rule]


@pytest.mark.parametrize(("name", "rule"), PAIRS, ids=[f"{a}:{b}" for a, b in PAIRS])
def test_a_rule_in_breach_is_told_with_its_paragraph(name: str, rule: str) -> None:
    pack = PACKS[name]
    found = broken(pack, rule)
    assert found, rule
    if rule not in BARE.get(name, ()):
        assert all(problem.source for problem in found), [p for p in found if not p.source]
    if name != "macp-2012":
        assert not any(problem.source.startswith("120081 ¶2") for problem in found)


REFUSED = (
    ("macp-2012", "no-agency-judgement", "¶50"), ("integrated-2014", "no-aggregate", "¶108-111"),
    ("integrated-2014", "judgement-has-its-owner", "Q3a"),
    ("integrated-2014", "limiting-judgements", "single inspection framework"),
    ("jtai-2015", "no-grade-at-all", "¶23-27"), ("jtai-2015", "statement-is-whole", "SI 2015/1792"),
    ("ofsted-targeted-2015", "no-grade-at-all", "¶31-34"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "rule", "paragraph"), REFUSED)
def test_what_a_framework_forbids_is_refused_with_the_paragraph(
    name: str, rule: str, paragraph: str
) -> None:
    found = broken(PACKS[name], rule)
    assert any(problem.blocks and paragraph in problem.source for problem in found)


@pytest.mark.parametrize("name", PACKS)
def test_the_fourth_category_of_mappa_is_refused_in_all_these_years(name: str) -> None:
    assert any(problem.blocks for problem in broken(PACKS[name], "mappa-of-its-time"))


def test_prisons_are_asked_for_in_2014_where_there_is_custody_and_not_elsewhere() -> None:
    pack = PACKS["integrated-2014"]
    label = next(one.label for one in pack.inspectorates if one.part is Part.CONDITIONAL)
    here = problems_across(WholeContext(pack=pack, items=(inspection(pack),)))
    none = problems_across(WholeContext(pack=pack, items=(known("inspection", "i"),)))
    assert any(f"needs an inspector of {label}" in problem.words for problem in here)
    assert not any(label in problem.words for problem in none)


def test_words_that_a_framework_does_not_have_are_not_asked_for() -> None:
    made = replace(context("case", pack=PACKS["jtai-2015"], scope_groups=None), record=RecordId(""))
    assert not any(problem.field == "scope_groups" for problem in problems_in(made))
    asked = context("case", pack=PACKS["macp-2012"], scope_groups=None)
    assert any(problem.field == "scope_groups" for problem in problems_in(asked))
