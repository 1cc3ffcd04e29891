"""Save what can still be read of a damaged store into a new one, revision by revision."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from evidencekit.errors.base import Damaged
from evidencekit.store import migrate, projections, stored
from evidencekit.store.connection import Database, Row

# What a workspace keeps beside the ledger, copied row by row, as far as it can be read.
_KEPT = (
    "batch", "batch_range", "erased", "checkpoint", "draft", "attachment", "attachment_chunk",
    "secret", "setting", "roster", "pin", "bundle", "set_aside",
)  # fmt: skip


def salvage(damaged: Path, target: Path, key: bytes, store_id: str) -> tuple[int, int]:
    """Copy every readable revision; give how many were saved and how many lost their text."""
    source = Database.open(damaged, key)
    try:
        saved = Database.create(target, key)
        try:
            migrate.lay_out(saved, store_id)
            with saved.transaction():
                for table in _KEPT:
                    _copy(source, saved, table)
                counts = _copy_ledger(source, saved)
                projections.rebuild(saved)
        finally:
            saved.close()
    finally:
        source.close()
    return counts


def _copy_ledger(source: Database, saved: Database) -> tuple[int, int]:
    kept = lost = 0
    for position in range(1, _last(source) + 1):
        try:
            found = stored.at(source, position)
            kept += found is not None
        except Damaged:
            # A header alone keeps its place on the chain, as after an erasure; its words are lost.
            found = _bare(source, position)
            lost += 1
        if found:
            stored.put(saved, [(position, *found)])
    return kept, lost


def _last(source: Database) -> int:
    """Give the last place of the ledger that either table or index still tells."""
    last = 0
    for query in ("SELECT max(position) FROM revision", "SELECT max(position) FROM content"):
        with suppress(Damaged):
            last = max(last, source.value(query) or 0)
    return last


def _bare(source: Database, position: int) -> stored.Held | None:
    with suppress(Damaged):
        return stored.bare_at(source, position)
    return None


def _copy(source: Database, saved: Database, table: str) -> None:
    for row in _rows(source, table):
        marks = ", ".join("?" * len(row))
        saved.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row)  # noqa: S608


def _rows(source: Database, table: str) -> Iterator[Row]:
    """Give the rows of a table up to the first that cannot be read."""
    with suppress(Damaged):
        yield from source.each(f"SELECT * FROM {table}")  # noqa: S608 - a name of ours
