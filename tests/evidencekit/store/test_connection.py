"""The encrypted file: how it opens, how it refuses, and what a kill or a full disk leaves."""

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from evidencekit.errors.store import (
    DiskFull,
    DiskTrouble,
    SettingNotKept,
    StatementRefused,
    StoreAbsent,
    StoreDamaged,
    StoreEmpty,
    StoreExists,
    StoreInUse,
    StoreKeyMismatch,
    StoreNotEncrypted,
    StoreReadOnly,
    StoreTruncated,
)
from evidencekit.store import connection, safeguards
from evidencekit.store.connection import Database, WrongUse
from tests.evidencekit.store.conftest import KEY

ROOT = Path(__file__).parents[3]


@pytest.fixture
def db(bare: Database) -> Database:
    with bare.transaction():
        bare.execute("CREATE TABLE line (number INTEGER PRIMARY KEY, text TEXT)")
    return bare


def lines(db: Database) -> list[str]:
    return [text for (text,) in db.rows("SELECT text FROM line ORDER BY number")]


def add(db: Database, text: str) -> None:
    with db.transaction():
        db.execute("INSERT INTO line (text) VALUES (?)", (text,))


def test_what_was_committed_is_there_after_reopening(db: Database, place: Path) -> None:
    add(db, "The baby was asleep.")
    db.close()
    again = Database.open(place, KEY)
    assert lines(again) == ["The baby was asleep."]
    again.close()


def test_the_file_shows_neither_text_nor_a_database_header(db: Database, place: Path) -> None:
    add(db, "quixotic canary " * 500)
    content = place.read_bytes()
    assert b"canary" not in content
    assert not content.startswith(b"SQLite")
    with sqlite3.connect(place) as plain, pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT * FROM sqlite_master")
    plain.close()


def test_the_file_is_for_its_owner_only(bare: Database, place: Path) -> None:
    assert place.stat().st_mode & 0o777 == 0o600


def test_every_setting_of_the_format_is_in_force(bare: Database) -> None:
    bare._connection.set_authorizer(None)
    for name, (_, answer) in safeguards.PRAGMAS.items():
        assert bare.value(f"PRAGMA {name}") == answer
    assert bare.value("PRAGMA cipher_status") == "1"


def test_a_setting_that_is_not_kept_stops_the_opening(bare: Database) -> None:
    bare._connection.set_authorizer(None)
    with pytest.raises(SettingNotKept) as refusal:
        bare._set("cache_size", "-100", -65536)
    assert refusal.value.facts == {"setting": "cache_size", "found": "[(-100,)]"}


def test_closing_leaves_one_file_and_can_be_repeated(db: Database, place: Path) -> None:
    add(db, "one")
    db.close()
    db.close()
    assert [found.name for found in place.parent.iterdir()] == ["store.db"]


def test_the_key_is_overwritten_on_closing(bare: Database) -> None:
    held = bare._key
    bare.close()
    assert not held


def test_a_new_store_never_replaces_a_file(place: Path) -> None:
    place.write_bytes(b"somebody's")
    with pytest.raises(StoreExists):
        Database.create(place, KEY)
    assert place.read_bytes() == b"somebody's"


def test_an_absent_store_is_not_made_by_opening(place: Path) -> None:
    with pytest.raises(StoreAbsent):
        Database.open(place, KEY)
    assert not place.exists()


def test_an_empty_store_is_not_filled_by_opening(place: Path) -> None:
    place.touch()
    with pytest.raises(StoreEmpty):
        Database.open(place, KEY)
    assert place.stat().st_size == 0


def test_a_plain_database_is_refused_unchanged(place: Path) -> None:
    with sqlite3.connect(place) as plain:
        plain.execute("CREATE TABLE t (a)")
    plain.close()
    before = place.read_bytes()
    with pytest.raises(StoreNotEncrypted):
        Database.open(place, KEY)
    assert place.read_bytes() == before


def test_another_key_is_refused_unchanged(db: Database, place: Path) -> None:
    db.close()
    before = place.read_bytes()
    with pytest.raises(StoreKeyMismatch) as refusal:
        Database.open(place, bytes(32))
    assert refusal.value.exit_status == 3
    assert place.read_bytes() == before
    Database.open(place, KEY).close()


