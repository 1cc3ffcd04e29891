"""Refusals of showing a foreign file; the file itself stays as it was kept."""

from evidencekit.errors.base import Damaged, Refused, Unavailable

_KEPT = "The file is kept just as it was; only showing it did not work."


class NotShownHere(Refused):
    """A kind of file that the app has no viewer for."""

    code = "decoding.not-shown-here"
    happened = "This kind of file cannot be shown here: {kind}."
    safe = _KEPT
    next_step = "If you must look inside, write out a plain copy and open it elsewhere."


class FileNotReadable(Damaged):
    """A file that is damaged, cut short, or not what it says it is."""

    code = "decoding.unreadable"
    happened = "This file cannot be shown: it is damaged, cut short, or not what it says it is."
    safe = _KEPT
    next_step = "Ask whoever gave it to you for another copy."


class TooLargeToShow(Refused):
    """A file, a picture or a page that is larger than is shown here."""

    code = "decoding.too-large"
    happened = "This file is too large to be shown here: too many bytes, dots or pages."
    safe = _KEPT
    next_step = "Ask for a smaller copy, or write out a plain copy and open it elsewhere."


class LockedFile(Refused):
    """A file that opens with a password only."""

    code = "decoding.locked"
    happened = "This file is locked with a password of its own."
    safe = _KEPT
    next_step = "Ask whoever gave it to you for a copy without a password."


class NoSuchPage(Refused):
    """A page that the file does not have."""

    code = "decoding.no-such-page"
    happened = "This file has no page {page}."
    safe = _KEPT
    next_step = "Go back to a page that is there."
    exit_status = 2


class ShowingGaveUp(Damaged):
    """A file that took too much time or memory, or brought its reader down."""

    code = "decoding.gave-up"
    happened = "This file was not shown: reading it took too long, took too much memory, or failed."
    safe = f"It was read apart from your notes, and that was ended. {_KEPT}"
    next_step = "Do not open it elsewhere unless you know who made it."


class ReaderNotStarted(Unavailable):
    """A machine that does not start the process that reads foreign files."""

    code = "decoding.not-started"
    happened = "The part of the app that reads foreign files could not be started."
    safe = _KEPT
    next_step = "Close other programs and try again; then ask your support, naming the code."
