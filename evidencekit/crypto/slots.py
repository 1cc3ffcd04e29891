"""The ways into a workspace: passphrase, recovery code and, if wanted, this device with a PIN.

Every way in opens the same random data key, from which the store's key is derived; a new
passphrase therefore rewrites a few hundred bytes and never the store. For the same reason an old
copy of the key file still opens with its old passphrase: whoever has both has the notes.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from evidencekit.crypto import key_folder, wrapping
from evidencekit.crypto.device_secret import SECRET_BYTES, Keeper
from evidencekit.crypto.key_file import (
    MAX_DEVICES,
    KeyFile,
    Slot,
    SlotKind,
    is_store_id,
)
from evidencekit.crypto.passphrase import DEFAULT_COST, Cost, check_new
from evidencekit.crypto.recovery_code import CODE_BYTES, format_code, parse_code
from evidencekit.crypto.wiping import wipe
from evidencekit.errors.base import Refused
from evidencekit.errors.crypto import (
    DeviceSlotClosed,
    KeyFileDamaged,
    NoSuchSlot,
    TooManySlots,
    WrongPassphrase,
    WrongRecoveryCode,
)

LEAST_PIN = 6
_WIPED = "these keys were wiped"


class Health(StrEnum):
    """How the two copies of the key file were found."""

    WHOLE = "both copies are whole"
    REPAIRED = "a damaged or older copy was repaired"
    ONE_COPY = "only one copy is whole, and the other could not be repaired"


@dataclass(slots=True)
class Unlocked:
    """The keys of an open workspace; `wipe` it when the workspace is locked."""

    store_id: str
    opened_by: SlotKind
    health: Health
    _data_key: bytearray = field(repr=False)

    @property
    def data_key(self) -> bytearray:
        """Give the data key; ValueError once it is wiped."""
        if not any(self._data_key):
            raise ValueError(_WIPED)
        return self._data_key

    @property
    def store_key(self) -> bytes:
        """Derive the 32-byte key of the store: a copy that no wiping reaches, not to be kept."""
        return wrapping.store_key(self.data_key, self.store_id)

    def wipe(self) -> None:
        """Overwrite the data key, as far as Python allows (see `wiping`)."""
        wipe(self._data_key)


def create(
    folder: Path, store_id: str, passphrase: str, cost: Cost = DEFAULT_COST
) -> tuple[Unlocked, str]:
    """Make the keys of a new workspace; gives them open, with the recovery code to print once."""
    if not is_store_id(store_id):
        raise ValueError(store_id)
    check_new(passphrase)
    cost.check()
    key_folder.prepare(folder)
    data_key, code = wrapping.new_data_key(), secrets.token_bytes(CODE_BYTES)
    first = KeyFile(store=store_id, generation=1, slots=())
    slots = (
        _filled(wrapping.new_slot(SlotKind.PASSPHRASE, cost), first, data_key, passphrase),
        _filled(wrapping.new_slot(SlotKind.RECOVERY, None), first, data_key, kept=code),
    )
    key_folder.write(folder, _sealed(replace(first, slots=slots), data_key))
    return Unlocked(store_id, SlotKind.PASSPHRASE, Health.WHOLE, data_key), format_code(code)


def open_with_passphrase(folder: Path, passphrase: str) -> Unlocked:
    """Open a workspace with its passphrase."""
    return _open(
        folder, SlotKind.PASSPHRASE, WrongPassphrase,
        lambda slot: wrapping.secret_of(slot, passphrase),
    )  # fmt: skip


def open_with_recovery_code(folder: Path, code: str) -> Unlocked:
    """Open a workspace with its recovery code; a mistyped group is named."""
    secret = parse_code(code)
    return _open(folder, SlotKind.RECOVERY, WrongRecoveryCode, lambda _slot: secret)


def open_with_device(folder: Path, pin: str, keeper: Keeper) -> Unlocked:
    """Open a workspace with the secret this device keeps and its PIN."""
    store = key_folder.read(folder).readable[0].store

    def secret(slot: Slot) -> bytes | None:
        kept = keeper.find(_name(store, slot.id))
        return None if kept is None else wrapping.secret_of(slot, pin, kept)

    return _open(folder, SlotKind.DEVICE, DeviceSlotClosed, secret)


def change_passphrase(
    folder: Path, unlocked: Unlocked, new: str, cost: Cost = DEFAULT_COST
) -> None:
    """Let a new passphrase open the workspace instead of the old one; the store is not touched."""
    check_new(new)
    cost.check()
    slot = wrapping.new_slot(SlotKind.PASSPHRASE, cost)
    _exchange(folder, unlocked, SlotKind.PASSPHRASE, slot, typed=new)


def new_recovery_code(folder: Path, unlocked: Unlocked, proposed: str = "") -> str:
    """Let a new recovery code open the workspace instead of the old one; gives it to print.

    One that was `proposed`, written down and typed back, is taken as it is.
    """
    code = parse_code(proposed) if proposed else secrets.token_bytes(CODE_BYTES)
    slot = wrapping.new_slot(SlotKind.RECOVERY, None)
    _exchange(folder, unlocked, SlotKind.RECOVERY, slot, kept=code)
    return format_code(code)


def add_device_slot(
    folder: Path, unlocked: Unlocked, pin: str, keeper: Keeper, cost: Cost = DEFAULT_COST
) -> str:
    """Let this device open the workspace with a PIN, beside the passphrase; gives its slot id."""
    check_new(pin, least=LEAST_PIN)
    cost.check()
    file = _current(folder, unlocked)
    if len(file.of_kind(SlotKind.DEVICE)) >= MAX_DEVICES:
        raise TooManySlots(most=MAX_DEVICES)
    slot = wrapping.new_slot(SlotKind.DEVICE, cost)
    kept = secrets.token_bytes(SECRET_BYTES)
    keeper.keep(_name(file.store, slot.id), kept)
    try:
        filled = _filled(slot, file, unlocked.data_key, pin, kept)
        _write_next(folder, file, (*file.slots, filled), unlocked)
    except BaseException:
        keeper.forget(_name(file.store, slot.id))
        raise
    return slot.id


def remove_device_slot(folder: Path, unlocked: Unlocked, slot: str, keeper: Keeper) -> None:
    """Take a device's way in away; passphrase and recovery code always stay."""
    file = _current(folder, unlocked)
    left = tuple(s for s in file.slots if s.kind is not SlotKind.DEVICE or s.id != slot)
    if len(left) == len(file.slots):
        raise NoSuchSlot(slot=slot)
    _write_next(folder, file, left, unlocked)
    keeper.forget(_name(file.store, slot))


