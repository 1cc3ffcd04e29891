"""Refusals of a decision on a clash; revisions that a merge keeps aside have a Reason instead."""

from evidencekit.errors.base import Refused


class UnknownSide(Refused):
    """A decision that keeps a version which is not one of the two."""

    code = "merge.unknown-side"
    happened = "The version {revision} is not one of those to choose from."
    next_step = "Choose one of the versions shown."


class NotDecided(Refused):
    """A decision that leaves a differing field open."""

    code = "merge.not-decided"
    happened = "These fields differ and have no choice yet: {fields}."
    next_step = "Choose one version or write the text, field by field."
