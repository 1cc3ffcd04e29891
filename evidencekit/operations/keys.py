"""Keys of a workspace: another passphrase, another recovery code, the drill; and when each was."""

import hmac
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from evidencekit.crypto import passphrase as passphrases, recovery_code, slots
from evidencekit.crypto.passphrase import DEFAULT_COST, Cost
from evidencekit.errors.crypto import WrongRecoveryCode
from evidencekit.operations import remembering
from evidencekit.operations.desk import Desk
from evidencekit.operations.unlock import stretch_keys, stretch_recovery


class Done(StrEnum):
    """What is written down about keys; never a key."""

    PASSPHRASE = "passphrase changed"  # noqa: S105 - what was done, not what it is
    CODE = "recovery code replaced"
    DRILL = "recovery code proved"


def check_strong(passphrase: str) -> None:
    """Raise GuessablePassphrase unless a new passphrase is strong enough."""
    passphrases.check_strong(passphrase)


def change_passphrase(
    folder: Path, passphrase: str, new: str, cost: Cost = DEFAULT_COST
) -> None:  # fmt: skip
    """Replace the passphrase; the store is not rewritten and the recovery code stays."""
    check_strong(new)
    unlocked = stretch_keys(folder, passphrase)
    try:
        slots.change_passphrase(folder, unlocked, new, cost)
    finally:
        unlocked.wipe()


def new_recovery_code(folder: Path, passphrase: str, proposed: str = "") -> str:
    """Make another recovery code, or take the one proposed; the one before no longer works."""
    unlocked = stretch_keys(folder, passphrase)
    try:
        return slots.new_recovery_code(folder, unlocked, proposed)
    finally:
        unlocked.wipe()


def check_passphrase(folder: Path, passphrase: str) -> None:
    """Prove that the passphrase opens this workspace; WrongPassphrase when it does not."""
    stretch_keys(folder, passphrase).wipe()


def propose_code() -> str:
    """Give a code to write down; nothing opens with it before it was typed back."""
    return recovery_code.new_code()


def check_typed_back(proposed: str, typed: str) -> None:
    """Raise MistypedGroup or WrongRecoveryCode unless what was typed is the code proposed."""
    if not hmac.compare_digest(recovery_code.parse_code(proposed), recovery_code.parse_code(typed)):
        raise WrongRecoveryCode


def drill_recovery(folder: Path, code: str) -> None:
    """Prove that the recovery code opens this workspace; WrongRecoveryCode when it does not."""
    stretch_recovery(folder, code).wipe()


def note(desk: Desk, done: Done) -> None:
    """Write down that something was done to the keys, and when."""
    with desk.database.within():
        remembering.log(desk, done.value, "")


def last(desk: Desk) -> Mapping[Done, str]:
    """Give when each was last done, in UTC; what never was is not in it."""
    told = [each for each in remembering.log_entries(desk) if isinstance(each, Mapping)]
    names = set(Done)
    return {Done(str(e["what"])): str(e["at"]) for e in told if str(e.get("what")) in names}
