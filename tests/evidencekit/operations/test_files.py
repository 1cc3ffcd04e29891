from pathlib import Path

import pytest

from evidencekit.errors.work import AlreadyThere, FileUnreadable, FileUnwritable
from evidencekit.operations.files import SMALL, check_free, new_folder, read_small, write_new


def test_a_file_is_written_whole_with_its_mode_and_never_over_another(tmp_path: Path) -> None:
    path = tmp_path / "key.txt"
    write_new(path, b"secret", mode=0o600)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"secret", 0o600)
    with pytest.raises(AlreadyThere):
        write_new(path, b"other")
    assert read_small(path) == b"secret"


def test_a_place_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable):
        write_new(tmp_path / "gone" / "x", b"")
    with pytest.raises(FileUnreadable):
        read_small(tmp_path / "gone")


def test_a_file_too_large_for_what_it_should_be_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "big").write_bytes(bytes(SMALL + 1))
    with pytest.raises(FileUnreadable):
        read_small(tmp_path / "big")


def test_a_taken_name_is_found_out_before_and_a_folder_gets_a_number(tmp_path: Path) -> None:
    check_free(tmp_path / "list")
    assert new_folder(tmp_path, "list").name == "list"
    assert new_folder(tmp_path, "list").name == "list-2"
    with pytest.raises(AlreadyThere):
        check_free(tmp_path / "list")
    with pytest.raises(FileUnwritable):
        new_folder(tmp_path / "gone", "list")
