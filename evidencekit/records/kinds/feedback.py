"""Feedback given: what the area was told before the report, on what basis, and its answer."""

from evidencekit.records.fields import Kind
from evidencekit.records.kinds.asking import (
    choice,
    choices,
    day,
    member,
    moment,
    prose,
    records,
    yes_no,
)
from evidencekit.records.kinds.report_section import RESTS_ON

KIND = Kind(
    key="feedback",
    label="Feedback",
    plural="Feedback given",
    help="What the area or an agency was told before the report, so that nobody is surprised.",
    title_from=("points",),
    icon="message-square-text",
    asked_first=("at", "to", "agency", "by", "provisional", "points", "response"),
    fields=(
        moment("at", "When", "When it was given.", required=True, source="120081 ¶23, ¶39"),
        choices("to", "To", "practitioner-roles", "The roles it was given to.", required=True),
        choice("agency", "Agency", "agencies", "The agency, where it was given to one."),
        member("by", "By", "Who gave it."),
        yes_no("provisional", "Provisional", "Whether it was said to be provisional.",
               required=True),
        prose("points", "What was said", "The points, as they were said.", required=True),
        records("basis", "Basis", RESTS_ON, "The evidence or findings it rested on."),
        prose("response", "Answer", "What they answered."),
        prose("offered", "Evidence offered", "What they offered to show, and where it is."),
        day("offered_by", "By", "The day they offered it by."),
    ),
)  # fmt: skip
