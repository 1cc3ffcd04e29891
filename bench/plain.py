"""The yardstick: plain SQLite of the standard library with the same durability."""

import sqlite3
from pathlib import Path


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
