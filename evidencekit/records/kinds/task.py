"""Task: what one named inspector is to look for, and on which day."""

from evidencekit.records.fields import Kind, Writer
from evidencekit.records.kinds.asking import choice, day, line, member, prose, record
from evidencekit.records.kinds.shared import case

KIND = Kind(
    key="task",
    label="Task",
    plural="Tasks",
    help="What an inspector is to look for. It travels in the return pack; the answer comes back.",
    writer=Writer.LEAD,
    title_from=("what",),
    icon="list-checks",
    fields=(
        line("what", "What to look for", "What to read, whom to ask, or what to see.",
             required=True),
        member("to", "For", "The inspector who looks for it.", required=True),
        day("day", "Day", "The day it is meant for.", required=True),
        choice("area", "Area", "pack.areas", "The area it is for."),
        case(),
        record("about", "About", (), "The record that made you ask: a claim, a note, a finding."),
        prose("why", "Why", "What is missing, or what does not fit."),
    ),
)  # fmt: skip
