"""Refusals about inspection frameworks: packs that cannot be read or found."""

from evidencekit.errors.base import Refused, Unavailable


class BadPack(Refused):
    """A framework file that is not a framework yet; the line and the reason are named."""

    code = "framework.bad-pack"
    happened = "{file}, line {line}: {why}."
    next_step = "Change that line, then check the file with: evidencekit frameworks --check FILE."


class BadTable(Refused):
    """A file of prompts or of bank holidays that cannot be read; the line and the reason."""

    code = "framework.bad-table"
    happened = "{file}, line {line}: {why}."
    next_step = "Put the file back as it came with this version, or change that line."


class UnknownFramework(Refused):
    """A framework id that neither ships with this version nor was added."""

    code = "framework.unknown"
    happened = "There is no framework called {framework}."
    next_step = "These are here: {known}."


class FrameworkTaken(Refused):
    """Another pack with the same id and other content."""

    code = "framework.taken"
    happened = "There is already a framework called {framework}, and it says something else."
    next_step = "Give the new file an id of its own, then add it again."


class PackOutOfReach(Unavailable):
    """A framework file that the machine cannot read."""

    code = "framework.out-of-reach"
    happened = "The file {file} cannot be read: {why}."
    next_step = "Check that the file is there and may be opened, then try again."
