"""Redaction: what a person decided of one place before it is disclosed; it changes no record.

It holds where the words stand and never the words, so that it may travel where they may not.
"""

from evidencekit.records.fields import Kind, Writer
from evidencekit.records.kinds.asking import (
    choice,
    line,
    number,
    prose,
    record,
    revision,
    yes_no,
)

KIND = Kind(
    key="redaction",
    label="Redaction",
    plural="Redactions",
    help="One place that is withheld or released in one disclosure, with the ground and who.",
    writer=Writer.LEAD,
    title_from=("code", "outcome"),
    icon="eye-off",
    fields=(
        record("request", "Disclosure", ("disclosure",), "What it is decided for.", required=True),
        record("target", "Record", (), "The record it is about.", required=True),
        revision("version", "Version", "The version the words were read in."),
        line("path", "Place", "The answer they stand in; empty for the whole record."),
        number("start", "From", "The first letter, counted from 0."),
        number("end", "To", "The letter after the last."),
        choice("outcome", "Decision", "redaction-outcomes", "Withheld or released.",
               required=True),
        yes_no("everywhere", "Everywhere", "Whether it holds wherever the same words stand."),
        line("code", "Ground", "The code that is printed in place of the words."),
        prose("reason", "Reason", "Why. It stays in the evidence base and is not printed."),
    ),
)  # fmt: skip
