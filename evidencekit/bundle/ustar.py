"""A strict streaming ustar: regular files only, one way to write, nothing unexpected read.

The stock tar command reads what is written here, and what `tar --format=ustar` writes is read.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

from evidencekit.bundle.limits import CHUNK_BYTES, MEMBERS, TOTAL_BYTES, check_size
from evidencekit.bundle.ustar_header import BLOCK, MemberHead
from evidencekit.errors.bundle import (
    BundleTruncated,
    BytesBehindEnd,
    DuplicateMember,
    WrongContainer,
)

_END = bytes(2 * BLOCK)
_RECORD = 20 * BLOCK  # stock tar fills its last record of 10 KiB with zeros


class Source(Protocol):
    """Whatever bytes can be read from, in order."""

    def read(self, size: int, /) -> bytes:
        """Give at most `size` bytes; none at the end."""
        ...


class Target(Protocol):
    """Whatever bytes can be written to, in order."""

    def write(self, data: bytes, /) -> object:
        """Take all of the bytes."""
        ...


class Writer:
    """Writes members one after the other."""

    def __init__(self, target: Target) -> None:
        self._target = target

    def add(self, name: str, content: bytes) -> None:
        """Write a member that is at hand."""
        self.stream(name, len(content), (content,))

    def stream(self, name: str, size: int, chunks: Iterable[bytes]) -> None:
        """Write a member whose bytes come in chunks and add up to the size announced."""
        head = MemberHead(name, size)
        self._target.write(head.encode())
        written = 0
        for chunk in chunks:
            written += len(chunk)
            check_size("part", written, size)
            self._target.write(chunk)
        if written != size:
            raise BundleTruncated(where=name)
        self._target.write(bytes(head.padding))

    def finish(self) -> None:
        """Write the end: two blocks of zeros."""
        self._target.write(_END)


class Reader:
    """Reads members one after the other; each must be read to its end before the next."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._seen: set[str] = set()
        self._left = 0
        self._padding = 0
        self._total = 0
        self._position = 0

    def next(self) -> MemberHead | None:
        """Give the next member, or None at the end, once nothing is found behind it."""
        if self._left:
            raise WrongContainer(why="a part that was not read to its end")
        block = self._exactly(BLOCK, "between two parts")
        if not any(block):
            self._check_end()
            return None
        head = MemberHead.decode(block)
        if head.name in self._seen:
            raise DuplicateMember(part=head.name)
        self._seen.add(head.name)
        self._total += head.size
        check_size("number of parts", len(self._seen), MEMBERS)
        check_size("whole", self._total, TOTAL_BYTES)
        self._left, self._padding = head.size, head.padding
        if not head.size:
            self._end_member(head.name)
        return head

    def chunks(self, head: MemberHead) -> Iterator[bytes]:
        """Give the bytes of the member just announced, at most 1 MiB at a time."""
        while self._left:
            chunk = self._source.read(min(self._left, CHUNK_BYTES))
            if not chunk:
                raise BundleTruncated(where=head.name)
            self._left -= len(chunk)
            self._position += len(chunk)
            if not self._left:
                # Before the last chunk goes out: nobody takes a member whose end is wrong.
                self._end_member(head.name)
            yield chunk

    def whole(self, head: MemberHead, limit: int) -> bytes:
        """Give all bytes of a small member; its size is looked at first."""
        check_size(head.name, head.size, limit)
        return b"".join(self.chunks(head))

    def _end_member(self, name: str) -> None:
        if any(self._exactly(self._padding, name)):
            raise WrongContainer(why="something between two parts")

    def _check_end(self) -> None:
        if any(self._exactly(BLOCK, "at the end")):
            raise WrongContainer(why="a part behind the end")
        filling = -self._position % _RECORD
        rest = self._up_to(filling + 1)
        if any(rest) or len(rest) not in {0, filling}:
            raise BytesBehindEnd

    def _exactly(self, size: int, where: str) -> bytes:
        data = self._up_to(size)
        if len(data) != size:
            raise BundleTruncated(where=where)
        return data

    def _up_to(self, size: int) -> bytes:
        parts: list[bytes] = []
        while size:
            part = self._source.read(size)
            if not part:
                break
            parts.append(part)
            size -= len(part)
            self._position += len(part)
        return b"".join(parts)
