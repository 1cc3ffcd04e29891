"""Seal and open age v1 files for X25519 recipients, a stream at a time, in bounded memory.

`seal_stream` and `open_stream` join two files. `EnvelopeWriter` and `EnvelopeReader` let the caller
push and pull instead: pyrage then runs in a thread of its own behind a channel that holds about
2 MiB, so no plain text is ever written to a disk on its way. What a reader gives before its end is
authentic piece by piece, but only the end says that nothing is missing.
"""

import weakref
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from evidencekit.crypto.age_header import read_header
from evidencekit.crypto.age_library import Identity, Readable, Writable
from evidencekit.crypto.age_stream import named_recipients, seal, unseal
from evidencekit.crypto.channel import Channel, Stopped, Work
from evidencekit.crypto.keys import AgeIdentity

_BLOCK = 256 * 1024
_BLOCKS_WAITING = 8
_CLOSED = "this envelope is closed"


def seal_stream(source: Readable, target: Writable, recipients: Sequence[str]) -> None:
    """Seal a whole stream for these age1… recipients."""
    seal(source, target, named_recipients(recipients))


def open_stream(source: Readable, target: Writable, identity: AgeIdentity) -> None:
    """Open a whole stream; what reached the target counts only when this returns."""
    unseal(read_header(source).raw, source, target, identity.handle)


class EnvelopeWriter:
    """Takes plain bytes and writes the sealed file; `close` finishes it, `abort` gives it up.

    The target is written to from the envelope's own thread, until `close` or `abort` returns.
    """

    def __init__(self, target: Writable, recipients: Sequence[str]) -> None:
        named = named_recipients(recipients)
        self._channel = Channel(_BLOCKS_WAITING)
        self._pending = bytearray()
        self._closed = False
        source = _Taking(self._channel)
        self._work = Work(lambda: seal(source, target, named), self._channel)
        weakref.finalize(self, self._channel.stop)

    def write(self, data: bytes | bytearray | memoryview) -> int:
        """Take bytes to seal; what went wrong while sealing earlier ones comes home here."""
        if self._closed:
            raise ValueError(_CLOSED)
        view = memoryview(data).cast("B")
        for at in range(0, len(view), _BLOCK):
            self._pending += view[at : at + _BLOCK]
            if len(self._pending) >= _BLOCK:
                self._hand_over()
        return len(view)

    def close(self) -> None:
        """Seal what is left and end the file; an earlier failure is raised again."""
        if not self._closed and self._pending:
            self._hand_over()
        self._closed = True
        self._channel.end()
        self._work.finish()

    def abort(self) -> None:
        """Stop; the unfinished file is for the caller to remove."""
        self._closed = True
        self._channel.stop()
        self._work.wait()

    def _hand_over(self) -> None:
        block = bytes(self._pending)
        self._pending.clear()
        try:
            self._channel.put(block)
        except Stopped:
            self._closed = True
            self._work.finish()
            raise ValueError(_CLOSED) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _error: object, _trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
        else:
            self.abort()


class EnvelopeReader:
    """Reads a sealed file and gives its plain bytes; refuses at once what is not for this reader.

    `read` gives nothing only at the end of a whole, unchanged file. The source is read from the
    envelope's own thread, until the end or `close`.
    """

    def __init__(self, source: Readable, identity: AgeIdentity) -> None:
        header = read_header(source)
        self.recipients = header.recipients
        self._channel = Channel(_BLOCKS_WAITING)
        self._block = memoryview(b"")
        self._done = False
        self._closed = False
        giving, handle = _Giving(self._channel), identity.handle
        self._work = Work(lambda: giving.fill(header.raw, source, handle), self._channel)
        weakref.finalize(self, self._channel.stop)
        self._next_block()

    def read(self, size: int = -1) -> bytes:
        """Give exactly so many plain bytes, fewer only at the end; all of them without a size."""
        if self._closed:
            raise ValueError(_CLOSED)
        parts: list[memoryview] = []
        wanted = size
        while wanted != 0 and (self._block or self._next_block()):
            part = self._block if size < 0 else self._block[:wanted]
            self._block = self._block[len(part) :]
            parts.append(part)
            wanted = wanted if size < 0 else wanted - len(part)
        return b"".join(parts)

    def close(self) -> None:
        """Stop reading; says nothing about what was not read."""
        self._closed = True
        self._block = memoryview(b"")
        self._channel.stop()
        self._work.wait()

    def _next_block(self) -> bool:
        if self._done:
            # A damaged file stays damaged: reading on must never look like its end.
            self._work.finish()
            return False
        try:
            self._block = memoryview(self._channel.take())
        except Stopped:
            self._done = True
            self._work.finish()
            raise ValueError(_CLOSED) from None
        if not self._block:
            self._done = True
            self._work.finish()
        return bool(self._block)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_what: object) -> None:
        self.close()


class _Taking:
    """The channel as a source: pieces of whatever size pyrage asks for."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._block = memoryview(b"")

    def read(self, size: int = -1, /) -> bytes:
        if not self._block:
            self._block = memoryview(self._channel.take())
        part = self._block if size < 0 else self._block[:size]
        self._block = self._block[len(part) :]
        return bytes(part)


class _Giving:
    """The channel as a target: pyrage writes 8 KiB at a time, the channel takes larger blocks."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._pending = bytearray()

    def write(self, data: bytes, /) -> int:
        self._pending += data
        if len(self._pending) >= _BLOCK:
            self._hand_over()
        return len(data)

    def fill(self, header: bytes, source: Readable, identity: Identity) -> None:
        unseal(header, source, self, identity)
        self._hand_over()

    def _hand_over(self) -> None:
        if self._pending:
            self._channel.put(bytes(self._pending))
            self._pending.clear()
