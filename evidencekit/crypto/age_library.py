"""The one place that loads pyrage, with the few of its calls that are used, typed.

It is loaded when first used: importing it at start would delay the first screen.
"""

from collections.abc import Sequence
from typing import Protocol, cast


class Readable(Protocol):
    """Anything bytes can be read from."""

    def read(self, size: int = -1, /) -> bytes:
        """Give at most so many bytes; none at the end."""
        ...


class Writable(Protocol):
    """Anything bytes can be written to."""

    def write(self, data: bytes, /) -> object:
        """Take all of these bytes."""
        ...


class Recipient(Protocol):
    """An X25519 public key as pyrage holds it; its text is age1…."""


class Identity(Protocol):
    """An X25519 private key as pyrage holds it; its text is AGE-SECRET-KEY-1…."""

    def to_public(self) -> Recipient:
        """Give the recipient that seals for this identity."""
        ...


class _Identities(Protocol):
    def generate(self) -> Identity: ...

    def from_str(self, text: str, /) -> Identity: ...


class _Recipients(Protocol):
    def from_str(self, text: str, /) -> Recipient: ...


class _X25519(Protocol):
    Identity: _Identities
    Recipient: _Recipients


class AgeLibrary(Protocol):
    """What of pyrage is used here."""

    x25519: _X25519
    IdentityError: type[Exception]
    RecipientError: type[Exception]
    EncryptError: type[Exception]
    DecryptError: type[Exception]

    def encrypt_io(
        self, source: Readable, target: Writable, recipients: Sequence[Recipient], /
    ) -> None:
        """Seal a stream."""
        ...

    def decrypt_io(
        self, source: Readable, target: Writable, identities: Sequence[Identity], /
    ) -> None:
        """Open a stream."""
        ...


def age_library() -> AgeLibrary:
    """Load pyrage."""
    import pyrage  # type: ignore[import-untyped]  # noqa: PLC0415 - late: see the module's promise

    return cast("AgeLibrary", pyrage)