def devices(folder: Path) -> list[str]:
    """List the ids of the device slots, which need no key to be read."""
    return [slot.id for slot in key_folder.read(folder).readable[0].of_kind(SlotKind.DEVICE)]


def _open(
    folder: Path,
    kind: SlotKind,
    wrong: type[Refused],
    secret_for: Callable[[Slot], bytes | None],
) -> Unlocked:
    altered = False
    copies = key_folder.read(folder)
    for file in copies.readable:
        # An older copy, which an older passphrase may open, counts only when no newer one is whole.
        if file.generation < copies.generation and not altered:
            break
        data_key = _try_slots(file, kind, secret_for)
        if data_key is None:
            continue
        if wrapping.is_authentic(file, data_key):
            return Unlocked(file.store, kind, _health(folder, file), data_key)
        altered = True
    if altered:
        raise KeyFileDamaged(why="changed by somebody without the key")
    raise wrong


def _try_slots(
    file: KeyFile, kind: SlotKind, secret_for: Callable[[Slot], bytes | None]
) -> bytearray | None:
    for slot in file.of_kind(kind):
        secret = secret_for(slot)
        data_key = None if secret is None else wrapping.unwrap(slot, file.store, secret)
        if data_key is not None:
            return data_key
    return None


def _health(folder: Path, file: KeyFile) -> Health:
    if key_folder.is_whole(folder, file):
        return Health.WHOLE
    return Health.REPAIRED if key_folder.repair(folder, file) else Health.ONE_COPY


def _filled(
    slot: Slot, file: KeyFile, data_key: bytearray, typed: str = "", kept: bytes = b""
) -> Slot:
    secret = wrapping.secret_of(slot, typed, kept)
    return replace(slot, wrapped=wrapping.wrap(slot, file.store, secret, data_key))


def _sealed(file: KeyFile, data_key: bytearray) -> KeyFile:
    return replace(file, mac=wrapping.mac_of(file, data_key))


def _current(folder: Path, unlocked: Unlocked) -> KeyFile:
    """Give the newest authentic copy, numbered so that what is written next outranks them all."""
    copies = key_folder.read(folder)
    for file in copies.readable:
        if file.store == unlocked.store_id and wrapping.is_authentic(file, unlocked.data_key):
            return replace(file, generation=copies.generation)
    raise KeyFileDamaged(why="changed by somebody without the key")


def _exchange(
    folder: Path, unlocked: Unlocked, kind: SlotKind, slot: Slot, *, typed: str = "",
    kept: bytes = b"",
) -> None:  # fmt: skip
    file = _current(folder, unlocked)
    filled = _filled(slot, file, unlocked.data_key, typed, kept)
    others = (other for other in file.slots if other.kind is not kind)
    _write_next(folder, file, (filled, *others), unlocked)


def _write_next(folder: Path, file: KeyFile, slots: tuple[Slot, ...], unlocked: Unlocked) -> None:
    following = replace(file, generation=file.generation + 1, slots=slots)
    key_folder.write(folder, _sealed(following, unlocked.data_key))


def _name(store: str, slot: str) -> str:
    return f"{store}/{slot}"
