"""Claim: what a leader said is so, tested or untested against cases."""

from evidencekit.records.fields import Kind
from evidencekit.records.kinds.asking import choice, choices, moment, prose, records, yes_no
from evidencekit.records.kinds.shared import EVIDENCE_KINDS, areas, my_view, outside_framework

KIND = Kind(
    key="claim",
    label="Leader's claim",
    plural="Leaders' claims",
    help="What a leader or manager says is so. It counts for little until cases have tested it.",
    title_from=("claim",),
    icon="message-circle",
    is_evidence=True,
    asked_first=(
        "claim", "source_roles", "source_type", "started", "tested", "tests", "result", "areas",
    ),
    fields=(
        prose("claim", "The claim", "What was said, as near to the words as you can.",
              required=True, source="120081 ¶51"),
        choices("source_roles", "Who said it", "practitioner-roles", "Roles only, never names.",
                required=True),
        choice("agency", "Agency", "agencies", "The agency they speak for."),
        choice("source_type", "Kind of evidence", "evidence-types",
               "An interview with a leader or a manager, or a focus group.", required=True),
        moment("started", "Said at", "The date and the time it was said.", required=True),
        yes_no("tested", "Tested", "Yes once cases have been read to see whether it is so.",
               required=True),
        records("tests", "Tested by", EVIDENCE_KINDS, "The evidence from cases that tests it."),
        choice("result", "What the cases showed", "claim-results", "What the test showed."),
        prose("result_note", "How it was tested", "Which cases, and what they showed."),
        my_view(),
        areas(),
        outside_framework(),
    ),
)  # fmt: skip
