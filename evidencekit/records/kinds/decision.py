"""Decision: what the lead decides about another record, kept and carried like evidence."""

from evidencekit.records.fields import Kind, Writer
from evidencekit.records.kinds.asking import choice, prose, record, revision

KIND = Kind(
    key="decision",
    label="Decision",
    plural="Decisions",
    help="What the lead decided about a record, and why. It travels, so nothing is asked twice.",
    writer=Writer.LEAD,
    title_from=("reason",),
    icon="badge-check",
    fields=(
        record("subject", "About", (), "The record decided about.", required=True),
        revision("revision", "Version", "The version decided about.", required=True),
        choice("outcome", "Decision", "decision-outcomes", "What was decided.", required=True),
        record("other", "Other record", (), "The second record, when two were compared."),
        prose("reason", "Reason", "Why.", required=True),
    ),
)
