"""Records for the tests of the checks: complete ones, and what each test changes in them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from evidencekit.checks.context import AloneRule, Context, Known, WholeContext, WholeRule
from evidencekit.checks.problem import Problem
from evidencekit.framework import library
from evidencekit.framework.pack import FrameworkPack
from evidencekit.ids import AuthorId, RecordId

PACK = library.get("macp-2012")

CONSENT = {
    "status": "given", "given_by": ["child"], "how": "spoken", "at": "2012-11-19T10:00",
    "scope": ["talk"], "explained": "yes",
}  # fmt: skip

COMPLETE: Mapping[str, Mapping[str, Any]] = {
    "inspection": {
        "area_name": "Amberford", "framework": "macp-2012", "police_force": "Amber Valley Police",
        "starts": "2012-11-19", "ends": "2012-11-30", "second_part": "2012-11-26",
    },
    "member": {
        "name": "A. Hart", "member": "AAAA", "inspectorate": "ofsted", "role": "inspector",
        "conflict_declared": "no",
    },
    "case": {
        "reference": "SH-04", "sample_type": "shared-tracked", "stages": ["early-help"],
        "scope_groups": ["SG1"], "selected_by": "inspectors",
    },
    "case-note": {
        "case": "case-1", "source_type": "case-record-reading", "source_roles": ["social-worker"],
        "started": "2012-11-19T10:00", "ended": "2012-11-19T10:45", "place_type": "home",
        "record_says": "Three visits in May, the child was not seen.",
        "impact": "The child waited.",
        "areas": [{"area": "E4", "polarity": "weakness"}],
    },
    "observation": {
        "what": "strategy-meeting", "started": "2012-11-19T10:00", "ended": "2012-11-19T11:00",
        "source_roles": ["chair"], "consent": {**CONSENT, "given_by": ["chair"]},
        "lines": [{"kind": "observed", "text": "Nobody asked what the child thinks."}],
    },
    "voice": {
        "who": "child", "started": "2012-11-19T14:00", "ended": "2012-11-19T14:20",
        "route": "inspector", "consent": CONSENT, "told_use": "yes",
        "own_words": "I like it when nobody shouts.",
    },
    "claim": {
        "claim": "Every child is seen alone.", "source_roles": ["dcs"], "tested": "no",
        "source_type": "leader-interview", "started": "2012-11-20T09:00",
    },
    "score": {
        "area": "E4", "scope": "whole-area", "status": "graded", "grade": "adequate",
        "rationale": "Seen in most visits, heard in few.", "evidence": ["note-1"],
        "started": "2012-11-20T18:00",
    },
    "finding": {
        "text": "Children are seen, and seldom heard.", "finding_kind": "area-for-improvement",
        "addressee": "partnership", "evidence": ["note-1", "voice-1"],
    },
    "judgement": {
        "judgement": "J2", "grade": "adequate", "evidence": ["note-1"],
        "rationale": {"agency_impact": "Some.", "partnership_working": "Some.",
                      "how_well_helped": "Well enough."},
        "contrary": "Two cases were strong.", "why_outweighed": "Two of twelve.",
    },
    "concern": {
        "raised_at": "2012-11-19T15:00", "concern_kind": "immediate-harm",
        "nature": "A bruise that nobody had looked at.", "immediate": "yes",
        "lead_told_at": "2012-11-19T15:05", "state": "closed", "closed_at": "2012-11-20T10:00",
        "closed_by": "AAAA", "outcome": "Seen by a doctor; the child is safe with her aunt.",
    },
}  # fmt: skip


def known(kind: str, record: str, author: str = "AAAA", **changes: Any) -> Known:
    """Give a complete record of a kind with some answers changed; None takes one out."""
    fields = {**COMPLETE.get(kind, {}), **changes}
    return Known(
        record=RecordId(record),
        kind=kind,
        fields={key: value for key, value in fields.items() if value is not None},
        author=AuthorId(author),
    )


def context(kind: str, *held: Known, **changes: Any) -> Context:
    """Give a complete record in its surroundings; `pack` puts it under another framework."""
    pack = changes.pop("pack", PACK)
    one = known(kind, "this", **changes)
    by_id = {each.record: each for each in held}
    return Context(
        pack=pack, record=one.record, kind=kind, fields=one.fields, look=by_id.get,
        at="2012-11-19T10:00", written="2012-11-19T10:30:00Z", provenance="contemporaneous",
    )  # fmt: skip


def alone(rule: AloneRule, given: Context) -> list[Problem]:
    """Run one rule on one record."""
    return list(rule(given))


def whole(rule: WholeRule, *items: Known, pack: FrameworkPack = PACK) -> list[Problem]:
    """Run one rule on an evidence base."""
    return list(rule(WholeContext(pack=pack, items=items)))


def at(found: Iterable[Problem], field: str) -> Problem:
    """Give the one problem at a field."""
    (problem,) = [problem for problem in found if problem.field == field]
    return problem


def words(found: Iterable[Problem]) -> list[str]:
    """Give what the problems say."""
    return [problem.words for problem in found]


def with_rules(*rules: str) -> FrameworkPack:
    """Give the 2012 framework with other rules."""
    return replace(PACK, rules=rules)
