"""When a record says that it happened, for the header's `at`."""

from collections.abc import Mapping
from types import MappingProxyType

from evidencekit.canonical import Json

# The answer that tells when, for each kind that has one.
_WHEN: Mapping[str, str] = MappingProxyType(
    {
        "case-note": "started",
        "claim": "started",
        "concern": "raised_at",
        "data-point": "started",
        "document": "started",
        "feedback": "at",
        "inspection": "starts",
        "journey-event": "when",
        "judgement": "agreed_at",
        "moderation": "started",
        "observation": "started",
        "score": "started",
        "team-meeting": "started",
        "voice": "started",
    }
)

_DAY = len("2012-11-19")


def happened_at(kind: str, fields: Mapping[str, Json]) -> str:
    """Give "2012-11-19T10:30", "2012-11-19" or "" as the record's own answer tells it."""
    answer = fields.get(when_asked(kind))
    if isinstance(answer, Mapping):
        answer = answer.get("date")
    # A month or a year alone is not a day, and the header knows only days and moments.
    return answer if isinstance(answer, str) and len(answer) >= _DAY else ""


def when_asked(kind: str) -> str:
    """Give the question that asks when a kind of record happened, or "" where none does."""
    return _WHEN.get(kind, "")


def ended_at(fields: Mapping[str, Json]) -> str:
    """Give when the record says that it ended, or ""."""
    answer = fields.get("ended")
    return answer if isinstance(answer, str) else ""
