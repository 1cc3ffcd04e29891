"""Answer: what the author says to a query."""

from evidencekit.records.fields import Kind
from evidencekit.records.kinds.asking import prose, record
from evidencekit.records.kinds.shared import evidence

KIND = Kind(
    key="answer",
    label="Answer",
    plural="Answers",
    help="The answer to a query. Correct the record itself as well when it was wrong.",
    title_from=("answer",),
    icon="message-square-text",
    fields=(
        record(
            "query",
            "Query or task",
            ("query", "task"),
            "The query or task this answers.",
            required=True,
        ),
        prose("answer", "Answer", "What you know, and how you know it.", required=True),
        evidence("Records that show it."),
    ),
)
