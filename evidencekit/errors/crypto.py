"""Refusals about passphrases, keys, signatures and envelopes; no fact is ever a secret."""

from evidencekit.errors.base import Damaged, Refused, Unavailable

_CANNOT_UNLOCK = 3


class WrongPassphrase(Refused):
    """A passphrase that opens no slot of the key file."""

    code = "unlock.wrong-passphrase"
    happened = "That passphrase did not open the notes."
    next_step = "Type it again, looking at capitals and spaces, or use the recovery code."
    exit_status = _CANNOT_UNLOCK


class WrongRecoveryCode(Refused):
    """A well-formed recovery code that belongs to another workspace or was replaced."""

    code = "unlock.wrong-recovery-code"
    happened = "That recovery code did not open the notes."
    next_step = "Check that the page belongs to this inspection and is the newest one printed."
    exit_status = _CANNOT_UNLOCK


class MistypedGroup(Refused):
    """A group of the recovery code that no code can contain."""

    code = "unlock.mistyped-group"
    happened = "Group {group} of the recovery code is mistyped."
    next_step = "Compare the six digits of group {group} with the printed page."
    exit_status = _CANNOT_UNLOCK


class WrongNumberOfGroups(Refused):
    """A recovery code that is too short, too long or holds something other than digits."""

    code = "unlock.wrong-number-of-groups"
    happened = "A recovery code has {needed} groups of {digits} digits; {found} were typed."
    next_step = "Type all {needed} groups from the printed page."
    exit_status = _CANNOT_UNLOCK


class DeviceSlotClosed(Refused):
    """A device PIN that opens no slot, or a device whose keyring has no secret for this store."""

    code = "unlock.device-slot-closed"
    happened = "That PIN did not open the notes on this device."
    next_step = "Type the passphrase."
    exit_status = _CANNOT_UNLOCK


class WeakPassphrase(Refused):
    """A passphrase or PIN that is too short, or longer than any person types."""

    code = "unlock.weak-passphrase"
    happened = "A new passphrase or PIN has between {least} and {most} characters."
    next_step = "Choose another one; the app suggests five words."


class GuessablePassphrase(Refused):
    """A passphrase of one's own that a patient guesser would find."""

    code = "unlock.guessable"
    happened = "That passphrase is too easy to guess."
    next_step = "Take five words that have nothing to do with each other; the app suggests some."


class CostOutOfBounds(Refused):
    """A cost for new passphrases that is too cheap to protect or too dear to run."""

    code = "unlock.cost-out-of-bounds"
    happened = "The {name} of the passphrase cost is {found}; it is from {least} to {most}."
    next_step = "Choose a cost within these bounds."


class KeyFileAbsent(Refused):
    """A folder that holds no key file."""

    code = "keys.absent"
    happened = "This folder holds no key file, so it is not a workspace that can be opened."
    next_step = "Choose the folder whose name ends in .evidence, or restore a backup."


class KeyFileExists(Refused):
    """A folder that already holds a key file."""

    code = "keys.exists"
    happened = "This folder already holds the keys of a workspace."
    next_step = "Choose an empty folder."


class KeyFileTooNew(Refused):
    """A key file written by a later version of this program."""

    code = "keys.too-new"
    happened = "The key file has version {found}; this program reads up to version {known}."
    next_step = "Open it with a newer version of this program."


class KeyFileDamaged(Damaged):
    """Both copies of the key file are unreadable or altered."""

    code = "keys.damaged"
    happened = "Both copies of the key file (keys.json and keys.bak.json) are damaged: {why}."
    safe = "The notes themselves were not touched; a backup holds its own copy of the keys."
    next_step = "Keep this folder as it is, and restore the newest backup."


class KeyFileNotRead(Unavailable):
    """A disk or a permission that does not give the key file."""

    code = "keys.not-read"
    happened = "The key file could not be read ({why})."
    next_step = "Check that the folder is yours and its disk is there, then try again."


class KeyFileNotWritten(Unavailable):
    """A disk that does not take the new key file."""

    code = "keys.not-written"
    happened = "The key file could not be written ({why})."
    safe = "The old key file is as it was and still opens the notes."
    next_step = "Make room or remove the write protection, then try again."


class NoSuchSlot(Refused):
    """A device slot that the key file does not have."""

    code = "keys.no-such-slot"
    happened = "This workspace has no way in called {slot}."
    next_step = "The ways in are listed in Settings."


class TooManySlots(Refused):
    """A key file that already holds as many ways in as it may."""

    code = "keys.too-many-slots"
    happened = "This workspace already has {most} ways in."
    next_step = "Take away a device that is no longer used, then add this one."


class KeyringUnavailable(Unavailable):
    """A machine without a keyring that can be trusted with a secret."""

    code = "unlock.no-keyring"
    happened = "This computer has no keyring that can keep a secret for this workspace."
    next_step = "Type the passphrase."


class WeakKey(Refused):
    """Bytes that are not a sound Ed25519 public key."""

    code = "key.weak"
    happened = "A signing key is not one that an honest program makes ({why})."
    next_step = "Ask its owner to make a new join card with this program."


class WrongRecipient(Refused):
    """Text that is not an age X25519 recipient."""

    code = "key.wrong-recipient"
    happened = "An address for sealed bundles is not spelled as age spells it."
    next_step = "Ask its owner to make a new join card with this program."


class WrongIdentity(Refused):
    """Text that is not an age X25519 identity."""

    code = "key.wrong-identity"
    happened = "The reading key is not spelled as age spells it."
    next_step = "Use the key as it was written out, in one piece."


class SignatureMismatch(Damaged):
    """A signature that was not made over these bytes by this key for this purpose."""

    code = "signature.mismatch"
    happened = "The signature does not fit ({why})."
    next_step = "Keep the file, and ask the sender to make it again."


class NotAnAgeFile(Damaged):
    """A file that does not begin as an age file does."""

    code = "envelope.not-age"
    happened = "This file is not a sealed bundle."
    next_step = "Choose the file whose name ends in .evb."


class EnvelopeRefused(Damaged):
    """An age file whose header holds something this program does not accept."""

    code = "envelope.refused"
    happened = "This sealed file has a header that is not accepted ({why})."
    next_step = "Keep the file, and ask the sender to seal it for named people of the team."


class NotAddressedToYou(Refused):
    """An age file sealed for other people."""

    code = "envelope.not-addressed"
    happened = "This bundle is sealed for somebody else; your key does not open it."
    next_step = "Ask the sender to make one for you."


class EnvelopeDamaged(Damaged):
    """An age file whose sealed content is cut short, lengthened or changed."""

    code = "envelope.damaged"
    happened = "This sealed bundle was cut short or changed after it was made."
    next_step = "Keep the file, and copy it from the sender's stick again."


class NoRecipients(Refused):
    """An envelope that nobody could open, or that names more people than one may hold."""

    code = "envelope.no-recipients"
    happened = "A bundle is sealed for between 1 and {most} people; {found} were named."
    next_step = "Choose who is to read it."