@pytest.mark.parametrize("kept", [100, 4096, 4097, 8192])
def test_a_file_cut_short_is_refused(db: Database, place: Path, kept: int) -> None:
    add(db, "long " * 3000)
    db.close()
    place.write_bytes(place.read_bytes()[:kept])
    with pytest.raises(StoreTruncated):
        Database.open(place, KEY)
    assert place.stat().st_size == kept


def test_a_changed_byte_is_found_when_its_page_is_read(db: Database, place: Path) -> None:
    add(db, "short")
    db.close()
    content = bytearray(place.read_bytes())
    content[-2000] ^= 1
    place.write_bytes(content)
    damaged = Database.open(place, KEY)
    with pytest.raises(StoreDamaged):
        lines(damaged)
    with pytest.raises(StoreDamaged):
        list(damaged.each("SELECT text FROM line"))
    damaged.close()


def test_a_second_opening_in_this_process_is_refused(db: Database, place: Path) -> None:
    with pytest.raises(StoreInUse):
        Database.open(place, KEY)
    with pytest.raises(StoreInUse):
        Database(place, KEY)
    add(db, "the first still works")
    assert opened_elsewhere(place) == "store.in-use"


def test_a_second_opening_in_another_process_is_refused(bare: Database, place: Path) -> None:
    assert opened_elsewhere(place) == "store.in-use"
    bare.close()
    assert opened_elsewhere(place) == "opened"


def test_reading_the_file_for_a_copy_does_not_drop_the_lock(db: Database, place: Path) -> None:
    add(db, "x" * 9000)
    copied = b"".join(piece for _, piece in db.pieces())
    assert opened_elsewhere(place) == "store.in-use"
    db.close()
    assert copied == place.read_bytes()


def test_a_copy_is_never_taken_inside_a_transaction(db: Database) -> None:
    with db.transaction(), pytest.raises(WrongUse):
        list(db.pieces())


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH 'elsewhere.db' AS elsewhere", "VACUUM INTO 'elsewhere.db'", "VACUUM",
        "PRAGMA key = 'x'", "PRAGMA rekey = 'x'", "SELECT load_extension('x')",
        "SELECT sqlcipher_export('main')", "PRAGMA cipher_plaintext_header_size = 32",
        "PRAGMA journal_mode = OFF",
    ],
)  # fmt: skip
def test_no_statement_carries_evidence_out(bare: Database, statement: str) -> None:
    with pytest.raises(StatementRefused):
        bare.rows(statement)


