import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from evidencekit.crypto import case_key_slot as slot
from evidencekit.errors.case_key import CaseKeyDamaged, CaseKeyInUse, CaseKeyTooNew
from evidencekit.store import case_key as kept
from evidencekit.store.case_key import Entry, Opening
from evidencekit.store.connection import Database

GOLDEN = Path(__file__).parents[2] / "golden" / "case_keys" / "v1.case-key"
KEY = bytes(range(32))
NAME = "quibblefax vermotrop"


def entry(record: str = "r1", agency: str = "police", number: str = "P-1182") -> Entry:
    return Entry(
        record=record, reference="SH-04", agency=agency, number=number, identity=NAME,
        purpose="to ask for the file", expires_on="2013-03-31", written="2012-11-19T09:00:00Z",
    )  # fmt: skip


def opening(reason: str = "day 2") -> Opening:
    return Opening(
        at="2012-11-19T09:00:00Z", member="7KQ2M4XAB3", what="opened", why="right-record",
        reason=reason, looked_at=("SH-04",),
    )  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "ben.case-key").mkdir()
    return tmp_path / "ben.case-key" / "names.db"


@pytest.fixture
def held(path: Path) -> Iterator[Database]:
    made = kept.create(path, KEY)
    yield made
    made.close()


def test_entries_are_one_for_a_case_and_an_agency(held: Database) -> None:
    for each in (entry(), entry(agency="gp"), entry(number="P-1183"), entry(record="r2")):
        kept.keep(held, each)
    found = kept.entries(held, "r1")
    assert [(each.agency, each.number) for each in found] == [
        ("gp", "P-1182"),
        ("police", "P-1183"),
    ]
    assert len(kept.entries(held)) == 3


def test_what_is_forgotten_is_overwritten_in_the_file(held: Database, path: Path) -> None:
    kept.keep(held, entry())
    assert kept.forget(held, "r1", "police") == 1
    assert kept.forget(held, "r1", "police") == 0
    assert kept.entries(held) == ()
    assert NAME.encode() not in path.read_bytes()


def test_openings_stay_in_order_and_are_never_altered(held: Database) -> None:
    kept.log(held, opening("first"))
    kept.log(held, opening("second"))
    assert [each.reason for each in kept.openings(held)] == ["first", "second"]
    assert kept.openings(held)[0] == opening("first")
    for statement in ("UPDATE opening SET reason = ''", "DELETE FROM opening"):
        with pytest.raises(driver.Error), held.transaction():
            held.execute(statement)
    assert len(kept.openings(held)) == 2


def test_what_is_being_typed_is_kept_and_dropped(held: Database) -> None:
    kept.keep_typing(held, "r1", b"{}", "2012-11-19T09:00:00Z")
    kept.keep_typing(held, "r1", b'{"a":1}', "2012-11-19T09:01:00Z")
    assert kept.typing_of(held, "r1") == (b'{"a":1}', "2012-11-19T09:01:00Z")
    kept.drop_typing(held, "r1")
    assert kept.typing_of(held, "r1") is None


def test_the_file_shows_neither_names_nor_a_database_header(held: Database, path: Path) -> None:
    kept.keep(held, entry())
    content = path.read_bytes()
    assert NAME.encode() not in content
    assert not content.startswith(b"SQLite")


def test_another_key_and_a_flipped_byte_are_damage(held: Database, path: Path) -> None:
    kept.keep(held, entry())
    held.close()
    with pytest.raises(CaseKeyDamaged):
        kept.open_file(path, bytes(32))
    content = bytearray(path.read_bytes())
    content[100] ^= 1
    path.write_bytes(content)
    with pytest.raises(CaseKeyDamaged):
        kept.open_file(path, KEY)


@pytest.mark.parametrize(
    "content", [b"", b"x" * 4096, b"x" * 17, b"SQLite format 3\0" + bytes(4080)]
)
def test_a_file_that_is_no_case_key_is_damage(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(CaseKeyDamaged):
        kept.open_file(path, KEY)


def test_an_absent_file_is_damage_and_none_is_made(path: Path) -> None:
    with pytest.raises(CaseKeyDamaged):
        kept.open_file(path, KEY)
    assert not path.exists()


def test_a_second_opening_at_once_is_refused(held: Database, path: Path) -> None:
    with pytest.raises(CaseKeyInUse):
        kept.open_file(path, KEY)


@pytest.mark.parametrize(("version", "refusal"), [(0, CaseKeyDamaged), (2, CaseKeyTooNew)])
def test_another_format_is_refused_by_name(
    held: Database, path: Path, version: int, refusal: type[Exception]
) -> None:
    with held.transaction():
        held.execute(f"PRAGMA user_version = {version}")
    held.close()
    with pytest.raises(refusal):
        kept.open_file(path, KEY)


def test_the_golden_case_key_opens_and_says_what_was_written(tmp_path: Path) -> None:
    folder = tmp_path / "ben.case-key"
    shutil.copytree(GOLDEN, folder)
    key = slot.read(folder / "slot.json", "7KQ2M4XAB3", KEY)
    golden = kept.open_file(folder / "names.db", bytes(key))
    (held_entry,) = kept.entries(golden)
    assert (held_entry.reference, held_entry.number) == ("SH-04", "M-20118")
    (kept_opening,) = kept.openings(golden)
    assert kept_opening.looked_at == ("SH-04",)
    typing = kept.typing_of(golden, held_entry.record)
    assert typing is not None
    assert typing[0] == b'{"number":"M-2"}'
    golden.close()
