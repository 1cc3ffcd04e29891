"""Rule name to function; a pack chooses its rules by name, and these run them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from evidencekit.checks import (
    answers,
    coverage,
    findings,
    grading,
    identity,
    judgements,
    meetings,
    output,
    provenance,
    safety,
    team,
    voices,
)
from evidencekit.checks.context import AloneRule, Context, WholeContext, WholeRule
from evidencekit.checks.problem import NO_RECORD, Problem
from evidencekit.ids import RecordId


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule looks at: one record alone, the whole evidence base, or each in turn."""

    alone: AloneRule | None = None
    whole: WholeRule | None = None


CATALOGUE: Mapping[str, Rule] = MappingProxyType(
    {
        "needed-answers": Rule(alone=answers.needed_answers),
        "honest-times": Rule(alone=provenance.honest_times),
        "consent-before-voice": Rule(alone=voices.consent_before_voice),
        "own-choice-of-voices": Rule(whole=voices.own_choice_of_voices),
        "no-identity": Rule(alone=identity.no_identity),
        "finding-rests-on-evidence": Rule(alone=findings.finding_rests_on_evidence),
        "priority-needs-impact": Rule(alone=findings.priority_needs_impact),
        "grade-on-the-scale": Rule(alone=judgements.grade_on_the_scale),
        "no-agency-judgement": Rule(alone=judgements.no_agency_judgement),
        "no-grade-at-all": Rule(alone=grading.no_grade_at_all),
        "no-aggregate": Rule(alone=grading.no_aggregate),
        "judgement-has-its-owner": Rule(alone=grading.judgement_has_its_owner),
        "limiting-judgements": Rule(whole=grading.limiting_judgements),
        "finding-kinds-of-its-own": Rule(alone=findings.finding_kinds_of_its_own),
        "notice-was-given": Rule(alone=output.notice_was_given),
        "statement-is-whole": Rule(alone=output.statement_is_whole),
        "deep-dive-is-named": Rule(alone=output.deep_dive_is_named),
        "audit-is-compared": Rule(alone=output.audit_is_compared),
        "team-on-site": Rule(whole=team.team_on_site),
        "team-is-whole": Rule(whole=team.team_is_whole),
        "judgement-rationale": Rule(alone=judgements.judgement_rationale),
        "overall-comes-last": Rule(whole=judgements.overall_comes_last),
        "sample-covers-the-journey": Rule(whole=coverage.sample_covers_the_journey),
        "every-area-looked-at": Rule(whole=coverage.every_area_looked_at),
        "mappa-of-its-time": Rule(alone=meetings.mappa_of_its_time),
        "host-and-placing": Rule(alone=safety.host_and_placing),
        "concerns-are-closed": Rule(
            alone=safety.closing_is_whole, whole=safety.concerns_are_closed
        ),
        "claims-are-tested": Rule(
            alone=coverage.claims_link_their_test, whole=coverage.claims_are_tested
        ),
        "view-only-papers": Rule(alone=meetings.view_only_papers),
    }
)


# What no framework may leave out: nobody is watched or quoted unasked, and closed papers stay
# closed. Each of these rules knows by itself which records it is about when no pack names it.
ALWAYS = ("consent-before-voice", "view-only-papers")

# What one judgement may say beside the others: asked of it whenever it is kept or submitted.
BESIDE_THE_OTHERS = ("limiting-judgements", "overall-comes-last")


def problems_in(context: Context) -> tuple[Problem, ...]:
    """Give what to look at again in one record, what blocks first; a record is never changed."""
    found: list[Problem] = []
    for name in dict.fromkeys((*context.pack.rules, *ALWAYS)):
        if (rule := CATALOGUE[name].alone) is not None:
            found.extend(_signed(rule(context), name, context))
    return _blocks_first(found)


def problems_across(whole: WholeContext) -> tuple[Problem, ...]:
    """Give what to look at again in the whole evidence base, what blocks first."""
    return _across(whole, whole.pack.rules)


def problems_beside(judgements: WholeContext, record: RecordId) -> tuple[Problem, ...]:
    """Give what to look at again in one judgement beside the others of the same inspection."""
    rules = (name for name in judgements.pack.rules if name in BESIDE_THE_OTHERS)
    return tuple(each for each in _across(judgements, rules) if each.record == record)


def blocking_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give those that stop a record from being submitted."""
    return tuple(problem for problem in problems if problem.blocks)


def _across(whole: WholeContext, rules: Iterable[str]) -> tuple[Problem, ...]:
    found: list[Problem] = []
    for name in rules:
        if (rule := CATALOGUE[name].whole) is not None:
            ground = whole.pack.ground(name)
            found.extend(
                replace(problem, rule=name, source=problem.source or ground)
                for problem in rule(whole)
            )
    return _blocks_first(found)


def _signed(found: Iterable[Problem], rule: str, context: Context) -> Iterable[Problem]:
    for problem in found:
        about = context.record if problem.record == NO_RECORD else problem.record
        source = problem.source or context.pack.ground(rule)
        yield replace(problem, rule=rule, record=about, source=source)


def _blocks_first(found: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(found, key=lambda problem: not problem.blocks))
