from pathlib import Path

import pytest

from evidencekit.errors.framework import BadPack, PackOutOfReach, UnknownFramework
from evidencekit.errors.work import UnknownInspectorate
from evidencekit.operations import frameworks


def test_a_shipped_framework_comes_with_the_text_a_workspace_keeps() -> None:
    found = frameworks.find("macp-2012")
    assert frameworks.kept(found.text).digest == found.pack.digest


def test_a_framework_of_ones_own_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(frameworks.find("macp-2012").text)
    assert frameworks.find(str(path)).pack.id == "macp-2012"


@pytest.mark.parametrize("name", ["none-1999", "/nowhere/mine.toml"])
def test_a_framework_out_of_reach_is_refused(name: str) -> None:
    with pytest.raises((UnknownFramework, PackOutOfReach)):
        frameworks.find(name)


def test_a_bad_file_is_refused_with_line_and_reason(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("id = \n")
    with pytest.raises(BadPack) as refusal:
        frameworks.find(str(tmp_path / "bad.toml"))
    assert refusal.value.facts["line"] == 1


def test_an_inspectorate_must_be_one_the_framework_names() -> None:
    pack = frameworks.find("macp-2012").pack
    frameworks.check_inspectorate(pack, "cqc")
    with pytest.raises(UnknownInspectorate):
        frameworks.check_inspectorate(pack, "ofgem")
