"""Problem: one thing to look at again, in words that say what to do."""

from dataclasses import dataclass
from enum import Enum

from evidencekit.ids import RecordId

NO_RECORD = RecordId("")
OWN_RULE = "our own rule"  # what a pack calls a check that no paper asks for


class Weight(Enum):
    """Whether a problem stops a record from being submitted or only asks for a look."""

    BLOCKS = "blocks"
    LOOK = "look"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to look at again.

    `field` is a path: "impact", "consent.note" in a group, "lines.3.text" in a table whose rows
    count from 0. It is empty for a problem of the whole record or the whole evidence base.
    """

    words: str
    weight: Weight
    field: str = ""
    source: str = ""
    rule: str = ""
    record: RecordId = NO_RECORD
    spans: tuple[tuple[int, int], ...] = ()  # where in the answer's text, for a mark on screen

    @property
    def blocks(self) -> bool:
        """Tell whether this stops the record from being submitted."""
        return self.weight is Weight.BLOCKS

    @property
    def cited(self) -> str:
        """Give the words with the paragraph they rest on: "Take the grade out (150092 ¶23-27)."""
        if self.source in {"", OWN_RULE}:
            return self.words
        return f"{self.words.rstrip('.')} ({self.source})."

    @property
    def top_field(self) -> str:
        """Give the key of the question on the form."""
        return self.field.partition(".")[0]


def blocking(
    words: str, *, field: str = "", source: str = "", record: RecordId = NO_RECORD
) -> Problem:
    """Name something that must be put right before the record is submitted."""
    return Problem(words=words, weight=Weight.BLOCKS, field=field, source=source, record=record)


def advice(
    words: str, *, field: str = "", source: str = "", record: RecordId = NO_RECORD
) -> Problem:
    """Name something worth a second look."""
    return Problem(words=words, weight=Weight.LOOK, field=field, source=source, record=record)
