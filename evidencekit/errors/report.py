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
