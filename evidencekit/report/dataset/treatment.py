"""What of a record goes out to an analyst and what stays, decided here and nowhere else."""

from collections.abc import Mapping
from types import MappingProxyType

from evidencekit.analysis.restricted import Restricted, why_restricted
from evidencekit.canonical import Json
from evidencekit.framework.pack import FrameworkPack
from evidencekit.records.given import text
from evidencekit.records.kinds import KINDS
from evidencekit.records.revision import State

# A kind that is added later stays behind until somebody writes it down here.
GOES_OUT = (
    "inspection", "deployment", "case", "case-note", "journey-event", "observation", "voice",
    "document", "data-point", "claim", "score", "query", "answer", "task", "team-meeting",
    "moderation", "finding", "judgement", "contradiction", "feedback", "accuracy-point",
)  # fmt: skip

# Questions of which not even the number of words goes out: names of things, or nothing to count.
LEFT_OUT = frozenset(
    {
        "inspection.reference", "inspection.framework", "inspection.framework_version",
        "inspection.framework_moves", "inspection.contacts",
        "inspection.previous",  # its dates are public and would name the area
        "inspection.enquiries.key", "case.reference", "observation.lines.key",
        "observation.lines.typed", "observation.prompts.key",
        "observation.mappa", "observation.marac",  # such meetings may only be viewed
        "accuracy-point.version",
        "accuracy-point.section",
    }
)  # fmt: skip

# Where an authority, a force or an office is named: a pseudonym stands for it.
PLACES = frozenset(
    {
        "inspection.area_name", "inspection.police_force", "inspection.probation_area",
        "inspection.health_bodies.name", "inspection.statement.principal_authority",
        "case.host_authority", "case.placing_authority", "deployment.on_site.place",
    }
)  # fmt: skip

# A child's own dates are counted from the first event of that case, never from the inspection.
CASE_CLOCK = frozenset({"case", "journey-event"})

STAYS: Mapping[str, str] = MappingProxyType(
    {
        "kind": "Records of kinds that never go out, such as concerns, decisions and report texts.",
        "draft": "Evidence, findings and judgements that were not submitted.",
        "deleted": "Records that were deleted.",
        "erased": "Records whose content was destroyed.",
        "in-confidence": "What was told in confidence.",
        "view-only": "Papers and meetings that may only be viewed, such as MAPPA and MARAC.",
        "consent": "What somebody refused or took back their consent to.",
        "marking": "Records marked higher than OFFICIAL-SENSITIVE.",
    }
)

_HAS_TO_BE_SUBMITTED = frozenset({"finding", "judgement"})


def why_it_stays(
    pack: FrameworkPack, kind: str, state: str, fields: Mapping[str, Json], marking: str
) -> str:
    """Give the key of `STAYS` that keeps a record here; "" when it goes out."""
    if kind not in GOES_OUT:
        return "kind"
    if state == State.DELETED.value:
        return "deleted"
    is_evidence = kind in _HAS_TO_BE_SUBMITTED or KINDS[kind].is_evidence
    if is_evidence and state != State.SUBMITTED.value:
        return "draft"
    restricted = why_restricted(pack, kind, fields, marking)
    if restricted is None or _may_be_counted(restricted, kind, fields):
        return ""
    return restricted.value


def _may_be_counted(restricted: Restricted, kind: str, fields: Mapping[str, Json]) -> bool:
    """Tell what may not be copied from what may not be passed on: no words go out anyway."""
    is_paper = restricted is Restricted.VIEW_ONLY and kind == "document"
    return is_paper and text(fields, "handling") == "seen-not-copied"
