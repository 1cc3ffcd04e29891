"""Contradiction: what the team made of two inspectors who say opposite things of one area."""

from evidencekit.records.fields import Kind, Writer
from evidencekit.records.kinds.asking import choice, prose, record, revision, rows
from evidencekit.records.kinds.shared import AREAS, EVIDENCE_KINDS, case

KIND = Kind(
    key="contradiction",
    label="Contradiction",
    plural="Contradictions",
    help="What the team made of evidence that points both ways. New evidence opens it again.",
    writer=Writer.LEAD,
    title_from=("reason", "discussed"),
    icon="git-compare",
    fields=(
        choice("area", "Area", "pack.areas", "The area seen differently.", required=True,
               source=AREAS),
        choice("sort", "What differs", "contradiction-sorts", "What points both ways.",
               required=True),
        case(),
        prose("discussed", "What was said", "Who said what, and what was looked at again."),
        choice("outcome", "What came of it", "contradiction-outcomes",
               "How the two stand beside each other now.", required=True),
        prose("reason", "Reason", "Why, so that it can be explained to somebody who was not there.",
              required=True),
        rows(
            "sides", "Evidence weighed",
            # Which grade a side gave is not repeated: a colleague's score may still be hidden.
            (
                record("record", "Record", EVIDENCE_KINDS, "A record that was weighed.",
                       required=True),
                revision("revision", "Version", "The version that was weighed."),
            ),
            "The records that were weighed, as they were. Anything newer opens it again.",
            required=True,
        ),
    ),
)  # fmt: skip
