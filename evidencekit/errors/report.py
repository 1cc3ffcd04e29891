"""Refusals of the report: a place that takes no file, an ending nobody knows."""

from evidencekit.errors.base import Refused, Unavailable


class ReportPlaceClosed(Unavailable):
    """A folder or file that cannot be written."""

    code = "report.place-closed"
    happened = "The report cannot be written to {path}."
    safe = "Nothing was changed; no half-written report was left there."
    next_step = "Choose a folder that may be written to, or close the report if it is open."


class ReportDiskFull(Unavailable):
    """A disk with no room for the report."""

    code = "report.disk-full"
    happened = "There is no room for the report at {path}; it needs {size_kb} KB."
    safe = "Nothing was changed; no half-written report was left there."
    next_step = "Make room or choose another place, then make the report again."


class UnknownReportKind(Refused):
    """A kind of report that this framework does not have."""

    code = "report.unknown-kind"
    happened = "There is no report of the kind {kind} here."
    next_step = "These can be made: {known}."
    exit_status = 2


class UnknownReportForm(Refused):
    """A file ending that no report is written in."""

    code = "report.unknown-form"
    happened = "A report is not written as {ending}."
    next_step = "Give the file a name that ends in one of: {known}."
    exit_status = 2


class NoSuchSection(Refused):
    """A section that this framework does not have."""

    code = "report.no-such-section"
    happened = "The report has no section {section}."
    next_step = "Its sections are: {known}."
    exit_status = 2


class NothingWritten(Refused):
    """A version of a report of which no section is written."""

    code = "report.nothing-written"
    happened = "No section of the report is written yet, so there is nothing to keep or make final."
    next_step = "Write a section under Report first."


class NotFinal(Refused):
    """A final version with a sentence that does not stand."""

    code = "report.not-final"
    happened = "This cannot be final yet. To put right, {count} in all: {places}."
    safe = "Every text is kept as it is; nothing was changed."
    next_step = "Link the evidence or change the words at each place, then make it final."
    exit_status = 1


class NotASnapshot(Refused):
    """A record that is no snapshot, compared with today."""

    code = "report.not-a-snapshot"
    happened = "This record is no snapshot, so there is no moment to hold beside today."
    next_step = "Choose one that the list of snapshots shows."


class NotAVersion(Refused):
    """A record that is no version of the report, used as one."""

    code = "report.not-a-version"
    happened = "This record is no version of the report."
    next_step = "Choose one that the list of versions shows."


class NothingSent(Refused):
    """A version said to have gone somewhere, without saying where or when."""

    code = "report.nothing-sent"
    happened = "Where this version went, and on which day, is not said."
    next_step = "Say both, then keep it."


class NotAPoint(Refused):
    """A record that is no factual accuracy point, decided as one."""

    code = "report.not-a-point"
    happened = "This record is no factual accuracy point, so there is nothing to decide here."
    next_step = "Choose one of the factual accuracy points."


class SentenceGone(Refused):
    """A point about a sentence that no longer stands in its section."""

    code = "report.sentence-gone"
    happened = "The sentence of this point no longer stands in its section as it was."
    next_step = "Put the sentence of the point right, then decide it again."
