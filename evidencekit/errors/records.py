"""Refusals about the shape of records and revisions."""

from evidencekit.errors.base import Damaged, Refused


class WrongHeader(Damaged):
    """A revision whose header breaks format.md §2."""

    code = "revision.wrong-header"
    happened = "A revision has a header that breaks the format: {why}."
    next_step = "Keep the file, and ask the sender to make it again."


class BodyMismatch(Damaged):
    """A body that is not the one the header was made for."""

    code = "revision.body-mismatch"
    happened = "The text of revision {revision} is not the text that was recorded."
    next_step = "Keep the file, and ask the author for the bundle again."


class UnknownKind(Refused):
    """A kind of record that this version does not have."""

    code = "record.unknown-kind"
    happened = "There is no kind of record called {kind}."
    next_step = "The kinds are listed by: evidencekit fields."
    exit_status = 2


class WrongField(Refused):
    """A field that is unknown, missing its form or holding a word that is not in its list."""

    code = "record.wrong-field"
    happened = "The field {field} of a {kind} is not right: {why}."
    next_step = "Each field's form and words are shown by: evidencekit fields {kind}."
