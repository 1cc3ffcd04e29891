"""Why a piece of evidence is not to be quoted or passed on: one rule for reports and for data."""

from collections.abc import Mapping
from enum import Enum

from evidencekit.canonical import Json
from evidencekit.checks.meetings import may_only_be_viewed
from evidencekit.checks.voices import withdrawn_words
from evidencekit.framework.pack import FrameworkPack
from evidencekit.records.given import YES, group, text
from evidencekit.records.revision import DEFAULT_MARKING

OPEN_MARKINGS = frozenset({"", "OFFICIAL", DEFAULT_MARKING})


class Restricted(Enum):
    """What closes a record."""

    VIEW_ONLY = "view-only"
    IN_CONFIDENCE = "in-confidence"
    CONSENT = "consent"
    MARKING = "marking"


def why_restricted(
    pack: FrameworkPack, kind: str, fields: Mapping[str, Json], marking: str
) -> Restricted | None:
    """Give what closes a record; None when nothing does."""
    if may_only_be_viewed(pack, kind, fields):
        return Restricted.VIEW_ONLY
    if text(fields, "in_confidence") == YES:
        return Restricted.IN_CONFIDENCE
    consent = group(fields, "consent")
    if withdrawn_words(consent) or text(consent, "status") == "refused":
        return Restricted.CONSENT
    if marking not in OPEN_MARKINGS:
        return Restricted.MARKING
    return None
