"""What keys.json says, and the strict reading of it (format.md §1).

A checksum tells a damaged copy from a wrong passphrase before any key is known. It proves nothing
against a person who changes the file on purpose: the header MAC does, once the file is open.
"""

import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from evidencekit import canonical
from evidencekit.canonical import Json
from evidencekit.crypto.passphrase import Cost
from evidencekit.errors.crypto import CostOutOfBounds, KeyFileDamaged, KeyFileTooNew
from evidencekit.errors.values import NotCanonical

FORMAT = "evidencekit-keys"
VERSION = 1
MAX_BYTES = 64 * 1024
MAX_DEVICES = 8

SALT_BYTES = 16
NONCE_BYTES = 12
WRAPPED_BYTES = 32 + 16
MAC_BYTES = 32

_MOST_GENERATIONS = 10**9
_STORE_ID = re.compile(r"[A-Za-z0-9-]{1,64}")
_SLOT_ID = re.compile(r"[0-9a-f]{16}")
_HEX = re.compile(r"(?:[0-9a-f]{2})*")
_FILE_KEYS = {"check", "format", "generation", "mac", "slots", "store", "version"}
_SLOT_KEYS = {"id", "kdf", "kind", "nonce", "salt", "wrapped"}
_ARGON2ID = "argon2id"
_HKDF = "hkdf-sha256"


class SlotKind(StrEnum):
    """The ways in."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a way in
    RECOVERY = "recovery"
    DEVICE = "device"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One way in: the data key, wrapped under what one secret stretches to."""

    id: str
    kind: SlotKind
    cost: Cost | None  # none for the recovery code: 128 random bits need no stretching
    salt: bytes = field(repr=False)
    nonce: bytes = field(repr=False)
    wrapped: bytes = field(repr=False)

    def bound(self, store: str) -> bytes:
        """Give what the wrapping is bound to: everything but the nonce and the wrapped key."""
        said = {key: value for key, value in _slot(self).items() if key not in {"nonce", "wrapped"}}
        return canonical.encode({"format": FORMAT, "slot": said, "store": store})


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFile:
    """One generation of the key file."""

    store: str
    generation: int
    slots: tuple[Slot, ...]
    mac: bytes = field(default=b"", repr=False)

    def of_kind(self, kind: SlotKind) -> tuple[Slot, ...]:
        """Give the slots of one kind."""
        return tuple(slot for slot in self.slots if slot.kind is kind)

    def mac_with(self, key: bytes) -> bytes:
        """Give the MAC of everything this file says."""
        return hmac.digest(key, canonical.encode(_said(self)), "sha256")


def encode(file: KeyFile) -> bytes:
    """Spell a key file, with its checksum."""
    said: dict[str, Json] = {**_said(file), "mac": file.mac.hex()}
    return canonical.encode({**said, "check": _check(said)})


def decode(untrusted: bytes) -> KeyFile:
    """Read a key file; KeyFileDamaged for anything but the one spelling of a whole one."""
    if len(untrusted) > MAX_BYTES:
        raise KeyFileDamaged(why="too long")
    try:
        said = canonical.decode_object(untrusted)
    except NotCanonical as error:
        raise KeyFileDamaged(why="not in the agreed spelling") from error
    _check_version(said)
    _exactly(said, _FILE_KEYS)
    if said.pop("check") != _check(said):
        raise KeyFileDamaged(why="the checksum differs")
    return _read(said)


def is_store_id(text: str) -> bool:
    """Say whether this can name a store."""
    return _STORE_ID.fullmatch(text) is not None


def _said(file: KeyFile) -> dict[str, Json]:
    return {
        "format": FORMAT,
        "generation": file.generation,
        "slots": [_slot(slot) for slot in file.slots],
        "store": file.store,
        "version": VERSION,
    }


def _slot(slot: Slot) -> dict[str, Json]:
    return {
        "id": slot.id,
        "kdf": _kdf(slot.cost),
        "kind": slot.kind.value,
        "nonce": slot.nonce.hex(),
        "salt": slot.salt.hex(),
        "wrapped": slot.wrapped.hex(),
    }


