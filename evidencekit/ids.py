"""The only source of new names, salts and nonces, so that tests can predict them."""

import hashlib
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import NewType, Protocol

RecordId = NewType("RecordId", str)  # UUID, version 7 layout (RFC 9562), given at creation
RevisionId = NewType("RevisionId", str)  # SHA-256 of the canonical header, 64 hex digits
AuthorId = NewType("AuthorId", str)  # one person on one workspace, 10 Crockford base-32 characters
BundleId = NewType("BundleId", str)  # UUID
AttachmentId = NewType("AttachmentId", str)  # SHA-512 of the bytes, 128 hex digits
TeamId = NewType("TeamId", str)  # one inspection's team, 6 Crockford base-32 characters
FrameworkId = NewType("FrameworkId", str)  # "macp-2012"

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SALT_BYTES = 16


class IdMaker(Protocol):
    """Makes names that nobody else has."""

    def uuid(self) -> str:
        """Give a new UUID, later ones sorting after earlier ones."""
        ...

    def code(self, length: int) -> str:
        """Give a new code of Crockford base-32 characters."""
        ...

    def salt(self) -> bytes:
        """Give 16 bytes for one body."""
        ...


def _uuid7(milliseconds: int, randomness: bytes) -> str:
    value = (milliseconds & (1 << 48) - 1) << 80 | int.from_bytes(randomness[:10], "big")
    value = value & ~(0xF << 76) | 7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


@dataclass(frozen=True, slots=True)
class SystemIds:
    """Names from the machine's own randomness."""

    def uuid(self) -> str:
        """Give a time-ordered UUID (RFC 9562, version 7)."""
        return _uuid7(time.time_ns() // 1_000_000, secrets.token_bytes(10))

    def code(self, length: int) -> str:
        """Give a random code; 10 characters are 50 bits."""
        return "".join(secrets.choice(CROCKFORD) for _ in range(length))

    def salt(self) -> bytes:
        """Give 16 random bytes."""
        return secrets.token_bytes(SALT_BYTES)


class SeededIds:
    """The same names for the same seed: for tests and invented data only."""

    def __init__(self, seed: str, milliseconds: Callable[[], int] | None = None) -> None:
        self._seed = seed.encode()
        self._count = 0
        self._milliseconds = milliseconds

    def _bytes(self, length: int) -> bytes:
        self._count += 1
        return hashlib.shake_256(self._seed + self._count.to_bytes(8, "big")).digest(length)

    def uuid(self) -> str:
        """Give the seed's next UUID."""
        at = self._count + 1 if self._milliseconds is None else self._milliseconds()
        return _uuid7(at, self._bytes(10))

    def code(self, length: int) -> str:
        """Give the seed's next code."""
        return "".join(CROCKFORD[byte % 32] for byte in self._bytes(length))

    def salt(self) -> bytes:
        """Give the seed's next salt."""
        return self._bytes(SALT_BYTES)
