"""Where each version of a record came from: its place in the ledger, and its merge."""

from dataclasses import dataclass

from evidencekit.ids import RecordId, RevisionId
from evidencekit.store.connection import Database


@dataclass(frozen=True, slots=True)
class Arrival:
    """The place of a version in this ledger; no merge for what was written here."""

    position: int
    batch: int | None


def arrivals(database: Database, record: RecordId) -> dict[RevisionId, Arrival]:
    """Give where every stored version of a record came from, withdrawn merges included."""
    rows = database.rows("SELECT id, position, batch FROM revision WHERE record = ?", (record,))
    return {RevisionId(name): Arrival(position, batch) for name, position, batch in rows}
