"""Refusals of a merge as a whole; single revisions that are kept aside have a Reason instead."""

from evidencekit.errors.base import Refused


class PlanOutdated(Refused):
    """What was previewed no longer fits what is here."""

    code = "merge.plan-outdated"
    happened = "This workspace has changed since the preview was made."
    next_step = "Look at the preview again, then join."
    exit_status = 5


class OtherFramework(Refused):
    """A bundle written under another framework, or another version of it."""

    code = "merge.other-framework"
    happened = (
        "The bundle was written under {theirs}, and this workspace uses {ours}. "
        "Areas without a counterpart: {unmapped}."
    )
    next_step = "Match the areas on the next screen, or add the same framework here."


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
