"""The words about keys, passphrases, signatures and envelopes."""

import pytest

from evidencekit.errors.base import Planned
from evidencekit.errors.crypto import (
    DeviceSlotClosed,
    EnvelopeDamaged,
    KeyFileDamaged,
    KeyFileNotRead,
    KeyFileNotWritten,
    KeyringUnavailable,
    MistypedGroup,
    WrongNumberOfGroups,
    WrongPassphrase,
    WrongRecoveryCode,
)


def test_the_codes_that_scripts_rely_on_stay() -> None:
    assert WrongPassphrase.code == "unlock.wrong-passphrase"
    assert WrongRecoveryCode.code == "unlock.wrong-recovery-code"


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (WrongPassphrase, 3), (WrongRecoveryCode, 3), (MistypedGroup, 3),
        (WrongNumberOfGroups, 3), (DeviceSlotClosed, 3), (KeyFileDamaged, 4),
        (EnvelopeDamaged, 4), (KeyFileNotRead, 5), (KeyFileNotWritten, 5),
        (KeyringUnavailable, 5),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else str(value),
)  # fmt: skip
def test_each_refusal_ends_a_command_as_the_table_of_exits_says(
    kind: type[Planned], status: int
) -> None:
    assert kind.exit_status == status


def test_a_mistyped_group_is_named_twice() -> None:
    refusal = MistypedGroup(group=3)
    assert "Group 3" in refusal.what_happened
    assert "group 3" in refusal.what_to_do


def test_damaged_keys_say_what_is_safe_and_what_to_do() -> None:
    words = KeyFileDamaged(why="too long").words
    assert "The notes themselves were not touched" in words
    assert "restore the newest backup" in words
