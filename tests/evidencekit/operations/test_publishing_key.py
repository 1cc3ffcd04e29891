from pathlib import Path

import pytest

from evidencekit.errors.publishing import NotAKey
from evidencekit.errors.work import AlreadyThere, FileUnreadable
from evidencekit.operations import publishing_key
from tests.world import Person

HEAD = b"evidencekit pseudonym key 1 "


def test_a_base_makes_its_own_key_once_and_keeps_it(lead: Person) -> None:
    first = publishing_key.key_for(None, lead.desk)
    assert len(first) == 32
    assert publishing_key.key_for(None, lead.desk) == first


def test_a_shared_key_is_written_for_its_owner_alone_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "national.key"
    publishing_key.make(path)
    assert path.stat().st_mode & 0o777 == 0o600
    key = publishing_key.read(path)
    assert len(key) == 32
    publishing_key.make(tmp_path / "other.key")
    assert publishing_key.read(tmp_path / "other.key") != key
    with pytest.raises(AlreadyThere):
        publishing_key.make(path)
    assert publishing_key.read(path) == key


@pytest.mark.parametrize(
    "content",
    [b"", b"00" * 32, b"\xff\xfe", HEAD + b"0" * 63, HEAD + b"zz" * 32,
     HEAD.replace(b"1", b"2") + b"00" * 32],
)  # fmt: skip
def test_a_file_that_is_no_key_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "wrong.key"
    path.write_bytes(content)
    with pytest.raises(NotAKey):
        publishing_key.read(path)


def test_a_key_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        publishing_key.read(tmp_path / "nowhere.key")
