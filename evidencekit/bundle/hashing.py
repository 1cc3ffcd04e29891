"""Count and hash a file while it is read or written.

The envelope reads and writes files in a thread of its own, so this digest is made beside the
digests of the payload. A third thread for it was measured: on two cores it gained nothing.
"""

import errno
import hashlib
import os
from io import FileIO
from typing import Protocol

from evidencekit.bundle.limits import CHUNK_BYTES
from evidencekit.bundle.ustar import Source


class Digest(Protocol):
    """A hash that takes bytes as they come."""

    def update(self, data: bytes, /) -> None:
        """Take the next bytes."""
        ...


class CountedSource:
    """A source that is read in large chunks, counted, and hashed where a digest is given."""

    def __init__(self, source: Source, digest: Digest | None = None) -> None:
        self._source = source
        self._digest = digest
        self._rest = memoryview(b"")
        self.count = 0

    def read(self, size: int = -1, /) -> bytes:
        """Give at most so many bytes, none at the end."""
        if not self._rest:
            chunk = self._source.read(CHUNK_BYTES)
            if self._digest is not None:
                self._digest.update(chunk)
            self.count += len(chunk)
            self._rest = memoryview(chunk)
        part = self._rest[:size] if size >= 0 else self._rest
        self._rest = self._rest[len(part) :]
        return bytes(part)


class HashedTarget:
    """A file that is written in large chunks and hashed as it is written."""

    def __init__(self, target: FileIO) -> None:
        self._target = target
        self._digest = hashlib.sha512()
        self._pending = bytearray()
        self.count = 0

    def write(self, data: bytes, /) -> int:
        """Take all of the bytes."""
        self._pending += data
        self.count += len(data)
        if len(self._pending) >= CHUNK_BYTES:
            self.flush()
        return len(data)

    def flush(self) -> None:
        """Pass on what was held back."""
        rest = memoryview(bytes(self._pending))
        self._pending.clear()
        self._digest.update(rest)
        while rest:
            taken = self._target.write(rest)
            if not taken:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            rest = rest[taken:]

    @property
    def sha512(self) -> str:
        """Give the SHA-512 of everything passed on, as hex."""
        return self._digest.hexdigest()