def test_any_exception_rolls_back(db: Database) -> None:
    def half() -> None:
        with db.transaction():
            db.execute("INSERT INTO line (text) VALUES ('half')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half()
    assert not db.in_transaction
    assert lines(db) == []


def test_a_transaction_is_never_nested(db: Database) -> None:
    with pytest.raises(WrongUse), db.transaction(), db.transaction():
        pass
    assert not db.in_transaction


def test_within_joins_the_open_transaction_or_makes_one(db: Database) -> None:
    with db.within():
        assert db.in_transaction

    def inner_then_fail() -> None:
        with db.transaction():
            with db.within():
                db.execute("INSERT INTO line (text) VALUES ('inner')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        inner_then_fail()
    assert lines(db) == []


def test_nothing_is_written_outside_a_transaction(db: Database) -> None:
    with pytest.raises(WrongUse):
        db.execute("INSERT INTO line (text) VALUES ('loose')")
    with pytest.raises(WrongUse):
        db.executemany("INSERT INTO line (text) VALUES (?)", [("loose",)])
    assert lines(db) == []


def test_a_wrong_statement_is_our_own_fault_and_stays_one(db: Database) -> None:
    for broken in (db.rows, db.row):
        with pytest.raises(Exception, match="no such table"):
            broken("SELECT * FROM nowhere")
    with pytest.raises(Exception, match="no such table"), db.transaction():
        db.executemany("INSERT INTO nowhere VALUES (?)", [(1,)])


def test_one_row_one_cell_or_none(db: Database) -> None:
    add(db, "one")
    assert db.row("SELECT number, text FROM line") == (1, "one")
    assert db.value("SELECT text FROM line") == "one"
    assert db.value("SELECT text FROM line WHERE number = 9") is None
    assert list(db.each("SELECT text FROM line")) == [("one",)]


def test_a_reader_left_half_way_does_not_keep_the_file(db: Database, place: Path) -> None:
    with db.transaction():
        db.executemany("INSERT INTO line (text) VALUES (?)", [("x",)] * 1000)
    rows = db.each("SELECT text FROM line")
    next(rows)
    db.close()
    assert opened_elsewhere(place) == "opened"


def test_another_thread_is_refused(db: Database) -> None:
    seen: list[Exception] = []

    def read() -> None:
        try:
            lines(db)
        except Exception as error:  # noqa: BLE001 - any refusal will do, it is looked at below
            seen.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    assert "thread" in str(seen[0])
    add(db, "the owner goes on")


def test_a_full_database_changes_nothing(db: Database) -> None:
    add(db, "before")
    db._connection.set_authorizer(None)
    db.value(f"PRAGMA max_page_count = {db.value('PRAGMA page_count')}")
    with pytest.raises(DiskFull), db.transaction():
        db.execute("INSERT INTO line (text) VALUES (?)", ("x" * 90_000,))
    assert not db.in_transaction
    assert lines(db) == ["before"]
    db.value("PRAGMA max_page_count = 100000")
    add(db, "after")
    assert lines(db) == ["before", "after"]


def test_swallowing_a_full_disk_cannot_lead_to_loose_writes(db: Database) -> None:
    db._connection.set_authorizer(None)
    db.value(f"PRAGMA max_page_count = {db.value('PRAGMA page_count')}")

    def swallow() -> None:
        with db.transaction():
            with suppress(DiskFull):
                db.execute("INSERT INTO line (text) VALUES (?)", ("x" * 90_000,))
            db.execute("INSERT INTO line (text) VALUES ('small')")

    with pytest.raises(WrongUse):
        swallow()
    assert lines(db) == []


def test_swallowing_a_full_disk_never_looks_like_a_commit(db: Database) -> None:
    db._connection.set_authorizer(None)
    db.value(f"PRAGMA max_page_count = {db.value('PRAGMA page_count')}")
    with pytest.raises(WrongUse), db.transaction(), suppress(DiskFull):
        db.execute("INSERT INTO line (text) VALUES (?)", ("x" * 90_000,))
    assert lines(db) == []


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    prelude = (
        "import sys\nfrom pathlib import Path\n"
        "from evidencekit.errors import Planned\n"
        "from evidencekit.store.connection import Database\n"
        f"KEY = bytes.fromhex('{KEY.hex()}')\n"
    )
    return subprocess.run(
        [sys.executable, "-c", prelude + script, *arguments],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip


def opened_elsewhere(place: Path) -> str:
    done = run(
        "try:\n    Database.open(Path(sys.argv[1]), KEY).close()\n    print('opened')\n"
        "except Planned as refusal:\n    print(refusal.code)\n",
        str(place),
    )
    assert not done.stderr
    return done.stdout.strip()


LIMITED = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
db = Database.open(Path(sys.argv[1]), KEY)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
for number in range(100000):
    try:
        with db.transaction():
            db.execute("INSERT INTO line (text) VALUES (?)", (f"{number} " + "x" * 3000,))
    except Planned as refusal:
        print(number, refusal.code, db.value("SELECT count(*) FROM line"))
        break
"""


def test_a_disk_that_takes_no_more_loses_nothing_kept_before(db: Database, place: Path) -> None:
    db.close()
    done = run(LIMITED, str(place), "500000")
    written, code, held = done.stdout.split()
    assert (code, held) == (DiskTrouble.code, written)
    again = Database.open(place, KEY)
    assert len(lines(again)) == int(written) > 50
    assert again.rows("PRAGMA cipher_integrity_check") == []
    add(again, "there is room again")
    again.close()


KILLED = """
db = Database.open(Path(sys.argv[1]), KEY)
number = db.value("SELECT count(*) FROM line")
while True:
    with db.transaction():
        db.execute("INSERT INTO line (text) VALUES (?)", (f"{number} " + "x" * 3000,))
    number += 1
    print(number, flush=True)
"""


def test_a_kill_loses_no_acknowledged_line(db: Database, place: Path) -> None:
    db.close()
    for rounds in range(1, 6):
        script = (
            "import sys\nfrom pathlib import Path\n"
            "from evidencekit.store.connection import Database\n"
            f"KEY = bytes.fromhex('{KEY.hex()}')\n" + KILLED
        )
        with subprocess.Popen(
            [sys.executable, "-c", script, str(place)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout
            for _ in range(7 * rounds):
                writer.stdout.readline()
            writer.kill()
            acknowledged = [int(line) for line in writer.stdout if line.endswith("\n")]
        again = Database.open(place, KEY)
        held = lines(again)
        assert len(held) >= max(acknowledged, default=0)
        assert [int(line.split()[0]) for line in held] == list(range(len(held)))
        again.close()


HALF_DONE = """
import os, signal
db = Database.open(Path(sys.argv[1]), KEY)
db._connection.set_authorizer(None)
db._connection.execute("PRAGMA cache_size = 5")
with db.transaction():
    for number in range(40):
        db.execute("UPDATE line SET text = ?", (str(number) * 3000,))
        db.execute("INSERT INTO line (text) VALUES (?)", ("x" * 3000,))
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def half_done(db: Database, place: Path) -> Path:
    """Give a store whose writer was killed while a transaction was spilling to the disk."""
    add(db, "before")
    db.close()
    assert run(HALF_DONE, str(place)).returncode == -signal.SIGKILL
    assert place.with_name("store.db-journal").stat().st_size > 0
    return place


def test_a_kill_half_way_is_undone_on_opening(half_done: Path) -> None:
    again = Database.open(half_done, KEY)
    assert lines(again) == ["before"]
    again.close()


def test_another_key_does_not_spoil_the_undoing(half_done: Path) -> None:
    with pytest.raises(StoreKeyMismatch):
        Database.open(half_done, bytes(32))
    again = Database.open(half_done, KEY)
    assert lines(again) == ["before"]
    again.close()


@pytest.fixture
def stranger() -> Iterator[Path]:
    """Give a folder that a user without rights can reach but not write to."""
    if os.geteuid() != 0:
        pytest.skip("only root can become somebody without rights")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder) / "store.db"
        os.seteuid(0)


def test_a_store_that_cannot_be_written_is_named_as_such(stranger: Path) -> None:
    made = Database.create(stranger, KEY)
    made.close()
    stranger.chmod(0o644)
    os.seteuid(65534)
    with pytest.raises(StoreReadOnly):
        Database.open(stranger, KEY)
    with pytest.raises(StoreReadOnly):
        Database.create(stranger.with_name("new.db"), KEY)


def test_a_creation_that_fails_leaves_no_file(place: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    heeded = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        with pytest.raises(DiskTrouble):
            Database.create(place, KEY)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, heeded)
    assert not place.exists()


def test_a_copy_steps_over_the_page_of_lock_bytes(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with db.transaction():
        db.executemany("INSERT INTO line (text) VALUES (?)", [("x" * 3000,)] * 1000)
    # A real store meets that page at one gigabyte.
    monkeypatch.setattr(connection, "_LOCK_PAGE", 2 << 20)
    pieces = list(db.pieces())
    offsets = [offset for offset, _ in pieces]
    assert offsets[:3] == [0, 1 << 20, (2 << 20) + 4096]
    assert offsets[-1] + len(pieces[-1][1]) == db.path.stat().st_size


def test_a_roll_back_that_fails_lets_go_of_the_file(db: Database, place: Path) -> None:
    add(db, "before")

    def lose_the_connection() -> None:
        with db.transaction():
            db.execute("INSERT INTO line (text) VALUES ('half')")
            db._connection.set_authorizer(lambda *_: 1)  # even ROLLBACK is denied from here on
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        lose_the_connection()
    again = Database.open(place, KEY)
    assert lines(again) == ["before"]
    again.close()
