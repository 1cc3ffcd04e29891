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


class OtherFramework(Refused):
    """A move to a framework that is not a corrected version of the one in use."""

    code = "framework.other"
    happened = "This inspection uses {ours}; the file is {theirs}."
    next_step = "An inspection moves only to a corrected version of its own framework."


class NotNewer(Refused):
    """A move to a version that is not higher than the one in use."""

    code = "framework.not-newer"
    happened = "This inspection uses version {ours}; the file is version {theirs}."
    next_step = "Give the corrected file a higher version, then look again."


class AreaMeansAnother(Refused):
    """A corrected framework that gives the id of a used area to another area."""

    code = "framework.area-means-another"
    happened = "{area} is another area in the new version, and {records} records speak to it."
    next_step = "Give that area an id of its own in the file, then look again."


class NotByHand(Refused):
    """A choice by hand for an area that needs none."""

    code = "framework.not-by-hand"
    happened = "{area} is not an area in use without a like in the new version."
    next_step = "Look at the move first: it names the areas that stay as they are written."


class NeverMoved(Refused):
    """An undo of a move that never was."""

    code = "framework.never-moved"
    happened = "This inspection was never moved to another version of its framework."
    next_step = "There is nothing to take back."


class WrittenSince(Refused):
    """An undo of a move under which evidence was written."""

    code = "framework.written-since"
    happened = "{records} records were written under the new version since the move."
    next_step = "Move on to a corrected version instead; nothing written is lost by it."
