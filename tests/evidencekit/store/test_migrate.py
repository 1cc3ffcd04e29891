"""Laying out, and whole steps with a copy before the first."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from evidencekit.errors.store import NotThisStore, StoreTooNew, StoreUnfinished
from evidencekit.store import migrate, revisions
from evidencekit.store.connection import Database
from tests.evidencekit.store.authors import Author
from tests.evidencekit.store.conftest import KEY, STORE_ID

ROOT = Path(__file__).parents[3]
GOLDEN = ROOT / "tests" / "golden" / "stores"


def second(database: Database) -> None:
    """Stand for the step of a later version."""
    database.execute("CREATE TABLE later (a TEXT)")


def failing(database: Database) -> None:
    second(database)
    raise ZeroDivisionError


TODAY = 2
LATER = (*migrate.STEPS, second)


def test_a_new_store_has_taken_every_step_and_carries_its_id(store: Database) -> None:
    assert migrate.version(store) == len(migrate.STEPS) == TODAY
    migrate.check_identity(store, STORE_ID)


def test_the_store_of_another_workspace_is_refused(store: Database) -> None:
    with pytest.raises(NotThisStore) as refusal:
        migrate.check_identity(store, "another")
    assert refusal.value.facts == {"found": STORE_ID, "expected": "another"}


def test_a_later_format_is_refused_unchanged(store: Database, place: Path, tmp_path: Path) -> None:
    with store.transaction():
        store.execute("PRAGMA user_version = 9")
    store.close()
    before = place.read_bytes()
    again = Database.open(place, KEY)
    with pytest.raises(StoreTooNew) as refusal:
        migrate.check_identity(again, STORE_ID)
    assert refusal.value.facts == {"found": 9, "known": TODAY}
    with pytest.raises(StoreTooNew):
        migrate.bring_up_to_date(again, tmp_path / "backups")
    again.close()
    assert place.read_bytes() == before
    assert not (tmp_path / "backups").exists()


def test_a_file_without_any_step_was_never_finished(bare: Database, tmp_path: Path) -> None:
    with pytest.raises(StoreUnfinished):
        migrate.bring_up_to_date(bare, tmp_path / "backups")


def test_a_store_of_today_is_left_alone(store: Database, tmp_path: Path) -> None:
    assert migrate.bring_up_to_date(store, tmp_path / "backups") is None
    assert not (tmp_path / "backups").exists()


def test_an_older_store_is_copied_and_then_brought_up_to_date(
    store: Database, anna: Author, tmp_path: Path
) -> None:
    revisions.add(store, anna.notes("one"))
    kept = migrate.bring_up_to_date(store, tmp_path / "backups", steps=LATER)
    assert migrate.version(store) == TODAY + 1
    assert store.rows("SELECT * FROM later") == []
    assert kept is not None
    copy = Database.open(kept, KEY)
    assert migrate.version(copy) == TODAY
    assert revisions.count(copy) == 1
    copy.close()


def test_a_step_that_fails_leaves_the_store_as_it_was(store: Database, tmp_path: Path) -> None:
    for attempt in (1, 2):
        with pytest.raises(ZeroDivisionError):
            migrate.bring_up_to_date(store, tmp_path / "backups", steps=(*migrate.STEPS, failing))
        assert migrate.version(store) == TODAY
        assert store.value("SELECT count(*) FROM sqlite_schema WHERE name = 'later'") == 0
        assert len(list((tmp_path / "backups").iterdir())) == attempt


def test_a_layout_that_is_killed_half_way_leaves_an_unfinished_store(place: Path) -> None:
    Database.create(place, KEY).close()
    script = (
        "import os, signal, sys\nfrom pathlib import Path\n"
        "from evidencekit.store import migrate\n"
        "from evidencekit.store.connection import Database\n"
        f"db = Database.open(Path(sys.argv[1]), bytes.fromhex('{KEY.hex()}'))\n"
        "def die(database):\n    database.execute('CREATE TABLE half (a TEXT)')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "migrate.STEPS = (*migrate.STEPS, die)\nmigrate.lay_out(db, 'x')\n"
    )
    subprocess.run([sys.executable, "-c", script, str(place)], cwd=ROOT, check=False)
    again = Database.open(place, KEY)
    assert migrate.version(again) == 0
    assert again.value("SELECT count(*) FROM sqlite_schema") == 0
    migrate.lay_out(again, STORE_ID)
    migrate.check_identity(again, STORE_ID)
    again.close()


def test_every_step_has_its_golden_store() -> None:
    for number in range(1, len(migrate.STEPS) + 1):
        assert (GOLDEN / f"store-v{number}.db").is_file()


def schema(database: Database) -> list[tuple[str, str]]:
    return database.rows(
        "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
    )


@pytest.mark.parametrize("number", range(1, len(migrate.STEPS) + 1))
def test_a_store_that_was_brought_up_to_date_is_like_a_fresh_one(
    store: Database, tmp_path: Path, number: int
) -> None:
    shutil.copy(GOLDEN / f"store-v{number}.db", tmp_path / "old.db")
    old = Database.open(tmp_path / "old.db", KEY)
    migrate.bring_up_to_date(old, tmp_path / "backups")
    assert schema(old) == schema(store)
    old.close()
