"""Refusals of the case key: the sealed list of who is behind a reference."""

from evidencekit.errors.base import Damaged, Refused, Unavailable


class CaseKeyAbsent(Refused):
    """A workspace that has no case key."""

    code = "case-key.absent"
    happened = "This workspace has no case key: nobody's record number is held here."
    next_step = "Open a case and choose Who is this, or: evidencekit case-key WORKSPACE set REF."
    exit_status = 2


class CaseKeyMissing(Damaged):
    """A case key that was made and does not stand beside its workspace."""

    code = "case-key.missing"
    happened = "This workspace has a case key, but {name} is not beside it."
    safe = "The evidence is whole; it never holds what the case key holds."
    next_step = "Put {name} back into the folder in which the workspace stands."
    exit_status = 5


class CaseKeyDamaged(Damaged):
    """A case key whose bytes are not those that were written."""

    code = "case-key.damaged"
    happened = "The case key {name} cannot be read: its bytes are not those that were written."
    safe = "The evidence is whole, and nothing was changed."
    next_step = "Keep {name} as it is, or destroy the case key and ask the agencies again."


class CaseKeyNotYours(Refused):
    """A case key that belongs to another workspace."""

    code = "case-key.other-workspace"
    happened = "The case key {name} belongs to another workspace."
    safe = "Nothing of it was read, and nothing was changed."
    next_step = "A case key never travels: put back the one that was made on this laptop."


class CaseKeyTooNew(Refused):
    """A case key in a later format."""

    code = "case-key.too-new"
    happened = "The case key {name} was written by a later version of EvidenceKit."
    next_step = "Open it with that version."


class CaseKeyInUse(Unavailable):
    """A case key that another window or command holds open."""

    code = "case-key.in-use"
    happened = "The case key is open in another window or command."
    next_step = "Close it there, and try again."


class CaseKeyUnwritable(Unavailable):
    """A place in which a case key cannot be written."""

    code = "case-key.unwritable"
    happened = "The case key cannot be written here: {why}."
    next_step = "Make room, or allow writing in the folder in which the workspace stands."


class NotInCaseKey(Refused):
    """A case about which the case key holds nothing."""

    code = "case-key.not-held"
    happened = "The case key holds nothing about {reference}."
    next_step = "Add the agency's own record number first."
    exit_status = 2


class CaseKeyReason(Refused):
    """An opening without a reason."""

    code = "case-key.reason-needed"
    happened = "The case key opens with a reason."
    next_step = "Choose why, and say it in a few words; both are kept with the opening."
    exit_status = 2


class ReasonNames(Refused):
    """A reason that seems to name somebody."""

    code = "case-key.reason-names"
    happened = "The reason seems to name somebody, and reasons can be read without opening."
    next_step = "Say it with the reference and with roles."


class NothingHeld(Refused):
    """An entry that holds neither a record number nor an identity."""

    code = "case-key.nothing-to-keep"
    happened = "There is neither a record number nor a name to keep."
    next_step = "Give the agency's own record number; a name only when the number is not enough."


class WrongEntry(Refused):
    """An entry with an answer that does not fit its question."""

    code = "case-key.wrong-answer"
    happened = "{what}: {why}."
    next_step = "Put this answer right, and keep it again."
