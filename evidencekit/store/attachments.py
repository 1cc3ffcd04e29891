"""Attachments by digest, inside the encrypted store.

They lie in the store, not as sealed files beside it: one file to copy, to check, to lose or to
destroy. It costs speed (8 times a plain copy, where sealed files took 1.1), and only when one is
added: they are rare here, and lie in a table of their own that no list ever reads.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from evidencekit.errors.store import AttachmentAbsent, AttachmentMismatch, StoreDamaged
from evidencekit.ids import AttachmentId
from evidencekit.records.links import AttachmentRef, attachments_of
from evidencekit.records.revision import Revision
from evidencekit.store.connection import Database

CHUNK = 1 << 20
_HALF = "half:%"  # in the place of a digest while a file is on its way in


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file kept with the evidence; its name lives in the record that names it."""

    digest: AttachmentId
    size: int
    media_type: str


def keep_stream(
    database: Database, digest: AttachmentId, size: int, media_type: str, chunks: Iterable[bytes]
) -> None:
    """Keep a file's bytes as they come; other bytes than those named leave nothing behind.

    One held already is only checked, not kept twice.
    """
    with database.within():
        if has(database, digest):
            _drain(digest, size, chunks)
            return
        database.execute(
            "INSERT INTO attachment (digest, size, media_type) VALUES (?, ?, ?)",
            (digest, size, media_type),
        )
        number = database.value("SELECT last_insert_rowid()")
        for ordinal, data in enumerate(_checked(digest, size, _even(chunks))):
            database.execute(
                "INSERT INTO attachment_chunk (attachment, ordinal, data) VALUES (?, ?, ?)",
                (number, ordinal, data),
            )


def begin(database: Database, size: int, media_type: str) -> int:
    """Make room for a file that comes slice by slice; nobody finds it before `finish`."""
    with database.within():
        database.execute(
            "INSERT INTO attachment (digest, size, media_type)"
            " VALUES ('half:' || hex(randomblob(16)), ?, ?)",
            (size, media_type),
        )
        return int(str(database.value("SELECT last_insert_rowid()")))


def append(database: Database, number: int, ordinal: int, data: bytes) -> None:
    """Take the next slice of a file, from this piece on."""
    with database.within():
        database.executemany(
            "INSERT INTO attachment_chunk (attachment, ordinal, data) VALUES (?, ?, ?)",
            [(number, ordinal + n, piece) for n, piece in enumerate(_even((data,)))],
        )


def finish(database: Database, number: int, digest: AttachmentId) -> None:
    """Give a file that is wholly in the name of its bytes, by which it is found from now on."""
    with database.within():
        database.execute("UPDATE attachment SET digest = ? WHERE number = ?", (digest, number))


def drop_half(database: Database, number: int) -> None:
    """Take out what came of a file that is not wholly in."""
    with database.within():
        database.execute(
            "DELETE FROM attachment WHERE number = ? AND digest LIKE ?", (number, _HALF)
        )


def drop_halves(database: Database) -> int:
    """Take out every file that was never finished; give how many."""
    count = int(
        str(database.value("SELECT count(*) FROM attachment WHERE digest LIKE ?", (_HALF,)))
    )
    if count:
        with database.within():
            database.execute("DELETE FROM attachment WHERE digest LIKE ?", (_HALF,))
    return count


def loose(database: Database) -> list[AttachmentId]:
    """Give the files that no revision names."""
    rows = database.rows(
        "SELECT digest FROM attachment a WHERE digest NOT LIKE ? AND NOT EXISTS"
        " (SELECT 1 FROM attachment_use u WHERE u.digest = a.digest) ORDER BY digest",
        (_HALF,),
    )
    return [AttachmentId(digest) for (digest,) in rows]


