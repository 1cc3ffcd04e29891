"""A key file, and the hand of somebody who changes it and puts the checksum right."""

import hashlib
from typing import Any

from evidencekit import canonical
from evidencekit.crypto.key_file import KeyFile, Slot, SlotKind
from evidencekit.crypto.passphrase import DEFAULT_COST


def slot(kind: SlotKind, number: int) -> Slot:
    return Slot(
        id=f"{number:016x}",
        kind=kind,
        cost=None if kind is SlotKind.RECOVERY else DEFAULT_COST,
        salt=bytes([number]) * 16,
        nonce=bytes([number]) * 12,
        wrapped=bytes([number]) * 48,
    )


PASSPHRASE = slot(SlotKind.PASSPHRASE, 1)
RECOVERY = slot(SlotKind.RECOVERY, 2)
FILE = KeyFile(store="0190a3c2-7f", generation=7, slots=(PASSPHRASE, RECOVERY), mac=b"\x09" * 32)


def resealed(said: dict[str, Any]) -> bytes:
    """Spell a changed file with the right checksum, as somebody who changes it on purpose would."""
    said = {key: value for key, value in said.items() if key != "check"}
    return canonical.encode({**said, "check": hashlib.sha256(canonical.encode(said)).hexdigest()})
