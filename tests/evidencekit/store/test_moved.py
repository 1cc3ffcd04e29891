from pathlib import Path

from evidencekit.store import migrate, moved
from evidencekit.store.connection import Database


def test_areas_that_moved_are_kept_and_forgotten(tmp_path: Path) -> None:
    database = Database.create(tmp_path / "store.db", bytes(32))
    migrate.lay_out(database, "0" * 8)
    assert moved.moved_areas(database) == {}
    moved.keep_moved(database, {"E4": "E14"})
    assert moved.moved_areas(database) == {"E4": "E14"}
    moved.keep_moved(database, {})
    assert moved.moved_areas(database) == {}
    database.close()
