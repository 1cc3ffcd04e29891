"""Refusals of the base layer: spelling of values."""

from evidencekit.errors.base import Damaged


class NotCanonical(Damaged):
    """Bytes that are not the one spelling of a value (format.md §2)."""

    code = "canonical.not-canonical"
    happened = "This data is not in the one agreed spelling ({why})."
    next_step = "Keep the file, and ask the sender to make it again."
