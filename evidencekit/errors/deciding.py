"""Refusals while a team asks, moderates and decides together."""

from evidencekit.errors.base import Refused


class WordsNeeded(Refused):
    """A question, an answer or a view without words."""

    code = "deciding.words-needed"
    happened = "The {what} is empty."
    next_step = "Write it in a sentence or two."
    exit_status = 2


class NobodyToAsk(Refused):
    """A question to oneself: its writer is also the record's author."""

    code = "deciding.nobody-to-ask"
    happened = "You wrote this record yourself, so there is nobody to ask."
    next_step = "Name the colleague to ask, or correct the record."


class NotAsked(Refused):
    """An answer to a question that was put to somebody else."""

    code = "deciding.not-asked"
    happened = "This question was put to {name}."
    next_step = "Only they answer it, or the lead writes down what they said."


class NotAQuestion(Refused):
    """An answer to a record that is no question."""

    code = "deciding.not-a-question"
    happened = "This is a {kind}, not a question."
    next_step = "The questions are listed by: evidencekit questions."
    exit_status = 2


class NothingDecided(Refused):
    """Taking back a decision where this person made none."""

    code = "deciding.nothing-decided"
    happened = "No decision of yours stands on this record."
    next_step = "What was decided is shown on the record's page, with who decided it."
