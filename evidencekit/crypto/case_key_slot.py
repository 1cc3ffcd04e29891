"""A key of its own for the case key: random, wrapped under a key that its owner holds.

The wrapped key stands in a small file apart. Without that file, and without the owner's key, what
it sealed can never be read: overwriting it is how the sealed list is destroyed.
"""

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from evidencekit import canonical
from evidencekit.canonical import Json
from evidencekit.errors.case_key import (
    CaseKeyDamaged,
    CaseKeyNotYours,
    CaseKeyTooNew,
    CaseKeyUnwritable,
)
from evidencekit.errors.values import NotCanonical

FORMAT, VERSION = "evidencekit-case-key", 1
KEY_BYTES = 32
MAX_BYTES = 4096

_LABEL = b"evidencekit-case-key-v1/slot"
_SALT, _NONCE, _WRAPPED = 32, 12, KEY_BYTES + 16
_HEX = re.compile(r"(?:[0-9a-f]{2})*")
_BYTES = {"salt": _SALT, "nonce": _NONCE, "wrapped": _WRAPPED}
_CREATE = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
)  # fmt: skip


def make(owner: str, secret: bytes) -> tuple[bytes, bytearray]:
    """Give a new key and the bytes of the file that wraps it."""
    key = bytearray(secrets.token_bytes(KEY_BYTES))
    salt, nonce = secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE)
    said = _said(owner, salt)
    wrapped = AESGCM(_derived(secret, salt)).encrypt(nonce, bytes(key), canonical.encode(said))
    return canonical.encode({**said, "nonce": nonce.hex(), "wrapped": wrapped.hex()}), key


def write(path: Path, content: bytes) -> None:
    """Write the file of a new key, whole and synced; a file that is there is never replaced."""
    try:
        handle = os.open(path, _CREATE, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise CaseKeyUnwritable(why=os.strerror(error.errno or 0)) from error


def read(path: Path, owner: str, secret: bytes) -> bytearray:
    """Give the key; refuse another's file, a later format and bytes nobody wrote."""
    found = _decoded(path)
    if found["owner"] != owner:
        raise CaseKeyNotYours(name=_name(path))
    salt, nonce, wrapped = (bytes.fromhex(str(found[name])) for name in _BYTES)
    said = canonical.encode(_said(owner, salt))
    try:
        return bytearray(AESGCM(_derived(secret, salt)).decrypt(nonce, wrapped, said))
    except InvalidTag as error:
        raise CaseKeyDamaged(name=_name(path)) from error


def wipe_file(path: Path) -> None:
    """Overwrite a file and remove it; one that is not there is no trouble.

    A disk may keep old blocks that no program can reach; without the key they are noise.
    """
    with suppress(FileNotFoundError):
        with path.open("r+b") as file:
            left = path.stat().st_size
            while left > 0:
                left -= file.write(bytes(min(left, 1 << 20)))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()


def _said(owner: str, salt: bytes) -> dict[str, Json]:
    return {"format": FORMAT, "owner": owner, "salt": salt.hex(), "version": VERSION}


def _derived(secret: bytes, salt: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt, _LABEL).derive(secret)


def _decoded(path: Path) -> dict[str, Json]:
    try:
        with path.open("rb") as file:
            found = canonical.decode_object(file.read(MAX_BYTES + 1))
    except (OSError, NotCanonical) as error:
        raise CaseKeyDamaged(name=_name(path)) from error
    if found.get("format") != FORMAT or not isinstance(found.get("version"), int):
        raise CaseKeyDamaged(name=_name(path))
    if found["version"] != VERSION:
        raise CaseKeyTooNew(name=_name(path))
    if set(found) != {"format", "owner", "version", *_BYTES} or not _is_shaped(found):
        raise CaseKeyDamaged(name=_name(path))
    return found


def _is_shaped(found: dict[str, Json]) -> bool:
    return all(
        isinstance(text := found[name], str)
        and len(text) == 2 * length
        and _HEX.fullmatch(text) is not None
        for name, length in _BYTES.items()
    )


def _name(path: Path) -> str:
    return path.parent.name
