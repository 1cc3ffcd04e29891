"""Two copies of the key file, replaced without a gap."""

import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from evidencekit.crypto import key_folder
from evidencekit.crypto.key_file import encode
from evidencekit.errors.crypto import (
    KeyFileAbsent,
    KeyFileDamaged,
    KeyFileExists,
    KeyFileNotRead,
    KeyFileNotWritten,
)
from tests.evidencekit.crypto.resealing import FILE

NEXT = replace(FILE, generation=8)
NAMES = ("keys.json", "keys.bak.json")

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes and folders")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_both_copies_are_written_and_read_and_nothing_else_is_left(tmp_path: Path) -> None:
    key_folder.write(tmp_path, FILE)
    assert names(tmp_path) == ["keys.bak.json", "keys.json"]
    assert {(tmp_path / name).read_bytes() for name in NAMES} == {encode(FILE)}
    assert key_folder.read(tmp_path).readable == (FILE, FILE)
    assert key_folder.is_whole(tmp_path, FILE)


@posix_only
def test_the_folder_and_the_files_are_for_their_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "north.evidence"
    key_folder.prepare(folder)
    key_folder.write(folder, FILE)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for name in NAMES:
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
    (folder / "keys.json").chmod(0o644)
    key_folder.write(folder, NEXT)
    assert stat.S_IMODE((folder / "keys.json").stat().st_mode) == 0o600


@posix_only
def test_an_open_folder_is_closed_to_others(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    key_folder.prepare(tmp_path)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_that_holds_keys_is_never_prepared_again(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    with pytest.raises(KeyFileExists):
        key_folder.prepare(tmp_path)


def test_a_place_where_no_folder_can_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(KeyFileNotWritten):
        key_folder.prepare(tmp_path / "file" / "north.evidence")


def test_the_highest_readable_generation_comes_first(tmp_path: Path) -> None:
    for main, backup in ((FILE, NEXT), (NEXT, FILE)):
        (tmp_path / "keys.json").write_bytes(encode(main))
        (tmp_path / "keys.bak.json").write_bytes(encode(backup))
        copies = key_folder.read(tmp_path)
        assert copies.readable == (NEXT, FILE)
        assert copies.generation == 8


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("harm", [b"", b"\0" * 400, b"{}", None], ids=range(4))
def test_one_damaged_or_absent_copy_leaves_the_other(
    tmp_path: Path, name: str, harm: bytes | None
) -> None:
    key_folder.write(tmp_path, FILE)
    if harm is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_bytes(harm)
    assert key_folder.read(tmp_path).readable == (FILE,)
    assert not key_folder.is_whole(tmp_path, FILE)
    assert key_folder.repair(tmp_path, FILE)
    assert key_folder.is_whole(tmp_path, FILE)


def test_two_damaged_copies_say_what_is_safe_and_what_to_do(tmp_path: Path) -> None:
    for name in NAMES:
        (tmp_path / name).write_bytes(encode(FILE)[:-1])
    with pytest.raises(KeyFileDamaged) as refusal:
        key_folder.read(tmp_path)
    assert "backup" in refusal.value.what_is_safe
    assert "restore" in refusal.value.what_to_do


def test_a_folder_without_keys_is_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for folder in (tmp_path, tmp_path / "absent", tmp_path / "file"):
        with pytest.raises(KeyFileAbsent):
            key_folder.read(folder)


@posix_only
def test_a_copy_that_cannot_be_read_is_unavailable_not_damaged(tmp_path: Path) -> None:
    (tmp_path / "keys.json").mkdir()
    with pytest.raises(KeyFileNotRead):
        key_folder.read(tmp_path)
    (tmp_path / "keys.bak.json").write_bytes(encode(FILE))
    assert key_folder.read(tmp_path).readable == (FILE,)
    assert not key_folder.repair(tmp_path, FILE)
    assert names(tmp_path) == ["keys.bak.json", "keys.json"]


def test_what_an_interrupted_writing_left_is_cleared(tmp_path: Path) -> None:
    key_folder.write(tmp_path, FILE)
    (tmp_path / "keys.json.new").write_bytes(b"half")
    (tmp_path / "keys.bak.json.new").write_bytes(b"")
    assert not key_folder.is_whole(tmp_path, FILE)
    assert key_folder.repair(tmp_path, FILE)
    assert names(tmp_path) == ["keys.bak.json", "keys.json"]
    (tmp_path / "keys.json.new").write_bytes(b"half")
    key_folder.write(tmp_path, NEXT)
    assert names(tmp_path) == ["keys.bak.json", "keys.json"]
    assert key_folder.read(tmp_path).readable == (NEXT, NEXT)


def test_a_writing_that_fails_leaves_the_old_copies_and_nothing_else(tmp_path: Path) -> None:
    key_folder.write(tmp_path, FILE)
    (tmp_path / "keys.bak.json.new").mkdir()
    with pytest.raises(KeyFileNotWritten):
        key_folder.write(tmp_path, NEXT)
    (tmp_path / "keys.bak.json.new").rmdir()
    assert names(tmp_path) == ["keys.bak.json", "keys.json"]
    assert key_folder.read(tmp_path).readable == (FILE, FILE)


@posix_only
def test_a_second_copy_that_cannot_follow_does_not_undo_the_change(tmp_path: Path) -> None:
    (tmp_path / "keys.bak.json").mkdir()
    key_folder.write(tmp_path, NEXT)
    assert key_folder.read(tmp_path).readable == (NEXT,)


@posix_only
def test_a_link_in_place_of_a_new_copy_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"mine")
    folder = tmp_path / "north.evidence"
    key_folder.prepare(folder)
    (folder / "keys.json.new").symlink_to(elsewhere)
    key_folder.write(folder, FILE)
    assert elsewhere.read_bytes() == b"mine"
    assert not (folder / "keys.json").is_symlink()


def test_destroyed_keys_are_gone(tmp_path: Path) -> None:
    key_folder.write(tmp_path, FILE)
    (tmp_path / "keys.json.new").write_bytes(encode(FILE))
    key_folder.destroy(tmp_path)
    assert names(tmp_path) == []
    key_folder.destroy(tmp_path)
