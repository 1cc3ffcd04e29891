"""Where a question comes from under the framework in use: its own paragraph, or none at all."""

from collections.abc import Mapping
from dataclasses import replace

from evidencekit.framework.pack import FrameworkPack
from evidencekit.records.fields import Field, Kind

# The rule that asks a question, so that a framework which names its grounds says its own.
ASKED_BY: Mapping[str, str] = {
    "case.agencies": "sample-covers-the-journey", "case.host_authority": "host-and-placing",
    "case.local_audit": "audit-is-compared", "case.placing_authority": "host-and-placing",
    "case.sample_type": "sample-covers-the-journey",
    "case.scope_groups": "sample-covers-the-journey", "case.stages": "sample-covers-the-journey",
    "claim.claim": "claims-are-tested", "concern.host_told": "host-and-placing",
    "concern.placing_told": "host-and-placing", "finding.evidence": "finding-rests-on-evidence",
    "finding.finding_kind": "finding-kinds-of-its-own",
    "finding.impact": "priority-needs-impact", "inspection.deep_dive_theme": "deep-dive-is-named",
    "inspection.establishments": "team-is-whole", "inspection.notified_at": "notice-was-given",
    "inspection.statement": "statement-is-whole", "judgement.contrary": "judgement-rationale",
    "judgement.counter_evidence": "judgement-rationale",
    "judgement.grade": "grade-on-the-scale", "judgement.judgement": "grade-on-the-scale",
    "judgement.narrative": "judgement-rationale", "judgement.owner": "judgement-has-its-owner",
    "judgement.rationale": "judgement-rationale", "judgement.why_outweighed": "judgement-rationale",
    "moderation.grade": "grade-on-the-scale", "member.inspectorate": "team-is-whole",
    "observation.consent": "consent-before-voice", "observation.mappa": "mappa-of-its-time",
    "score.area": "grade-on-the-scale", "score.grade": "grade-on-the-scale",
    "voice.consent": "consent-before-voice", "voice.route": "own-choice-of-voices",
}  # fmt: skip


def asked_from(pack: FrameworkPack, kind: str, field: Field) -> str:
    """Give the paragraph a question comes from here; "" where this framework has none for it."""
    if pack.is_of_its_paper(field.source):
        return field.source
    rule = ASKED_BY.get(f"{kind}.{field.key}", "")
    return pack.ground(rule) if rule in pack.rules else ""


def under(pack: FrameworkPack, kind: Kind) -> Kind:
    """Give a kind of record with every question's paragraph as this framework has it."""
    return replace(kind, fields=tuple(asked_under(pack, kind.key, field) for field in kind.fields))


def asked_under(pack: FrameworkPack, kind: str, field: Field) -> Field:
    """Give one question with its paragraph as this framework has it."""
    columns = tuple(asked_under(pack, kind, column) for column in field.columns)
    return replace(field, source=asked_from(pack, kind, field), columns=columns)
