"""Factual accuracy point: what the area says is wrong in the draft, and what was done about it."""

from evidencekit.records.fields import Kind, Writer
from evidencekit.records.kinds.asking import choice, day, line, prose, record, records
from evidencekit.records.kinds.report_section import RESTS_ON

KIND = Kind(
    key="accuracy-point",
    label="Factual accuracy point",
    plural="Factual accuracy points",
    help="One point of the area's answer to the draft: accepted or not, why, and the new words.",
    writer=Writer.LEAD,
    title_from=("comment",),
    icon="pencil",
    fields=(
        record("version", "Draft", ("report-version",), "The version they were sent."),
        record("section", "Section", ("report-section",), "The section it is about.",
               required=True),
        line("sentence", "Sentence", "The sentence it is about, word for word."),
        line("reference", "Place", "Where it stands, as they wrote it: page 4, line 2."),
        choice("agency", "From", "agencies", "The agency that says so."),
        day("received_on", "Received", "When it came.", required=True),
        prose("comment", "What they say", "Their point, as they wrote it.", required=True),
        records("evidence", "Evidence weighed", RESTS_ON, "What was looked at to decide."),
        choice("decision", "Decision", "accuracy-decisions", "Accepted, in part, or not."),
        prose("reason", "Reason", "Why. They are told this."),
        prose("before", "Words before", "The sentence as it stood in the draft."),
        prose("after", "Words after", "The sentence as it stands now."),
        day("decided_on", "Decided", "When it was decided."),
    ),
)  # fmt: skip
