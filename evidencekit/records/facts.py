"""Plain facts of a record that pages count by; each is asked here and nowhere else."""

from collections.abc import Mapping

from evidencekit.canonical import Json
from evidencekit.records.given import YES, has_childs_voice, text
from evidencekit.records.kinds import KINDS
from evidencekit.records.links import area_links
from evidencekit.records.revision import State

Fields = Mapping[str, Json]

EVIDENCE = "evidence"  # of a kind that is evidence, and of a score one that was graded
DRAFT = "draft"
VOICE = "voice"  # holds a child's own voice
UNPLACED = "unplaced"  # evidence that speaks to no area and should
UNENDED = "unended"  # an observation that nobody ended

_SCORE = "score"


def facts_of(kind: str, fields: Fields, state: str) -> tuple[str, ...]:
    """Give the facts that hold of a record as it stands."""
    asked = (
        (EVIDENCE, is_evidence(kind, fields)),
        (DRAFT, state == State.DRAFT.value),
        (VOICE, has_childs_voice(kind, fields)),
        (UNPLACED, is_unplaced(kind, fields)),
        (UNENDED, is_unended(kind, fields)),
    )
    return tuple(fact for fact, holds in asked if holds)


def is_evidence(kind: str, fields: Fields) -> bool:
    """Tell whether this is evidence; a score is, once somebody looked and graded."""
    known = KINDS.get(kind)
    if known is None or not known.is_evidence:
        return False
    return kind != _SCORE or text(fields, "status") == "graded"


def is_unplaced(kind: str, fields: Fields) -> bool:
    """Tell whether this is evidence without an area, and nobody said that it needs none."""
    # An event of the chronology belongs to the child first; an area is welcome, not missed.
    if kind in {_SCORE, "journey-event"} or text(fields, "outside_framework") == YES:
        return False
    return is_evidence(kind, fields) and not area_links(kind, fields)


def is_unended(kind: str, fields: Fields) -> bool:
    """Tell whether this is an observation that has no end."""
    return kind == "observation" and not fields.get("ended")
