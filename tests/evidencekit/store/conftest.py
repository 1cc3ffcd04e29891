"""A real encrypted store in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidencekit.store.connection import Database

KEY = bytes(range(32))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def bare(place: Path) -> Iterator[Database]:
    """Give an encrypted file without any table."""
    database = Database.create(place, KEY)
    yield database
    database.close()
