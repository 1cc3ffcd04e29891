"""How revisions lie in the tables: rows in, revisions out, each text checked by its digest."""

import json
from collections.abc import Iterator, Sequence

from evidencekit import canonical
from evidencekit.errors.store import StoreDamaged
from evidencekit.ids import RecordId, RevisionId
from evidencekit.records.revision import Header, Revision, body_digest
from evidencekit.store import attachments
from evidencekit.store.connection import Database, Row, Value

IN_FORCE = "(batch IS NULL OR batch NOT IN (SELECT number FROM batch WHERE withdrawn_at <> ''))"

_HEADER = "id, author, seq, prev, record, kind, parents, body, at, tz, written, reason"
WHOLE = ", ".join(f"r.{name}" for name in _HEADER.split(", ")) + ", c.salt, c.body"
FROM = "FROM revision r LEFT JOIN content c ON c.position = r.position"

Held = tuple[Revision, int | None]  # revision, batch
Placed = tuple[int, Revision, int | None]  # position, revision, batch


def put(database: Database, placed: Sequence[Placed]) -> None:
    """Write revisions to their places, as they are; whoever calls has checked them."""
    database.executemany(_INSERT, [_row_of(*each) for each in placed])
    kept = [(position, each) for position, each, _ in placed if each.content is not None]
    database.executemany(
        "INSERT INTO content (position, salt, body) VALUES (?, ?, ?)",
        [(position, each.salt, each.content) for position, each in kept],
    )
    attachments.keep_uses(database, kept)


def at(database: Database, position: int) -> Held | None:
    """Give the revision at a place and its batch, or None."""
    row = database.row(f"SELECT {WHOLE}, r.batch {FROM} WHERE r.position = ?", (position,))
    return None if row is None else (revision_of(database, row[:-1]), row[-1])


def bare_at(database: Database, position: int) -> Held | None:
    """Give the header at a place, as erasing would leave it, and its batch."""
    sql = f"SELECT {_HEADER}, batch FROM revision WHERE position = ?"  # noqa: S608 - our columns
    row = database.row(sql, (position,))
    if row is None:
        return None
    return Revision(id=row[0], header=header_of(row), salt=None, content=None), row[-1]


def with_digests(database: Database) -> Iterator[tuple[Revision, str | None]]:
    """Give every stored revision without its content, and the content's digest, for a check."""
    for row in database.each(f"SELECT {WHOLE} {FROM} ORDER BY r.position"):
        salt, content = row[-2:]
        digest = None if content is None else body_digest(salt, content)
        yield Revision(id=row[0], header=header_of(row), salt=None, content=None), digest


def placed_headers(
    database: Database, records: Sequence[RecordId]
) -> dict[RecordId, list[tuple[int, Revision]]]:
    """Give (position, revision without content) of these records' revisions in force."""
    sql = (
        f"SELECT position, {_HEADER} FROM revision"  # noqa: S608
        f" WHERE record IN (SELECT value FROM json_each(?)) AND {IN_FORCE}"
    )
    found: dict[RecordId, list[tuple[int, Revision]]] = {}
    for row in database.rows(sql, (json.dumps(records),)):
        revision = Revision(id=row[1], header=header_of(row[1:]), salt=None, content=None)
        found.setdefault(revision.header.record, []).append((row[0], revision))
    return found


def contents_at(database: Database, positions: Sequence[int]) -> dict[int, bytes]:
    """Give the contents at these positions; an erased one is missing. Damage is found here."""
    found: dict[int, bytes] = {}
    sql = (
        "SELECT c.position, c.salt, c.body, r.body FROM content c JOIN revision r"
        " ON r.position = c.position WHERE c.position IN (SELECT value FROM json_each(?))"
    )
    for position, salt, content, digest in database.rows(sql, (json.dumps(positions),)):
        _check_body(database, salt, content, digest)
        found[position] = content
    return found


def contents_of(database: Database, ids: Sequence[RevisionId]) -> dict[RevisionId, bytes]:
    """Give the contents of these revisions; an erased one is missing."""
    rows = database.rows(
        "SELECT position, id FROM revision WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    )
    held = contents_at(database, [position for position, _ in rows])
    return {RevisionId(name): held[position] for position, name in rows if position in held}


def _row_of(position: int, revision: Revision, batch: int | None) -> tuple[Value, ...]:
    header = revision.header
    parents = canonical.encode(header.parents).decode() if header.parents else "[]"
    return (
        position, revision.id, header.author, header.seq, header.prev, header.record, header.kind,
        parents, header.body, header.at, header.tz, header.written, header.reason, batch,
    )  # fmt: skip


def revision_of(database: Database, row: Row) -> Revision:
    """Give a stored row as a revision; a text that is not the one named is damage."""
    salt, content = row[-2:]
    if content is not None:
        _check_body(database, salt, content, row[7])
    return Revision(id=RevisionId(row[0]), header=header_of(row), salt=salt, content=content)


def header_of(row: Row) -> Header:
    """Give the header of a stored row."""
    parents = () if row[6] == "[]" else tuple(map(RevisionId, json.loads(row[6])))
    return Header(
        author=row[1], seq=row[2], prev=row[3], record=row[4], kind=row[5], parents=parents,
        body=row[7], at=row[8], tz=row[9], written=row[10], reason=row[11],
    )  # fmt: skip


def _check_body(database: Database, salt: bytes, content: bytes, digest: str) -> None:
    # The cipher library answers a damaged last page of a long text with zeros and no error, when
    # it is the last page a statement reads: the digest is the only witness.
    if body_digest(salt, content) != digest:
        raise StoreDamaged(name=database.path.name)


_INSERT = (
    "INSERT INTO revision (position, id, author, seq, prev, record, kind, parents, body, at,"
    " tz, written, reason, batch) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
