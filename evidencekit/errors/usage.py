"""Refusals of the command line itself."""

from evidencekit.errors.base import Refused, Unavailable


class NoPassphrase(Refused):
    """A command that needs the passphrase and was given none."""

    code = "usage.no-passphrase"
    happened = "No passphrase was given."
    next_step = (
        "Use --passphrase-file FILE, set EVIDENCEKIT_PASSPHRASE, or run this at a terminal to "
        "be asked."
    )
    exit_status = 3


class WrongUsage(Refused):
    """Words on the command line that do not fit together."""

    code = "usage.wrong"
    happened = "{why}."
    next_step = "Each command shows its use and an example with --help."
    exit_status = 2


class PassphrasesDiffer(Refused):
    """A new passphrase typed in two ways."""

    code = "usage.passphrases-differ"
    happened = "The two passphrases are not the same."
    next_step = "Start again and type the same one twice."
    exit_status = 2


class OwnFault(Unavailable):
    """Something nobody planned for: a fault of this program."""

    code = "program.fault"
    happened = "This program has a fault and stopped what it was doing ({where})."
    safe = "Everything kept before is safe; what was being done was not half done."
    next_step = "Tell the people who gave you this program what stands in brackets; try again."
