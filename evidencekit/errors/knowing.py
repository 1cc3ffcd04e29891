"""Refusals while it is asked how something is known."""

from evidencekit.errors.base import Refused


class NoSuchSentence(Refused):
    """A sentence that a section does not have."""

    code = "knowing.no-such-sentence"
    happened = "{section} has no sentence {number}; it has {count}."
    next_step = "The sentences are counted by: evidencekit sections."
    exit_status = 2
