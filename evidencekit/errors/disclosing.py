"""Refusals while evidence is made ready to be disclosed."""

from evidencekit.errors.base import Damaged, Refused


class NotADisclosure(Refused):
    """A record that is no disclosure, answered as one."""

    code = "disclosing.not-a-disclosure"
    happened = "This is a {kind}, not a disclosure."
    next_step = "The disclosures are listed by: evidencekit disclose."
    exit_status = 2


class UnknownRoute(Refused):
    """A way of asking for evidence that is not known."""

    code = "disclosing.unknown-route"
    happened = "Evidence is not asked for by way of {route} here."
    next_step = "These are known: {known}."
    exit_status = 2


class UnknownCode(Refused):
    """A ground for withholding that is not on the list."""

    code = "disclosing.unknown-code"
    happened = "There is no ground {code} for withholding."
    next_step = "These are known: {known}."
    exit_status = 2


class DueNeeded(Refused):
    """A request whose day of answer no rule counts."""

    code = "disclosing.due-needed"
    happened = "No rule here counts the day by which this is to be answered."
    next_step = "Give the day yourself, as whoever asks has set it."
    exit_status = 2


class NotInScope(Refused):
    """A decision about a record that was not asked for."""

    code = "disclosing.not-in-scope"
    happened = "This record is not in the scope of this disclosure."
    next_step = "Widen the scope first, or choose a record that it lists."
    exit_status = 2


class NothingInScope(Refused):
    """A pack of nothing."""

    code = "disclosing.nothing-in-scope"
    happened = "Nothing in this workspace is in the scope of this disclosure."
    next_step = "Look at the scope: each part of it narrows what is asked for."


class WordsNotThere(Refused):
    """Words to be withheld that stand nowhere in what was asked for."""

    code = "disclosing.words-not-there"
    happened = "These words stand nowhere in what is asked for."
    next_step = "Check the spelling; whole words are found, in any case."


class NothingDecidedThere(Refused):
    """Taking back what was not decided."""

    code = "disclosing.nothing-decided"
    happened = "This is no decision that stands in this disclosure."
    next_step = "What was decided is listed by: evidencekit redactions."
    exit_status = 2


class StillOpen(Refused):
    """A pack with places nobody has decided."""

    code = "disclosing.still-open"
    happened = "Nobody has decided yet about {count} of the places that could name somebody."
    safe = "No pack was made."
    next_step = "Withhold or release each, or give a reason for leaving them as they are."
    exit_status = 1


class NotChecked(Refused):
    """A pack for release that no second person has looked over as it is now."""

    code = "disclosing.not-checked"
    happened = "No second person has looked this over as it is now."
    safe = "No pack was made."
    next_step = "Make one to be checked, have it looked over, and write the check down."
    exit_status = 1


class CheckedByOneself(Refused):
    """A second person's check by somebody who decided."""

    code = "disclosing.checked-by-oneself"
    happened = "Whoever decided what is withheld cannot be the second person."
    next_step = "Ask somebody who decided none of it."


class WordsLeft(Damaged):
    """Withheld words found in a finished page, before anything was written."""

    code = "disclosing.words-left"
    happened = "Words that were withheld would still stand in {count} places of the pack."
    safe = "No pack was made."
    next_step = "Tell whoever looks after the program; send nothing out."
