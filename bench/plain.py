"""The yardstick: plain SQLite with the same durability, bare or with the very rows we write."""

import sqlite3
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from sqlcipher3 import dbapi2 as driver

from evidencekit.store.connection import Database

Written = list[tuple[str, list[Sequence[object]]]]


def database(path: Path) -> sqlite3.Connection:
    """Open a plain database with TRUNCATE and EXTRA, one row a note, and an index of words."""
    found = sqlite3.connect(path, isolation_level=None)
    found.execute("PRAGMA journal_mode=TRUNCATE")
    found.execute("PRAGMA synchronous=EXTRA")
    found.execute("PRAGMA locking_mode=EXCLUSIVE")
    found.execute("CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, body BLOB)")
    found.execute("CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(body, content='')")
    return found


def insert(found: sqlite3.Connection, body: bytes) -> None:
    """Make one row durable."""
    found.execute("INSERT INTO note (body) VALUES (?)", (body,))


@contextmanager
def noted(database: Database) -> Generator[Written]:
    """Note every row that our store writes meanwhile: (statement, rows)."""
    written: Written = []
    execute, executemany = database.execute, database.executemany

    def one(sql: str, params: Sequence[object] = ()) -> int:
        written.append((sql, [params]))
        return execute(sql, params)  # type: ignore[arg-type] # values of any sort, passed on

    def many(sql: str, rows: Iterable[Sequence[object]]) -> None:
        held = list(rows)
        written.extend([(sql, held)] if held else [])
        executemany(sql, held)  # type: ignore[arg-type] # values of any sort, passed on

    with mock.patch.multiple(database, execute=one, executemany=many):
        yield written


def same_tables(path: Path, database: Database) -> driver.Connection:
    """Open a plain database, of the same library without its key, with our very tables."""
    found = driver.connect(str(path), isolation_level=None)
    for setting in ("journal_mode=TRUNCATE", "synchronous=EXTRA", "locking_mode=EXCLUSIVE"):
        found.execute(f"PRAGMA {setting}")
    for (sql,) in database.rows(
        "SELECT sql FROM sqlite_master WHERE sql <> '' AND name NOT GLOB 'search_*'"
        " AND name NOT GLOB 'sqlite_*' ORDER BY rowid"
    ):
        found.execute(sql)
    for name, value in database.rows("SELECT k, v FROM search_config WHERE k <> 'version'"):
        found.execute("INSERT INTO search (search, rank) VALUES (?, ?)", (name, value))
    return found


def replay(found: driver.Connection, written: Written) -> None:
    """Write noted rows, in one durable transaction."""
    found.execute("BEGIN IMMEDIATE")
    for sql, rows in written:
        found.executemany(sql, rows)
    found.execute("COMMIT")
