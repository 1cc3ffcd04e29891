"""Run pyrage over two streams and translate its failures into ours."""

import errno
import os
from collections.abc import Sequence

from evidencekit.crypto.age_header import MAX_RECIPIENTS
from evidencekit.crypto.age_library import Identity, Readable, Recipient, Writable, age_library
from evidencekit.crypto.keys import check_recipient
from evidencekit.errors.crypto import EnvelopeDamaged, NoRecipients, NotAddressedToYou

_NO_KEY_FITS = "No matching keys found"  # pyrage has one class for every failure to open


class Source:
    """A stream that starts with bytes read ahead and remembers its own failure.

    pyrage turns an exception raised by a stream into text; the exception itself is kept here.
    """

    def __init__(self, source: Readable, first: bytes = b"") -> None:
        self._source = source
        self._first = memoryview(first)
        self.failure: BaseException | None = None

    def read(self, size: int = -1, /) -> bytes:
        """Give what was read ahead, then what the stream gives."""
        if self._first:
            part = bytes(self._first[:size] if size >= 0 else self._first)
            self._first = self._first[len(part) :]
            return part
        try:
            return self._source.read(size)
        except BaseException as error:
            self.failure = error
            raise


class Target:
    """A stream that takes all it is given and remembers its own failure."""

    def __init__(self, target: Writable) -> None:
        self._target = target
        self.failure: BaseException | None = None

    def write(self, data: bytes, /) -> int:
        """Pass bytes on until the stream has taken them all, as a raw file may take a part."""
        try:
            self._write_all(data)
        except BaseException as error:
            self.failure = error
            raise
        return len(data)

    def _write_all(self, rest: bytes) -> None:
        while rest:
            taken = self._target.write(rest)
            if taken == 0:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            rest = rest[taken:] if isinstance(taken, int) else b""

    def flush(self) -> None:
        """Do nothing: when to write through is for the owner of the file to say."""


def named_recipients(texts: Sequence[str]) -> list[Recipient]:
    """Read age1… texts, each person once; NoRecipients or WrongRecipient if that cannot be."""
    once = list(dict.fromkeys(texts))
    if not 1 <= len(once) <= MAX_RECIPIENTS:
        raise NoRecipients(found=len(once), most=MAX_RECIPIENTS)
    for text in once:
        check_recipient(text)
    return [age_library().x25519.Recipient.from_str(text) for text in once]


def seal(source: Readable, target: Writable, recipients: Sequence[Recipient]) -> None:
    """Seal everything the source gives."""
    library = age_library()
    kept_source, kept_target = Source(source), Target(target)
    try:
        library.encrypt_io(kept_source, kept_target, recipients)
    except (library.EncryptError, OSError):
        _raise_first(kept_source.failure, kept_target.failure)
        raise
    # pyrage 1.4.0 keeps the last 8 KiB in a buffer and says nothing when the stream refuses them:
    # a full stick would look like a finished bundle.
    _raise_first(kept_target.failure)


def unseal(header: bytes, source: Readable, target: Writable, identity: Identity) -> None:
    """Open everything behind a header that was already taken from the source."""
    library = age_library()
    kept_source, kept_target = Source(source, header), Target(target)
    try:
        library.decrypt_io(kept_source, kept_target, [identity])
    except (library.DecryptError, OSError) as error:
        _raise_first(kept_source.failure, kept_target.failure)
        if str(error) == _NO_KEY_FITS:
            raise NotAddressedToYou from None
        raise EnvelopeDamaged from None
    _raise_first(kept_target.failure)
    # pyrage may stop at the last piece; nothing may lie behind it.
    if source.read(1):
        raise EnvelopeDamaged


def _raise_first(*failures: BaseException | None) -> None:
    """Raise a stream's own failure rather than what pyrage made of it."""
    for failure in failures:
        if failure is not None:
            raise failure
