"""The first steps with a file somebody gave us: its size, its envelope, its tag members.

The file is only ever read, and no path is made from anything it says.
"""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from evidencekit.bundle.hashing import CountedSource, Digest
from evidencekit.bundle.limits import FILE_BYTES, check_size
from evidencekit.bundle.tags import Tags, read_tags
from evidencekit.bundle.ustar import Reader
from evidencekit.crypto.envelope import EnvelopeReader
from evidencekit.crypto.keys import AgeIdentity
from evidencekit.errors.bundle import BundleUnreadable


@dataclass(frozen=True, slots=True)
class UntrustedBundle:
    """A plain file of a size that a bundle can have; nothing of it was read."""

    path: Path
    size: int

    @classmethod
    def at(cls, path: Path) -> "UntrustedBundle":
        """Look at a file without reading it."""
        with readable(path):
            found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise BundleUnreadable(path=str(path), why="not a file")
        check_size("file", found.st_size, FILE_BYTES)
        return cls(path, found.st_size)


@dataclass(frozen=True, slots=True)
class OpenedBundle:
    """A bundle that our key opens, its tag members read: still nobody's word for anything."""

    reader: Reader
    tags: Tags
    stanzas: int  # how many recipients the envelope is sealed for
    source: CountedSource

    @property
    def done(self) -> int:
        """Give how many bytes of the file were read."""
        return self.source.count


@contextmanager
def unsealed(
    untrusted: UntrustedBundle, identity: AgeIdentity, digest: Digest | None = None
) -> Iterator[OpenedBundle]:
    """Open the envelope and read the tag members; the rest is read through the reader."""
    with readable(untrusted.path), untrusted.path.open("rb", buffering=0) as file:
        source = CountedSource(file, digest)
        with EnvelopeReader(source, identity) as plain:
            reader = Reader(plain)
            yield OpenedBundle(reader, read_tags(reader), plain.recipients, source)


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turn a file that is gone or cannot be read into its refusal."""
    try:
        yield
    except OSError as error:
        raise BundleUnreadable(path=str(path), why=error.strerror or "it is gone") from error
