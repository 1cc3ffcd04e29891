"""Refusals of rescue files: words that were kept beside a store that could not take them."""

from evidencekit.errors.base import Damaged, Refused


class NotARescue(Damaged):
    """A sealed file that holds no words of this workspace's owner."""

    code = "rescue.not-ours"
    happened = "This file holds no rescued words of this workspace, or it was cut short."
    next_step = "Choose the file whose name begins with “rescue-”, saved by this same workspace."


class RescueTooLarge(Refused):
    """A file far larger than all words of a day."""

    code = "rescue.too-large"
    happened = "This file is larger than a rescue file can be ({limit_mb} MB)."
    next_step = "Choose the file whose name begins with “rescue-”."
