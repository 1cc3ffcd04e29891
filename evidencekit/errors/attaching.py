"""Refusals of adding a file to a record."""

from evidencekit.errors.base import Refused, Unavailable

_NOT_ADDED = "The file was not added; the original lies where it was."


class NoPlaceForFiles(Refused):
    """A kind of record that takes no files."""

    code = "attach.no-place"
    happened = "A record of this kind takes no files: {kind}."
    safe = _NOT_ADDED
    next_step = "Write a document record for the paper, and add the file there."


class ViewOnlyPapers(Refused):
    """Papers of which no copy may be kept."""

    code = "attach.view-only"
    happened = "These papers may only be viewed on site; no copy of them may be kept."
    safe = "No file was kept with this record. Words you typed stay as a draft."
    next_step = "Write down your evaluation, and take any file out of the record again."


class HandlingFirst(Refused):
    """A document of which nobody has said yet that a copy may be kept."""

    code = "attach.handling-first"
    happened = "Nobody has said yet that a copy of this document may be kept."
    safe = _NOT_ADDED
    next_step = 'Choose "A copy is kept here" under "How it may be used", then add the file.'


class NotEvidence(Refused):
    """A program, where a paper or a picture was meant."""

    code = "attach.program"
    happened = "{name} is a program, whatever its name says; programs are never kept."
    safe = _NOT_ADDED
    next_step = "Choose the paper or picture itself."


class EmptyFile(Refused):
    """A file that holds nothing."""

    code = "attach.empty"
    happened = "{name} is empty: it holds no bytes at all."
    safe = "Nothing was added."
    next_step = "Choose another file, or ask for it again."


class FileChanged(Unavailable):
    """A file that is another one than a moment ago."""

    code = "attach.changed"
    happened = "{name} has changed since it was looked at."
    safe = _NOT_ADDED
    next_step = "Add it again, so that you see what goes in."


class NoSuchFile(Refused):
    """A file that the record does not name or the workspace does not hold."""

    code = "attach.no-such-file"
    happened = "This record holds no file {digest}."
    next_step = "Its files are listed by: evidencekit show RECORD."
    exit_status = 2
