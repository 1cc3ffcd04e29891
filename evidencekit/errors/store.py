"""Refusals of the store: the encrypted file, its chains, its copies."""

from evidencekit.errors.base import Damaged, Refused, Unavailable


class StoreAbsent(Refused):
    """There is no store file where one was asked for."""

    code = "store.absent"
    happened = "There is no workspace store called {name} in this folder."
    safe = "Nothing was made in its place."
    next_step = "Look for the workspace folder, or restore a copy of it."


class StoreExists(Refused):
    """A new store was asked for where a file already stands."""

    code = "store.exists"
    happened = "There is already a file called {name} in this folder."
    next_step = "Choose another folder for the new workspace."


class StoreEmpty(Damaged):
    """The store file is there and holds nothing."""

    code = "store.empty"
    happened = "The workspace store {name} is empty: it holds no bytes at all."
    next_step = "Keep the folder as it is, and restore the latest copy."


class StoreNotEncrypted(Refused):
    """A plain SQLite file stands where the encrypted store should be."""

    code = "store.not-encrypted"
    happened = "The file {name} is a database without encryption, so it is not a workspace store."
    next_step = "Keep the file apart, and restore the latest copy of the workspace."


class StoreTruncated(Damaged):
    """The store file is shorter than the store says it is."""

    code = "store.truncated"
    happened = "The workspace store {name} has been cut short: {size} bytes are left."
    next_step = "Keep the folder as it is, and restore the latest copy."


class StoreKeyMismatch(Damaged):
    """The first page cannot be read with this key."""

    code = "store.wrong-key"
    happened = "The workspace store {name} cannot be read with the key kept beside it."
    next_step = (
        "The two files may come from different copies, or the start of the store is damaged. "
        "Keep the folder as it is, and restore the latest copy."
    )
    exit_status = 3


class NotThisStore(Damaged):
    """The store is not the one that the key file was made for."""

    code = "store.of-another"
    happened = "The store {found} lies in the folder of the store {expected}."
    next_step = "Put the files of each workspace back into their own folder."


class StoreDamaged(Damaged):
    """Bytes inside the store are not the bytes that were written."""

    code = "store.damaged"
    happened = "A part of the workspace store {name} cannot be read: its bytes have changed."
    next_step = "Keep the folder as it is, restore the latest copy, and compare the two."


class StoreTooNew(Refused):
    """The store was written by a later version of the program."""

    code = "store.too-new"
    happened = "This workspace is of format {found}; this program knows formats up to {known}."
    next_step = "Open it with the newer program that wrote it."


class StoreUnfinished(Refused):
    """The store has no format number, so nobody finished making it."""

    code = "store.unfinished"
    happened = "The workspace store {name} was never finished when it was made."
    next_step = "Make the workspace again in a new folder."


class StoreInUse(Unavailable):
    """Another program, or another window, holds the store."""

    code = "store.in-use"
    happened = "The workspace store {name} is open in another window or program."
    next_step = "Close it there, then try again."


class StoreReadOnly(Unavailable):
    """The store, or its folder, cannot be written to."""

    code = "store.read-only"
    happened = "The workspace store {name} or its folder cannot be written to."
    next_step = "Copy the workspace to a disk that can be written to, or ask who set it so."


class DiskFull(Unavailable):
    """There was no room left on the disk."""

    code = "store.disk-full"
    happened = "There is no room left on the disk that holds {name}."
    safe = "Everything kept before is safe, and nothing was half written."
    next_step = "Make room on the disk, then try again."


class DiskTrouble(Unavailable):
    """The disk did not take or give what was asked."""

    code = "store.disk-trouble"
    happened = "The disk that holds {name} did not do what was asked of it."
    safe = "Everything kept before is safe, and nothing was half written."
    next_step = "See that the disk has room and is still connected, then try again."


class StoreGone(Unavailable):
    """The file that is open is no longer in its folder."""

    code = "store.gone"
    happened = (
        "The workspace store {name} is no longer where it was opened: a stick was pulled or "
        "its folder was moved."
    )
    safe = "What was kept before is on that disk, and what you typed since is still in the window."
    next_step = "Put the disk or folder back, lock, and open the notes again."


class SettingNotKept(Damaged):
    """The database answered a safety setting with another value."""

    code = "store.setting-not-kept"
    happened = "The database would not keep the safety setting {setting}: it answered {found}."
    next_step = "Use the program as it was delivered, with its own database library."


class StatementRefused(Refused):
    """A statement that could carry evidence out of the encrypted store."""

    code = "store.statement-refused"
    happened = "The store does not run statements that could copy evidence out of {name}."
    next_step = "Use a bundle or a backup to take evidence elsewhere."


class ChainBroken(Damaged):
    """A revision that does not follow its author's last one."""

    code = "store.chain-broken"
    happened = "Revision {seq} of {author} does not follow on: {why}."
    next_step = "Keep the file it came from, and ask its author for the latest bundle."


class RevisionMismatch(Damaged):
    """A revision whose name is not the digest of its header."""

    code = "store.revision-mismatch"
    happened = "The revision named {revision} is not the one its name stands for."
    next_step = "Keep the file it came from, and ask its author for the bundle again."


class AttachmentMismatch(Damaged):
    """An attachment whose bytes are not those that were named."""

    code = "store.attachment-mismatch"
    happened = "The attachment {digest} arrived with other bytes or another size."
    next_step = "Keep the file it came from, and ask the sender for it again."


class AttachmentAbsent(Refused):
    """An attachment that this workspace does not hold."""

    code = "store.attachment-absent"
    happened = "The attachment {digest} is not in this workspace."
    next_step = "Ask its author for the bundle that holds it."


class UnknownBatch(Refused):
    """A batch number that no merge was given, or one already withdrawn."""

    code = "store.unknown-batch"
    happened = "There is no merge number {number} that is in force."
    next_step = "Look up the number in the list of merges."


class CopyNotVerified(Damaged):
    """A copy that did not read back as the store it was made from."""

    code = "store.copy-not-verified"
    happened = "The copy {name} did not read back as the workspace it was made from."
    safe = "The workspace itself was not changed, and the copy was removed."
    next_step = "Try another disk for the copy."
