"""How soon a record was written, in words; a record of the past is told by the past itself.

The label measures the writing against the time a record tells of. For an event of the journey that
is the child's past, so it is "later" by its nature, and says nothing of the writer's care. What
stands in the revision stays: a new key there would be one that older programs do not know.
"""

from evidencekit.records.words import VOCABULARIES

OF_THE_PAST = frozenset({"journey-event"})
_MEASURED = frozenset({"contemporaneous", "same-day", "next-day", "later"})
ABOUT_THE_PAST = "from the record, about the past"


def written_words(kind: str, provenance: str) -> str:
    """Say when a record was written, as part of a sentence."""
    if kind in OF_THE_PAST and provenance in _MEASURED:
        return ABOUT_THE_PAST
    said = VOCABULARIES["provenance"].label_of(provenance)
    return f"{said[:1].lower()}{said[1:]}"
