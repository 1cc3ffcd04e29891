"""Merges as numbered batches: each can be withdrawn as a whole, and come back.

A revision belongs to the batch that first brought it. Every batch also remembers which stretches
of which chains it carried, so that withdrawing one leaves in force what another brought as well.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from evidencekit import canonical
from evidencekit.canonical import Json
from evidencekit.errors.store import UnknownBatch
from evidencekit.ids import AuthorId, RecordId, RevisionId
from evidencekit.store.connection import Database, Row
from evidencekit.store.stored import IN_FORCE

_COLUMNS = "number, bundle, sender, at, counts, withdrawn_at, reason"


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One merge."""

    number: int
    bundle: str
    sender: str
    at: str
    counts: Mapping[str, Json]
    withdrawn_at: str = ""
    reason: str = ""

    @property
    def is_withdrawn(self) -> bool:
        """Tell whether its revisions are out of force."""
        return self.withdrawn_at != ""


def open_batch(database: Database, bundle: str, sender: str, at: str) -> int:
    """Begin a merge and give its number."""
    with database.within():
        database.execute(
            "INSERT INTO batch (bundle, sender, at) VALUES (?, ?, ?)", (bundle, sender, at)
        )
        return int(database.value("SELECT last_insert_rowid()"))


def close(database: Database, number: int, counts: Mapping[str, Json]) -> None:
    """Keep what a merge did, in numbers."""
    with database.within():
        database.execute(
            "UPDATE batch SET counts = ? WHERE number = ?",
            (canonical.encode(counts).decode(), number),
        )


def get(database: Database, number: int) -> Batch:
    """Give a merge by its number."""
    row = database.row(f"SELECT {_COLUMNS} FROM batch WHERE number = ?", (number,))  # noqa: S608
    if row is None:
        raise UnknownBatch(number=number)
    return _batch(row)


def all_of(database: Database) -> list[Batch]:
    """Give every merge, the first one first."""
    rows = database.rows(f"SELECT {_COLUMNS} FROM batch ORDER BY number")  # noqa: S608
    return [_batch(row) for row in rows]


def withdraw(database: Database, number: int, at: str, reason: str) -> frozenset[RecordId]:
    """Put a merge's revisions out of force; give the records whose projections to refresh.

    What another merge still in force also carried passes to that one and stays.
    """
    if get(database, number).is_withdrawn:
        raise UnknownBatch(number=number)
    with database.within():
        touched = records_of(database, number)
        database.execute(
            "UPDATE batch SET withdrawn_at = ?, reason = ? WHERE number = ?", (at, reason, number)
        )
        database.execute(_REASSIGN, (number,))
    return touched


def bring_back(database: Database, number: int) -> frozenset[RecordId]:
    """Put a withdrawn merge in force again; give the records whose projections to refresh."""
    if not get(database, number).is_withdrawn:
        raise UnknownBatch(number=number)
    with database.within():
        database.execute(
            "UPDATE batch SET withdrawn_at = '', reason = '' WHERE number = ?", (number,)
        )
    return records_of(database, number)


def records_of(database: Database, number: int) -> frozenset[RecordId]:
    """Give the records that a merge brought revisions of."""
    rows = database.rows("SELECT DISTINCT record FROM revision WHERE batch = ?", (number,))
    return frozenset(RecordId(record) for (record,) in rows)


def revisions_of(database: Database, number: int) -> list[RevisionId]:
    """Give the revisions that belong to a merge, in order of arrival."""
    rows = database.rows("SELECT id FROM revision WHERE batch = ? ORDER BY position", (number,))
    return [RevisionId(name) for (name,) in rows]


def count_in_force(database: Database, number: int) -> int:
    """Count what a merge carried and what is in force, whichever merge first brought it."""
    found = database.value(
        f"SELECT count(*) FROM revision WHERE {IN_FORCE}"  # noqa: S608 - a constant of ours
        " AND EXISTS (SELECT 1 FROM batch_range g WHERE g.batch = ?"
        " AND g.author = revision.author AND revision.seq BETWEEN g.first AND g.last)",
        (number,),
    )
    return int(found)


def any_withdrawn(database: Database) -> bool:
    """Tell whether any merge is out of force."""
    return database.value("SELECT 1 FROM batch WHERE withdrawn_at <> '' LIMIT 1") is not None


def rehome(database: Database, ids: Sequence[RevisionId], number: int) -> None:
    """Give revisions to another merge: to the one that brought them again, or out of force."""
    with database.within():
        database.execute(
            "UPDATE revision SET batch = ? WHERE id IN (SELECT value FROM json_each(?))",
            (number, json.dumps(ids)),
        )


def keep_ranges(database: Database, number: int, carried: Iterable[tuple[AuthorId, int]]) -> None:
    """Remember which stretches of which chains a merge carried, what was held already included."""
    rows = []
    for author, links in groupby(sorted(set(carried)), key=lambda link: link[0]):
        # Neighbours on a chain differ from their rank by the same number.
        ranked = enumerate(seq for _, seq in links)
        for _, run in groupby(ranked, key=lambda pair: pair[1] - pair[0]):
            stretch = [seq for _, seq in run]
            rows.append((number, author, stretch[0], stretch[-1]))
    with database.within():
        database.executemany(
            "INSERT INTO batch_range (batch, author, first, last) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET last = max(last, excluded.last)",
            rows,
        )


# Only what the withdrawn batch itself carried passes on: what was moved into it by `rehome`, to be
# put out of force, stays out of force.
_REASSIGN = """
UPDATE revision SET batch = coalesce(
    (SELECT min(b.number) FROM batch b JOIN batch_range g ON g.batch = b.number
     WHERE b.withdrawn_at = '' AND g.author = revision.author
     AND revision.seq BETWEEN g.first AND g.last),
    batch)
WHERE batch = ?1 AND EXISTS (
    SELECT 1 FROM batch_range o WHERE o.batch = ?1 AND o.author = revision.author
    AND revision.seq BETWEEN o.first AND o.last)
"""


def _batch(row: Row) -> Batch:
    counts = canonical.decode_object(row[4].encode())
    return Batch(
        number=row[0], bundle=row[1], sender=row[2], at=row[3], counts=counts,
        withdrawn_at=row[5], reason=row[6],
    )  # fmt: skip
