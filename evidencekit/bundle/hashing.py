"""SHA-512 in a thread of its own, so that hashing a file costs no time beside its ciphers.

Both let go of Python's lock while they work. Measured on 2 cores: sealing 500 MB takes a third
less time than with the digest in the same thread.
"""

import errno
import hashlib
import os
from concurrent.futures import Future, ThreadPoolExecutor
from io import FileIO
from types import TracebackType
from typing import Self

from evidencekit.bundle.limits import CHUNK_BYTES
from evidencekit.bundle.ustar import Source


class Sha512Lane:
    """A digest that is always at most one chunk behind."""

    def __init__(self) -> None:
        self._digest = hashlib.sha512()
        self._lane = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sha512")
        self._pending: Future[None] | None = None

    def update(self, chunk: bytes) -> None:
        """Take the next bytes."""
        self._settle()
        self._pending = self._lane.submit(self._digest.update, chunk)

    def hexdigest(self) -> str:
        """Give the digest of all bytes taken."""
        self._settle()
        return self._digest.hexdigest()

    def _settle(self) -> None:
        if self._pending is not None:
            self._pending.result()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: object, _trace: TracebackType | None
    ) -> None:
        self._lane.shutdown()


class CountedSource:
    """A source that is read in large chunks, counted, and hashed where a lane is given."""

    def __init__(self, source: Source, lane: Sha512Lane | None = None) -> None:
        self._source = source
        self._lane = lane
        self._rest = memoryview(b"")
        self.count = 0

    def read(self, size: int = -1, /) -> bytes:
        """Give at most so many bytes, none at the end."""
        if not self._rest:
            chunk = self._source.read(CHUNK_BYTES)
            if chunk and self._lane:
                self._lane.update(chunk)
            self.count += len(chunk)
            self._rest = memoryview(chunk)
        part = self._rest[:size] if size >= 0 else self._rest
        self._rest = self._rest[len(part) :]
        return bytes(part)


class HashedTarget:
    """A file that is written in large chunks and hashed as it is written."""

    def __init__(self, target: FileIO, lane: Sha512Lane) -> None:
        self._target = target
        self._lane = lane
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
        chunk = bytes(self._pending)
        self._pending.clear()
        if not chunk:
            return
        self._lane.update(chunk)
        rest = memoryview(chunk)
        while rest:
            taken = self._target.write(rest)
            if not taken:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            rest = rest[taken:]
