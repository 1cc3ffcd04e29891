"""Snapshot: the evidence base of one moment, named, so that today can be held beside it."""

from evidencekit.records.fields import Kind, Writer
from evidencekit.records.kinds.asking import (
    line,
    member,
    moment,
    number,
    prose,
    revision,
    rows,
)

_CHAINS = rows(
    "chains",
    "Up to",
    (
        member("author", "Author", "Whose records.", required=True),
        number("seq", "Number", "The number of their newest record then.", required=True),
        revision("revision", "Version", "Its name.", required=True),
    ),
    "How far each author's chain reached. It fixes every record below it.",
)

KIND = Kind(
    key="snapshot",
    label="Snapshot",
    plural="Snapshots",
    help="The evidence base frozen at a moment under a name, and comparable with today.",
    writer=Writer.LEAD,
    title_from=("name",),
    icon="archive",
    fields=(
        line("name", "Name", "What moment it is: final feedback, draft sent.", required=True),
        moment("taken_at", "Taken", "When it was taken.", required=True),
        line("fingerprint", "Fingerprint", "The fingerprint of the base at that moment."),
        number("revisions", "Versions", "How many versions of records it held."),
        _CHAINS,
        prose("note", "Note", "Why it was taken."),
    ),
)
