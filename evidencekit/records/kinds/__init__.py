"""The kinds of record, in the order in which a person expects them."""

from collections.abc import Mapping
from types import MappingProxyType

from evidencekit.errors.records import UnknownKind
from evidencekit.records.fields import Kind
from evidencekit.records.kinds import (
    accuracy_point,
    answer,
    case,
    case_note,
    claim,
    concern,
    contradiction,
    data_point,
    decision,
    deployment,
    disclosure,
    document,
    erasure,
    feedback,
    finding,
    inspection,
    journey_event,
    judgement,
    legal_hold,
    member,
    moderation,
    observation,
    query,
    redaction,
    report_section,
    report_version,
    score,
    snapshot,
    task,
    team_meeting,
    voice,
)

_MODULES = (
    inspection, member, deployment, case, case_note, journey_event, observation, voice, document,
    data_point, claim, score, concern, query, answer, task, team_meeting, moderation, finding,
    judgement, contradiction, decision, report_section, report_version, feedback, accuracy_point,
    snapshot, erasure, legal_hold, disclosure, redaction,
)  # fmt: skip

KINDS: Mapping[str, Kind] = MappingProxyType({each.KIND.key: each.KIND for each in _MODULES})


def kind_of(key: str) -> Kind:
    """Give the kind of that key; UnknownKind when this version has none."""
    kind = KINDS.get(key)
    if kind is None:
        raise UnknownKind(kind=key)
    return kind