def read(database: Database, digest: AttachmentId) -> Iterator[bytes]:
    """Give a file's bytes in pieces of at most 1 MiB; damage is told at the last one."""
    row = database.row("SELECT number, size FROM attachment WHERE digest = ?", (digest,))
    if row is None:
        raise AttachmentAbsent(digest=digest)
    chunks = database.each(
        "SELECT data FROM attachment_chunk WHERE attachment = ? ORDER BY ordinal", (row[0],)
    )
    try:
        yield from _checked(digest, row[1], (data for (data,) in chunks))
    except AttachmentMismatch as error:
        raise StoreDamaged(name=database.path.name) from error


def piece(database: Database, digest: AttachmentId, ordinal: int) -> bytes:
    """Give one piece of a file, counted from 0, and nothing behind the last; the reader checks."""
    found = database.value(
        "SELECT c.data FROM attachment_chunk c JOIN attachment a ON a.number = c.attachment"
        " WHERE a.digest = ? AND c.ordinal = ?",
        (digest, ordinal),
    )
    return b"" if found is None else bytes(found)


def get(database: Database, digest: AttachmentId) -> Attachment | None:
    """Give what is known of a file that is held, or None."""
    row = database.row(
        "SELECT digest, size, media_type FROM attachment WHERE digest = ?", (digest,)
    )
    return None if row is None else Attachment(digest=row[0], size=row[1], media_type=row[2])


def has(database: Database, digest: AttachmentId) -> bool:
    """Tell whether a file is held."""
    return get(database, digest) is not None


def all_of(database: Database) -> list[Attachment]:
    """Give every file held, by digest."""
    rows = database.rows(
        "SELECT digest, size, media_type FROM attachment WHERE digest NOT LIKE ? ORDER BY digest",
        (_HALF,),
    )
    return [Attachment(digest=row[0], size=row[1], media_type=row[2]) for row in rows]


def missing(database: Database) -> list[AttachmentId]:
    """Give the files that revisions name and that are not held."""
    rows = database.rows(
        "SELECT DISTINCT digest FROM attachment_use u WHERE NOT EXISTS"
        " (SELECT 1 FROM attachment a WHERE a.digest = u.digest) ORDER BY digest"
    )
    return [AttachmentId(digest) for (digest,) in rows]


def used_at(database: Database, position: int) -> list[AttachmentId]:
    """Give the files that the revision at a position names."""
    rows = database.rows("SELECT digest FROM attachment_use WHERE position = ?", (position,))
    return [AttachmentId(digest) for (digest,) in rows]


def keep_uses(database: Database, placed: Sequence[tuple[int, Revision]]) -> None:
    """Remember which files new revisions name."""
    uses = {
        (each.digest, position)
        for position, revision in placed
        if revision.content and b'"digest":' in revision.content
        for each in _named(revision)
    }
    database.executemany(
        "INSERT INTO attachment_use (digest, position) VALUES (?, ?)", sorted(uses)
    )


def drop_unused(database: Database, digests: Iterable[AttachmentId]) -> None:
    """Destroy those of these files that no revision names any longer."""
    with database.within():
        database.executemany(
            "DELETE FROM attachment WHERE digest = ? AND NOT EXISTS"
            " (SELECT 1 FROM attachment_use u WHERE u.digest = attachment.digest)",
            [(digest,) for digest in digests],
        )


def _named(revision: Revision) -> Iterable[AttachmentRef]:
    return attachments_of(revision.header.kind, revision.body.fields)


def _even(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Cut any pieces into pieces of 1 MiB."""
    held = bytearray()
    for data in chunks:
        held += data
        while len(held) >= CHUNK:
            yield bytes(held[:CHUNK])
            del held[:CHUNK]
    if held:
        yield bytes(held)


def _checked(digest: AttachmentId, size: int, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Pass pieces on; raise AttachmentMismatch when together they are not what was named."""
    hashed, passed = hashlib.sha512(), 0
    for data in chunks:
        hashed.update(data)
        passed += len(data)
        if passed > size:
            break
        yield data
    if passed != size or hashed.hexdigest() != digest:
        raise AttachmentMismatch(digest=digest)


def _drain(digest: AttachmentId, size: int, chunks: Iterable[bytes]) -> None:
    for _ in _checked(digest, size, chunks):
        pass
