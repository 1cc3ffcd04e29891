"""A framework's file, looked at before anybody uses it."""

from pathlib import Path

import pytest

from evidencekit.crypto.passphrase import TEST_COST
from evidencekit.errors.framework import PackOutOfReach
from evidencekit.framework import library
from evidencekit.framework.comparing import compare
from evidencekit.framework.pack import FrameworkPack
from evidencekit.operations import frameworks, pack_files, unlock
from evidencekit.operations.unlock import NewWorkspace
from tests.world import PASSPHRASE


def text() -> str:
    return frameworks.find("macp-2012").text.decode()


@pytest.mark.parametrize("pack", library.shipped(), ids=lambda pack: pack.id)
def test_what_a_framework_holds_is_said_in_words(pack: FrameworkPack) -> None:
    told = dict(pack_files.holds(pack))
    assert told["Source"] == pack.source
    assert f"{len(pack.joint_areas)} looked at together" in told["Areas"]
    assert told["Judgements"] == "None" if pack.narrative else told["Judgements"] != "None"
    assert "(leads)" in told["Inspectorates"]
    assert ("words" in told["Grades"]) is pack.narrative
    assert all(said for said in told.values())


def test_a_good_file_is_offered_with_its_text(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text().replace('id = "macp-2012"', 'id = "own-2012"', 1), "utf-8")
    offered = pack_files.look_at(path)
    assert offered.found is not None
    assert (offered.found.pack.id, offered.wrong) == ("own-2012", ())
    assert pack_files.is_pack_file(path)
    made = unlock.create_workspace(
        tmp_path / "own.evidence",
        NewWorkspace(framework=offered.found, area="Amberford", name="Lena Marsh",
                     inspectorate="ofsted", role="lead", passphrase=PASSPHRASE,
                     cost=TEST_COST),
    )  # fmt: skip
    path.unlink()  # the workspace keeps its own copy
    assert made.desk.pack.id == "own-2012"
    unlock.lock(made.desk)


def test_each_line_that_is_not_right_is_named(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text().replace('"no-identity"', '"none"').replace('key = "ref"', 'key = "X"'))
    offered = pack_files.look_at(path)
    assert offered.found is None
    assert len(offered.wrong) == 2
    assert offered.wrong == tuple(sorted(offered.wrong))
    assert all(why.endswith(".") for _line, why in offered.wrong)


def test_a_file_that_is_not_there_or_holds_something_else_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackOutOfReach):
        pack_files.look_at(tmp_path / "gone.toml")
    other = tmp_path / "photo.toml"
    other.write_bytes(bytes(range(256)) * 9000)
    assert len(pack_files.look_at(other).wrong) == 1


def test_a_comparison_is_a_sheet_of_whole_rows() -> None:
    found = compare(library.get("jtai-2015"), library.get("ofsted-targeted-2015"))
    headers, *lines = pack_files.sheet_of(found)
    assert {len(line) for line in (headers, *lines)} == {5}
    assert lines[0][:2] == ("same", "T1 Response at identification")
