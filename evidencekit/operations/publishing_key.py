"""The key of pseudonyms: the base's own, made once and kept in the store, or one that is shared."""

import secrets
from contextlib import suppress
from pathlib import Path

from evidencekit.errors.publishing import NotAKey
from evidencekit.operations import files
from evidencekit.operations.desk import Desk
from evidencekit.report.dataset.pseudonyms import KEY_BYTES
from evidencekit.store import vault

NAME = "publishing-key"
_HEAD = "evidencekit pseudonym key 1 "


def key_for(shared: Path | None, desk: Desk) -> bytes:
    """Give the key of a file, or the base's own, which the first publication makes (DESK)."""
    return read(shared) if shared else own(desk)


def own(desk: Desk) -> bytes:
    """Give the base's own key: it never leaves the store."""
    key = vault.get_secret(desk.database, NAME)
    if key is None:
        key = secrets.token_bytes(KEY_BYTES)
        vault.put_secret(desk.database, NAME, key)
    return key


def make(path: Path) -> None:
    """Write a new key to a file, for bases whose places and people are to be joined."""
    line = f"{_HEAD}{secrets.token_hex(KEY_BYTES)}\n"
    files.write_new(path, line.encode(), 0o600)


def read(path: Path) -> bytes:
    """Read a key; NotAKey when the file holds none."""
    content = files.read_small(path)
    with suppress(ValueError, UnicodeDecodeError):
        line = content.decode("ascii").strip()
        key = bytes.fromhex(line.removeprefix(_HEAD))
        if line.startswith(_HEAD) and len(key) == KEY_BYTES:
            return key
    raise NotAKey(path=str(path))