def _kdf(cost: Cost | None) -> dict[str, Json]:
    if cost is None:
        return {"name": _HKDF}
    return {
        "lanes": cost.lanes,
        "memory_kib": cost.memory_kib,
        "name": _ARGON2ID,
        "passes": cost.passes,
    }


def _check(said: Mapping[str, Json]) -> str:
    return hashlib.sha256(canonical.encode(said)).hexdigest()


def _check_version(said: Mapping[str, Json]) -> None:
    if said.get("format") != FORMAT:
        raise KeyFileDamaged(why="not a key file")
    version = said.get("version")
    if isinstance(version, int) and version > VERSION:
        raise KeyFileTooNew(found=version, known=VERSION)
    if version is not True and version == VERSION:
        return
    raise KeyFileDamaged(why="no version")


def _read(said: Mapping[str, Json]) -> KeyFile:
    store, slots = said["store"], said["slots"]
    if not isinstance(store, str) or not is_store_id(store):
        raise KeyFileDamaged(why="no name of a store")
    if not isinstance(slots, list):
        raise KeyFileDamaged(why="no list of ways in")
    file = KeyFile(
        store=store,
        generation=_number(said["generation"], _MOST_GENERATIONS),
        slots=tuple(_read_slot(slot) for slot in slots),
        mac=_bytes(said["mac"], MAC_BYTES),
    )
    _check_slots(file)
    return file


def _check_slots(file: KeyFile) -> None:
    one_each = all(
        len(file.of_kind(kind)) == 1 for kind in (SlotKind.PASSPHRASE, SlotKind.RECOVERY)
    )
    several = len({slot.id for slot in file.slots}) == len(file.slots)
    if not (one_each and several and len(file.of_kind(SlotKind.DEVICE)) <= MAX_DEVICES):
        raise KeyFileDamaged(why="ways in that do not belong together")


def _read_slot(said: Json) -> Slot:
    if not isinstance(said, dict):
        raise KeyFileDamaged(why="a way in without form")
    _exactly(said, _SLOT_KEYS)
    name, kind = said["id"], said["kind"]
    if not isinstance(name, str) or not _SLOT_ID.fullmatch(name):
        raise KeyFileDamaged(why="a way in without name")
    if kind not in list(SlotKind):  # a list, because what was read may not be hashable
        raise KeyFileDamaged(why="an unknown way in")
    return Slot(
        id=name,
        kind=SlotKind(str(kind)),
        cost=_read_kdf(said["kdf"], SlotKind(str(kind))),
        salt=_bytes(said["salt"], SALT_BYTES),
        nonce=_bytes(said["nonce"], NONCE_BYTES),
        wrapped=_bytes(said["wrapped"], WRAPPED_BYTES),
    )


def _read_kdf(said: Json, kind: SlotKind) -> Cost | None:
    if not isinstance(said, dict):
        raise KeyFileDamaged(why="a cost without form")
    if kind is SlotKind.RECOVERY:
        if said != _kdf(None):
            raise KeyFileDamaged(why="a recovery code stretched another way")
        return None
    _exactly(said, {"lanes", "memory_kib", "name", "passes"})
    if said["name"] != _ARGON2ID:
        raise KeyFileDamaged(why="a passphrase stretched another way")
    numbers = [_number(said[key], 2**32) for key in ("memory_kib", "passes", "lanes")]
    cost = Cost(*numbers)
    try:
        # Before use: a changed file must not make this machine fill its memory or try for days.
        cost.check()
    except CostOutOfBounds as error:
        raise KeyFileDamaged(why="a cost out of bounds") from error
    return cost


def _exactly(said: Mapping[str, Json], keys: set[str]) -> None:
    if set(said) != keys:
        raise KeyFileDamaged(why="entries that are missing or unknown")


def _number(said: Json, most: int) -> int:
    if isinstance(said, bool) or not isinstance(said, int) or not 1 <= said <= most:
        raise KeyFileDamaged(why="a number out of bounds")
    return said


def _bytes(said: Json, length: int) -> bytes:
    if not isinstance(said, str) or not _HEX.fullmatch(said) or len(said) != 2 * length:
        raise KeyFileDamaged(why="bytes of the wrong form")
    return bytes.fromhex(said)
