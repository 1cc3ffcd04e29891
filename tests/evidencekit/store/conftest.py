"""A real encrypted store in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidencekit.store import migrate
from evidencekit.store.connection import Database
from tests.evidencekit.store.authors import Author

KEY = bytes(range(32))
STORE_ID = "0139b1f2-0000-7000-8000-000000000001"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def bare(place: Path) -> Iterator[Database]:
    """Give an encrypted file without any table."""
    database = Database.create(place, KEY)
    yield database
    database.close()


@pytest.fixture
def store(bare: Database) -> Database:
    """Give a store of today's format, with nothing in it."""
    migrate.lay_out(bare, STORE_ID)
    return bare


@pytest.fixture
def anna() -> Author:
    return Author("anna")


@pytest.fixture
def ben() -> Author:
    return Author("ben")


@pytest.fixture
def lead() -> Author:
    return Author("lead")
