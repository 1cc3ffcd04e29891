"""A file is in its place whole or not at all."""

import errno
import os
import stat
from pathlib import Path

import pytest

from evidencekit.bundle.landing import amount, landing, settle
from evidencekit.errors import Planned
from evidencekit.errors.bundle import BundleThere, NoRoom, PlaceUnusable
from evidencekit.progress import Stopped


def write_and(path: Path, failure: BaseException) -> None:
    with landing(path, 3) as file:
        file.write(b"abc")
        raise failure


def test_nothing_is_in_place_before_the_end_and_all_is_after_it(folder: Path) -> None:
    path = folder / "a.evb"
    with landing(path, 3) as file:
        file.write(b"abc")
        assert not path.exists()
        assert [entry.name for entry in folder.iterdir()] == [".a.evb.part"]
    assert path.read_bytes() == b"abc"
    assert [entry.name for entry in folder.iterdir()] == ["a.evb"]


def test_only_its_owner_may_read_it(folder: Path) -> None:
    with landing(folder / "a.evb", 3) as file:
        file.write(b"abc")
    assert stat.S_IMODE((folder / "a.evb").stat().st_mode) == 0o600


@pytest.mark.parametrize("failure", [Stopped(), KeyboardInterrupt(), ValueError("ours")])
def test_whatever_fails_leaves_nothing_and_comes_home_as_it_is(
    folder: Path, failure: BaseException
) -> None:
    with pytest.raises(type(failure)):
        write_and(folder / "a.evb", failure)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "refusal"),
    [
        (errno.ENOSPC, NoRoom), (errno.EDQUOT, NoRoom), (errno.EFBIG, NoRoom),
        (errno.EIO, PlaceUnusable), (errno.EROFS, PlaceUnusable), (errno.ENODEV, PlaceUnusable),
    ],
)  # fmt: skip
def test_what_the_machine_says_becomes_a_refusal(
    folder: Path, number: int, refusal: type[Planned]
) -> None:
    with pytest.raises(refusal) as refused, landing(folder / "a.evb", 77):
        raise OSError(number, os.strerror(number))
    assert refused.value.exit_status == 5
    assert refused.value.facts.get("needed", 77) == 77
    assert list(folder.iterdir()) == []


def test_a_place_without_room_is_refused_before_a_byte_is_written(folder: Path) -> None:
    with pytest.raises(NoRoom) as refused, landing(folder / "a.evb", 10**18):
        pytest.fail("it was opened")
    assert refused.value.facts["needed"] == 10**18
    free = int(str(refused.value.facts["free"]))
    assert 0 < free < 10**18
    assert "the bundle needs 1000000000000.0 MB, and " in refused.value.what_happened
    assert refused.value.what_happened.endswith("MB are free.")
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_not_there_is_refused(folder: Path) -> None:
    with pytest.raises(PlaceUnusable), landing(folder / "gone" / "a.evb", 3):
        pytest.fail("it was opened")


def test_nothing_is_ever_written_over(folder: Path) -> None:
    path = folder / "a.evb"
    path.write_bytes(b"old")
    with pytest.raises(BundleThere), landing(path, 3):
        pytest.fail("it was opened")
    link = folder / "b.evb"
    link.symlink_to(folder / "nowhere")
    with pytest.raises(BundleThere), landing(link, 3):
        pytest.fail("it was opened")
    assert path.read_bytes() == b"old"


def test_what_appears_meanwhile_is_not_written_over(folder: Path) -> None:
    path = folder / "a.evb"
    with pytest.raises(BundleThere), landing(path, 3):
        path.write_bytes(b"old")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in folder.iterdir()] == ["a.evb"]


def test_a_half_file_of_a_power_cut_is_cleared_away(folder: Path) -> None:
    (folder / ".a.evb.part").write_bytes(b"half")
    with landing(folder / "a.evb", 3) as file:
        file.write(b"abc")
    assert [entry.name for entry in folder.iterdir()] == ["a.evb"]


def test_a_system_that_cannot_sync_folders_is_no_obstacle(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "O_DIRECTORY")
    with landing(folder / "a.evb", 3) as file:
        file.write(b"abc")
    assert (folder / "a.evb").read_bytes() == b"abc"


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 bytes"), (999, "999 bytes"), (1_001, "2 KB"), (1_000_000, "1.0 MB"),
     (12_345_678, "12.4 MB")],
)  # fmt: skip
def test_an_amount_is_said_in_short_and_never_rounded_down(size: int, words: str) -> None:
    assert amount(size) == words


def test_what_was_written_can_be_read_before_it_has_its_name(folder: Path) -> None:
    with landing(folder / "a.evb", 3) as file:
        file.write(b"abc")
        settle(file)
        assert Path(str(file.name)).read_bytes() == b"abc"
