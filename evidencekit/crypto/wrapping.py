"""Wrap the data key under a secret, and derive from it the keys that do the work.

AES-256-GCM wraps; HKDF-SHA256 separates every key by its own label, so that none can stand in for
another. Each slot has a salt of its own, so no wrapping key is ever used for two wrappings.
"""

import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from evidencekit.crypto.key_file import NONCE_BYTES, SALT_BYTES, KeyFile, Slot, SlotKind
from evidencekit.crypto.passphrase import Cost, stretch

DATA_KEY_BYTES = 32

_LABEL = b"evidencekit-keys-v1/"
_STORE = b"store"
_MAC = b"header-mac"


def new_data_key() -> bytearray:
    """Make the key that everything else hangs on."""
    return bytearray(secrets.token_bytes(DATA_KEY_BYTES))


def store_key(data_key: bytearray, store: str) -> bytes:
    """Derive the key of the encrypted store."""
    return _derived(bytes(data_key), store.encode(), _STORE)


def mac_of(file: KeyFile, data_key: bytearray) -> bytes:
    """Give the header MAC that belongs to a file."""
    return file.mac_with(_derived(bytes(data_key), file.store.encode(), _MAC))


def is_authentic(file: KeyFile, data_key: bytearray) -> bool:
    """Say whether a file is as the holder of its data key wrote it."""
    return hmac.compare_digest(file.mac, mac_of(file, data_key))


def new_slot(kind: SlotKind, cost: Cost | None) -> Slot:
    """Make a slot that wraps nothing yet, with a name, a salt and a nonce of its own."""
    return Slot(
        id=secrets.token_hex(8),
        kind=kind,
        cost=cost,
        salt=secrets.token_bytes(SALT_BYTES),
        nonce=secrets.token_bytes(NONCE_BYTES),
        wrapped=b"",
    )


def secret_of(slot: Slot, typed: str, kept: bytes = b"") -> bytes:
    """Stretch what was typed for a slot, and join it with what the device keeps."""
    if slot.cost is None:
        return kept
    return stretch(typed, slot.salt, slot.cost) + kept


def wrap(slot: Slot, store: str, secret: bytes, data_key: bytearray) -> bytes:
    """Seal the data key for one slot."""
    cipher = AESGCM(_wrapping_key(slot, secret))
    return cipher.encrypt(slot.nonce, bytes(data_key), slot.bound(store))


def unwrap(slot: Slot, store: str, secret: bytes) -> bytearray | None:
    """Open the data key with one slot; None when the secret is another one."""
    cipher = AESGCM(_wrapping_key(slot, secret))
    try:
        return bytearray(cipher.decrypt(slot.nonce, slot.wrapped, slot.bound(store)))
    except InvalidTag:
        return None


def _wrapping_key(slot: Slot, secret: bytes) -> bytes:
    return _derived(secret, slot.salt, b"slot/" + slot.kind.value.encode())


def _derived(key: bytes, salt: bytes, label: bytes) -> bytes:
    return HKDF(SHA256(), DATA_KEY_BYTES, salt, _LABEL + label).derive(key)
