"""Refusals of the rehearsal."""

from evidencekit.errors.base import Refused


class TooManyInspectors(Refused):
    """More inspectors than the invented team has."""

    code = "rehearsal.too-many-inspectors"
    happened = "{asked} inspectors were asked for; the invented team has {most} besides the lead."
    next_step = "Ask for at most {most}."
    exit_status = 2
