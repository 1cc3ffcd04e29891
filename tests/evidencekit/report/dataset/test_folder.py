from pathlib import Path

import pytest

from evidencekit.errors.publishing import FolderInUse, PublishDiskFull, PublishPlaceClosed
from evidencekit.report.dataset.folder import SMALL, Shelf, whole_folder
from evidencekit.report.dataset.tables import Column, Form, Table

CODED = Table(
    name="coded", means="One code.", key=(),
    columns=(Column(name="what", form=Form.TEXT, means="A code.", codes="yes-no"),),
)  # fmt: skip


class Trouble(Exception):
    pass


def test_a_folder_takes_its_name_at_the_end_for_the_owner_alone(tmp_path: Path) -> None:
    place = tmp_path / "new"
    with whole_folder(place) as half:
        (half / "a").write_text("x", "utf-8")
        assert not place.exists()
    assert [path.name for path in place.iterdir()] == ["a"]
    assert place.stat().st_mode & 0o777 == 0o700


def test_no_date_of_a_file_tells_when_it_was_written(tmp_path: Path) -> None:
    with whole_folder(tmp_path / "new") as half:
        (half / "csv").mkdir()
        (half / "csv" / "a").write_text("x", "utf-8")
    times = {path.stat().st_mtime for path in (tmp_path / "new").rglob("*")}
    assert times == {(tmp_path / "new").stat().st_mtime} == {315_532_800.0}


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with whole_folder(tmp_path / "empty") as half:
        (half / "a").write_text("x", "utf-8")
    assert (tmp_path / "empty" / "a").exists()


def test_a_folder_in_use_a_file_and_a_link_are_left_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "used").mkdir()
    (tmp_path / "used" / "mine").write_text("mine", "utf-8")
    (tmp_path / "file").write_text("mine", "utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    before = sorted(tmp_path.rglob("*"))
    for name in ("used", "file", "link"):
        with pytest.raises(FolderInUse), whole_folder(tmp_path / name):
            pass
    assert sorted(tmp_path.rglob("*")) == before


def test_on_any_failure_nothing_is_left(tmp_path: Path) -> None:
    def fail() -> None:
        with whole_folder(tmp_path / "new") as half:
            (half / "a").write_text("x", "utf-8")
            raise Trouble

    with pytest.raises(Trouble):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_what_a_kill_left_behind_goes_with_the_next_try(tmp_path: Path) -> None:
    left = tmp_path / ".new.part"
    left.mkdir()
    (left / "half").write_text("x", "utf-8")
    with whole_folder(tmp_path / "new"):
        pass
    assert [path.name for path in tmp_path.rglob("*")] == ["new"]


def test_a_place_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PublishPlaceClosed), whole_folder(tmp_path / "no" / "such"):
        pass


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
def test_a_full_disk_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    def fill() -> None:
        with whole_folder(tmp_path / "new"), open("/dev/full", "wb", buffering=0) as full:  # noqa: PTH123
            full.write(b"x")

    with pytest.raises(PublishDiskFull):
        fill()
    assert list(tmp_path.iterdir()) == []


def test_values_of_few_rows_are_counted_column_by_column(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    with shelf.table(CODED) as files:
        for code, many in (("yes", SMALL), ("no", SMALL - 1), ("unclear", 1), (None, 1)):
            for _ in range(many):
                files.add((code,))
    assert shelf.small == {"coded.what": 2}
    assert shelf.rows == {"coded": 2 * SMALL + 1}


def test_the_list_of_digests_names_every_file_but_itself(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.put("b.txt", b"b")
    with shelf.table(CODED):
        pass
    shelf.sign_off()
    lines = (tmp_path / "SHA256SUMS").read_text("utf-8").splitlines()
    assert [line.split("  ")[1] for line in lines] == [
        "b.txt", "csv/coded.csv", "parquet/coded.parquet",
    ]  # fmt: skip
