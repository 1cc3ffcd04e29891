"""Copies that were opened and read before they count as copies."""

import os
import resource
import signal
from pathlib import Path

import pytest

from evidencekit.errors.store import CopyNotVerified, DiskFull, DiskTrouble, StoreExists
from evidencekit.store import backup, fingerprint, revisions, safeguards
from evidencekit.store.connection import Database
from tests.evidencekit.store.authors import Author
from tests.evidencekit.store.conftest import KEY


def test_a_copy_opens_and_holds_the_same_evidence(
    store: Database, anna: Author, tmp_path: Path
) -> None:
    for number in range(20):
        revisions.add(store, anna.notes(f"{number} The baby was asleep. " * 40))
    told: list[tuple[int, int]] = []
    target = backup.copy(store, tmp_path / "copy.db", told=lambda at, of: told.append((at, of)))
    size = store.path.stat().st_size
    assert told[-1] == (size, size)
    assert target.stat().st_mode & 0o777 == 0o600
    copied = Database.open(target, KEY)
    assert fingerprint.fingerprint(copied) == fingerprint.fingerprint(store)
    copied.close()
    names = {found.name for found in tmp_path.iterdir()}
    assert names == {"store.db", "store.db-journal", "copy.db"}


def test_the_store_stays_locked_and_in_use_after_a_copy(
    store: Database, anna: Author, tmp_path: Path
) -> None:
    backup.copy(store, tmp_path / "copy.db")
    revisions.add(store, anna.notes("after the copy"))
    assert revisions.count(store) == 1


def test_a_file_of_that_name_is_never_replaced(store: Database, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_bytes(b"somebody's")
    with pytest.raises(StoreExists):
        backup.copy(store, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_bytes() == b"somebody's"


def test_a_left_over_of_a_copy_that_was_killed_is_overwritten(
    store: Database, tmp_path: Path
) -> None:
    (tmp_path / "copy.db.unfinished").write_bytes(b"half")
    backup.copy(store, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db.unfinished").exists()


def test_a_copy_of_a_damaged_store_is_refused_and_removed(
    store: Database, anna: Author, place: Path, tmp_path: Path
) -> None:
    revisions.add(store, anna.notes("The baby was asleep. " * 1000))
    store.close()
    content = bytearray(place.read_bytes())
    content[-safeguards.PAGE_BYTES + 100] ^= 1
    place.write_bytes(content)
    damaged = Database.open(place, KEY)
    with pytest.raises(CopyNotVerified):
        backup.copy(damaged, tmp_path / "copy.db")
    damaged.close()
    assert [found.name for found in tmp_path.iterdir()] == ["store.db"]


def test_a_folder_that_is_not_there_is_told(store: Database, tmp_path: Path) -> None:
    with pytest.raises(DiskTrouble):
        backup.copy(store, tmp_path / "away" / "copy.db")


def test_a_disk_without_room_keeps_no_half_copy(
    store: Database, anna: Author, tmp_path: Path
) -> None:
    revisions.add(store, anna.notes("The baby was asleep. " * 1000))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    heeded = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        with pytest.raises(DiskFull):
            backup.copy(store, tmp_path / "copy.db")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, heeded)
    assert not list(tmp_path.glob("copy*"))
    backup.copy(store, tmp_path / "copy.db")


def test_a_copy_that_does_not_open_is_removed(store: Database, tmp_path: Path) -> None:
    os.pwrite(store._reader, b"\x00" * 16, 2000)  # the first page changes under an open store
    with pytest.raises(CopyNotVerified):
        backup.copy(store, tmp_path / "copy.db")
    assert not list(tmp_path.glob("copy*"))


def test_a_copy_that_reads_back_otherwise_is_removed(
    store: Database, anna: Author, place: Path, tmp_path: Path
) -> None:
    for number in range(40):
        revisions.add(store, anna.notes(f"{number} The baby was asleep. " * 100))
    store.close()
    content = bytearray(place.read_bytes())
    refused = 0
    for page in range(40, len(content) // safeguards.PAGE_BYTES, 7):
        content[page * safeguards.PAGE_BYTES + 100] ^= 1
        place.write_bytes(content)
        content[page * safeguards.PAGE_BYTES + 100] ^= 1
        damaged = Database.open(place, KEY)
        with pytest.raises(CopyNotVerified):
            backup.copy(damaged, tmp_path / "copy.db")
        damaged.close()
        refused += 1
    assert refused > 5
    assert [found.name for found in tmp_path.iterdir()] == ["store.db"]
