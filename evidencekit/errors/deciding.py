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


class NeverAClash(Refused):
    """Deciding again where nobody had to decide."""

    code = "deciding.never-a-clash"
    happened = "Nobody decided between versions of this record."
    next_step = "What was decided is listed by: evidencekit clashes --decided."
    exit_status = 2


class NotDecidedYet(Refused):
    """Deciding again while the record is still a clash."""

    code = "deciding.not-decided-yet"
    happened = "This record has several versions and no decision yet."
    next_step = "Decide it first, on the Merge page or with: evidencekit decide."


class NotAPair(Refused):
    """Two records that cannot be two accounts of one event."""

    code = "deciding.not-a-pair"
    happened = "These two cannot be one event seen by two: {why}."
    next_step = "Name two records of evidence, by two people."
    exit_status = 2


class NotModeration(Refused):
    """A moderation asked for by the id of something else."""

    code = "deciding.not-a-moderation"
    happened = "This record is not a moderation."
    next_step = "The moderations are listed by: evidencekit moderate."
    exit_status = 2


class NotLaidOpen(Refused):
    """An agreed view before the scores were laid open."""

    code = "deciding.not-laid-open"
    happened = "The scores have not been laid open yet, so there is nothing to agree on."
    next_step = "Lay them open first: when all named are in, or earlier with a reason."


class NoSuchGrade(Refused):
    """A grade that the framework's scale does not have."""

    code = "deciding.no-such-grade"
    happened = "{grade} is not a grade of this framework. Its scale: {scale}."
    next_step = "Choose one of the scale, or write the view in words."
    exit_status = 2
