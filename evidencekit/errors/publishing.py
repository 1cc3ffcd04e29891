"""Refusals of publishing data for analysis: where it goes, under which key, what it would tell."""

from evidencekit.errors.base import Refused, Unavailable


class LeadPublishes(Refused):
    """Data asked for by somebody who does not answer for the whole of it."""

    code = "publish.lead-only"
    happened = "Only the lead or a deputy publishes data: they hold the evidence of the whole team."
    next_step = "Ask the lead to publish it."


class FolderInUse(Refused):
    """A folder that holds something already, or a file of that name."""

    code = "publish.folder-in-use"
    happened = "{path} is there already and is not an empty folder."
    next_step = "Name a new or an empty folder; nothing is ever written over."
    exit_status = 5


class PublishPlaceClosed(Unavailable):
    """A place that cannot be written."""

    code = "publish.place-closed"
    happened = "The publication cannot be written to {path}."
    safe = "Nothing was changed; no half-written publication was left there."
    next_step = "Name a new folder in a place that may be written to."


class PublishDiskFull(Unavailable):
    """A disk with no room for the publication."""

    code = "publish.disk-full"
    happened = "There is no room for the publication at {path}."
    safe = "Nothing was changed; no half-written publication was left there."
    next_step = "Make room or choose another place, then publish again."


class MayIdentify(Refused):
    """Words of the framework, or the area's name, that could name somebody."""

    code = "publish.may-identify"
    happened = "Words that would go out could name somebody: {places}."
    next_step = "Put those words right; or let a word be where the guard marks it in a text."


class NotAKey(Refused):
    """A file that is no key for pseudonyms."""

    code = "publish.not-a-key"
    happened = "{path} is not a key for pseudonyms."
    next_step = "Make one with: evidencekit publish-key FILE."
    exit_status = 2
