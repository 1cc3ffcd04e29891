"""Save what can still be read of a damaged store into a new one, revision by revision."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from evidencekit import canonical
from evidencekit.errors.base import Damaged
from evidencekit.store import attachments, migrate, projections, stored
from evidencekit.store.connection import Database, Row

Found = TypeVar("Found")

# What a workspace keeps beside the ledger, copied row by row, as far as it can be read.
_KEPT = (
    "batch", "batch_range", "erased", "checkpoint", "draft", "secret", "setting", "roster", "pin",
    "bundle", "set_aside",
)  # fmt: skip
# Long texts with a digest beside them: (content, digest) by column.
_WITNESSED = {"draft": (3, 4), "set_aside": (4, 5)}


# The column that names a merge.
_BATCH = {"batch_range": 0, "bundle": 9}

_UNREAD: tuple[bool, stored.Held | None] = (False, None)
_NO_FILES: list[attachments.Attachment] = []


class _Source:
    """A damaged store. Once the cipher library has met a damaged page it reads no page at all.

    So the file is opened anew after each one; the damage then costs only what lay on its page.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self._path, self._key = path, key
        self._database = Database.open(path, key)

    def ask(self, question: Callable[[Database], Found], otherwise: Found) -> Found:
        """Give the answer, or the other one when damage stands in the way."""
        try:
            return question(self._database)
        except Damaged:
            self.close()
            self._database = Database.open(self._path, self._key)
            return otherwise

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def salvage(damaged: Path, target: Path, key: bytes, store_id: str) -> tuple[int, int]:
    """Copy every readable revision; give how many were saved and how many lost their text."""
    source = _Source(damaged, key)
    try:
        saved = Database.create(target, key)
        try:
            migrate.lay_out(saved, store_id)
            _copy_attachments(source, saved)  # each a transaction: one that fails leaves nothing
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


def _copy_ledger(source: _Source, saved: Database) -> tuple[int, int]:
    kept = lost = 0
    for position in range(1, _last(source) + 1):
        whole, found = source.ask(_whole(position), _UNREAD)
        if not whole:
            # A header alone keeps its place on the chain, as after an erasure; its words are lost.
            found = source.ask(_bare(position), None)
            lost += 1
        if found:
            _vouch(saved, found[1])
            stored.put(saved, [(position, *found)])
            kept += whole
    return kept, lost


def _whole(position: int) -> Callable[[Database], tuple[bool, stored.Held | None]]:
    return lambda database: (True, stored.at(database, position))


def _bare(position: int) -> Callable[[Database], stored.Held | None]:
    return lambda database: stored.bare_at(database, position)


def _last(source: _Source) -> int:
    """Give the last place of the ledger that either of its tables still tells."""
    return max(
        source.ask(_number("SELECT max(position) FROM revision"), 0),
        source.ask(_number("SELECT max(position) FROM content"), 0),
    )


def _number(query: str) -> Callable[[Database], int]:
    return lambda database: database.value(query) or 0


def _copy_attachments(source: _Source, saved: Database) -> None:
    """Copy the files that are whole; the others can be asked for again, by their digests."""
    for each in source.ask(attachments.all_of, _NO_FILES):
        source.ask(_keep(saved, each), None)


def _keep(saved: Database, each: attachments.Attachment) -> Callable[[Database], None]:
    return lambda database: attachments.keep_stream(
        saved, each.digest, each.size, each.media_type, attachments.read(database, each.digest)
    )


def _copy(source: _Source, saved: Database, table: str) -> None:
    rows: list[Row] = []
    source.ask(lambda database: rows.extend(database.each(f"SELECT * FROM {table}")), None)  # noqa: S608
    for row in rows:
        if _is_whole(table, row):
            _vouch(saved, row[_BATCH[table]] if table in _BATCH else None)
            marks = ", ".join("?" * len(row))
            saved.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row)  # noqa: S608


def _vouch(saved: Database, batch: int | None) -> None:
    """Keep the number of a merge whose own row was lost: its revisions are in force."""
    if batch is not None:
        saved.execute(
            "INSERT OR IGNORE INTO batch (number, bundle, sender, at) VALUES (?, '', '', '')",
            (batch,),
        )


def _is_whole(table: str, row: Row) -> bool:
    content, digest = _WITNESSED.get(table, (None, None))
    if content is None or digest is None:
        return True
    return bool(canonical.sha256(row[content]) == row[digest])
