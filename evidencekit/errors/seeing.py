"""Refusals while a team looks at what stands, what differs and what to look for."""

from evidencekit.errors.base import Refused


class NoSuchContradiction(Refused):
    """A contradiction that is not there, or not any more."""

    code = "seeing.no-such-contradiction"
    happened = "No contradiction is called {key}."
    next_step = "They are listed by: evidencekit contradictions."
    exit_status = 2


class NotAClaim(Refused):
    """A test linked to a record that claims nothing."""

    code = "seeing.not-a-claim"
    happened = "This is a {kind}, not a leader's claim."
    next_step = "The claims are listed by: evidencekit claims."
    exit_status = 2


class NotATest(Refused):
    """A record that cannot test a claim: another claim, a score, or no evidence at all."""

    code = "seeing.not-a-test"
    happened = "A {kind} cannot test what a leader claims."
    next_step = "Link what was read, seen or heard: a case note, a meeting, a voice, a document."
    exit_status = 2


class NotATask(Refused):
    """An answer to a record that is no task."""

    code = "seeing.not-a-task"
    happened = "This is a {kind}, not a task."
    next_step = "The tasks are listed by: evidencekit tomorrow."
    exit_status = 2


class NotYourTask(Refused):
    """An answer to a task that was given to somebody else."""

    code = "seeing.not-your-task"
    happened = "This task was given to {name}."
    next_step = "Only they answer it, or the lead writes down what they said."


class WordsMissing(Refused):
    """A task or an answer without words."""

    code = "seeing.words-missing"
    happened = "The {what} is empty."
    next_step = "Write it in a sentence or two."
    exit_status = 2
