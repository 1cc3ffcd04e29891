from pathlib import Path

import pytest

from evidencekit.errors.framework import (
    BadPack,
    FrameworkTaken,
    PackOutOfReach,
    UnknownFramework,
)
from evidencekit.framework import library
from evidencekit.framework.library import Library, read_file, read_folder
from evidencekit.framework.reading import read_pack
from tests.evidencekit.framework.test_reading import SMALL


def test_the_shipped_packs_are_read_once_and_found_by_id() -> None:
    assert "macp-2012" in [pack.id for pack in library.shipped()]
    assert library.get("macp-2012") is library.get("macp-2012")


def test_an_unknown_framework_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownFramework) as found:
        library.get("macp-2013")

    assert "macp-2012" in found.value.what_to_do


def test_a_pack_dropped_in_a_folder_joins_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "read me.txt").write_text("not a pack", encoding="utf-8")

    held = Library().adding(read_folder(tmp_path))

    assert held.get("own-pack").title == "Our own framework"
    assert held.get("macp-2012") == library.get("macp-2012")
    assert held.with_digest(held.get("own-pack").digest) == held.get("own-pack")
    assert held.with_digest("0" * 64) is None


def test_a_folder_that_is_not_there_holds_no_pack(tmp_path: Path) -> None:
    assert read_folder(tmp_path / "none") == ()


def test_a_bad_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(SMALL.replace("version = 1", "version = one"), encoding="utf-8")

    with pytest.raises(BadPack, match=r"own\.toml, line 2"):
        read_file(file)


def test_a_file_that_cannot_be_opened_is_not_called_bad(tmp_path: Path) -> None:
    with pytest.raises(PackOutOfReach):
        read_file(tmp_path / "gone.toml")


def test_the_same_pack_twice_changes_nothing_and_another_of_its_name_is_refused() -> None:
    held = Library().adding([read_pack(SMALL)])

    assert held.adding([read_pack("# again\n" + SMALL)]) is held
    with pytest.raises(FrameworkTaken):
        held.adding([read_pack(SMALL.replace("2013", "2014"))])
    with pytest.raises(FrameworkTaken):
        held.adding([read_pack(SMALL.replace("own-pack", "macp-2012"))])
