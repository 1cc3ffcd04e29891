"""Version of the report: what was made, from which texts and which state, and where it went."""

from evidencekit.records.fields import Kind, Writer
from evidencekit.records.kinds.asking import (
    choice,
    choices,
    day,
    line,
    moment,
    number,
    prose,
    record,
    revision,
    rows,
)

_SECTIONS = rows(
    "sections",
    "Made from",
    (
        record("section", "Section", ("report-section",), "The section.", required=True),
        revision("revision", "Version", "The version of it that was printed.", required=True),
    ),
    "The sections as they stood, each by its version.",
)

_FILES = rows(
    "files",
    "Files",
    (
        line("name", "Name", "The name of the file.", required=True),
        line("sha256", "SHA-256", "The number that only these bytes have.", required=True),
    ),
    "The files that were made. The same evidence gives the same numbers.",
)

_SENT = rows(
    "sent",
    "Sent to",
    (
        choices("to", "To", "practitioner-roles", "The roles it went to. Never a name."),
        day("on", "On", "The day it was sent."),
        line("note", "Note", "What was asked of them, and by when."),
    ),
    "Who was sent this version, when, and what for.",
)

KIND = Kind(
    key="report-version",
    label="Version of the report",
    plural="Versions of the report",
    help="One version of the report or letter, from the first draft to what was published.",
    writer=Writer.LEAD,
    title_from=("name", "stage"),
    icon="history",
    fields=(
        line("name", "Name", "A few words to know it by."),
        number("number", "Number", "Counted from 1 for the first version."),
        choice("stage", "What it is", "report-stages", "How far it has come.", required=True),
        moment("made_at", "Made", "When it was made.", required=True),
        line("fingerprint", "Fingerprint", "The state of the evidence it was made from."),
        _SECTIONS,
        _FILES,
        _SENT,
        day("published_on", "Published", "The day it was published."),
        line("published_where", "Where", "Where it can be read, in words."),
        prose("changes", "What changed", "What differs from the version before, and why."),
    ),
)
