"""Keys of a workspace: another passphrase, another recovery code, the drill."""

from pathlib import Path

from evidencekit.crypto import slots
from evidencekit.crypto.passphrase import DEFAULT_COST, Cost
from evidencekit.operations.unlock import stretch_keys, stretch_recovery


def change_passphrase(
    folder: Path, passphrase: str, new: str, cost: Cost = DEFAULT_COST
) -> None:  # fmt: skip
    """Replace the passphrase; the store is not rewritten and the recovery code stays."""
    unlocked = stretch_keys(folder, passphrase)
    slots.change_passphrase(folder, unlocked, new, cost)
    unlocked.wipe()


def new_recovery_code(folder: Path, passphrase: str) -> str:
    """Make another recovery code; the one before no longer works."""
    unlocked = stretch_keys(folder, passphrase)
    code = slots.new_recovery_code(folder, unlocked)
    unlocked.wipe()
    return code


def drill_recovery(folder: Path, code: str) -> None:
    """Prove that the recovery code opens this workspace; WrongRecoveryCode when it does not."""
    stretch_recovery(folder, code).wipe()
