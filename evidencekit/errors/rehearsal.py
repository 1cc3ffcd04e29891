"""Refusals of the rehearsal."""

from evidencekit.errors.base import Refused


class TooManyInspectors(Refused):
    """More inspectors than the invented team has."""

    code = "rehearsal.too-many-inspectors"
    happened = "{asked} inspectors were asked for; the invented team has {most} besides the lead."
    next_step = "Ask for at most {most}."
    exit_status = 2


class NoSuchPlay(Refused):
    """A framework without a small rehearsal of its own."""

    code = "rehearsal.no-such-play"
    happened = "There is no rehearsal of the framework {framework}."
    next_step = "These have one: {known}."
    exit_status = 2
