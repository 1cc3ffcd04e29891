"""Query: the lead asks the author of a record."""

from evidencekit.records.fields import Kind, Writer
from evidencekit.records.kinds.asking import choice, member, prose, record

KIND = Kind(
    key="query",
    label="Query",
    plural="Queries",
    help="A question from the lead about something recorded. The answer travels back.",
    writer=Writer.LEAD,
    title_from=("question",),
    icon="circle-help",
    fields=(
        record("about", "About", (), "The record the question is about.", required=True),
        member("to", "To", "Who is asked; usually the author.", required=True),
        prose("question", "Question", "What you need to know.", required=True),
        choice("urgency", "By when", "urgency", "When the answer is needed."),
    ),
)
