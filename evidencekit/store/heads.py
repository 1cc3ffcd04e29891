"""What stands of each record, walked through without its text, and the texts a few at a time."""

import json
from collections.abc import Iterator, Sequence

from evidencekit.ids import AuthorId, RecordId, RevisionId
from evidencekit.records.revision import Revision
from evidencekit.store.connection import Database
from evidencekit.store.stored import FROM, IN_FORCE, WHOLE, revision_of

Stands = tuple[RecordId, str, RevisionId, int, str, AuthorId, int]


def standing(database: Database) -> Iterator[Stands]:
    """Give (record, kind, head, heads, accepted, author, versions) of every record, in its order.

    Deleted ones too; the number of versions counts those in force.
    """
    # Walked in pieces: whoever reads may be called away between them, and come back.
    sql = (
        "SELECT record, kind, head, heads, accepted, author,"  # noqa: S608 - our columns
        f" (SELECT count(*) FROM revision r WHERE r.record = c.record AND {IN_FORCE})"
        " FROM current c ORDER BY number"
    )
    for row in database.each(sql):
        yield (
            RecordId(row[0]), row[1], RevisionId(row[2]), row[3], row[4], AuthorId(row[5]), row[6],
        )  # fmt: skip


def versions(database: Database, heads: Sequence[RevisionId]) -> dict[RevisionId, Revision]:
    """Give these versions with their texts, each checked by its digest."""
    sql = f"SELECT {WHOLE} {FROM} WHERE r.id IN (SELECT value FROM json_each(?))"  # noqa: S608 - our columns
    rows = database.rows(sql, (json.dumps(heads),))
    return {RevisionId(row[0]): revision_of(database, row) for row in rows}
