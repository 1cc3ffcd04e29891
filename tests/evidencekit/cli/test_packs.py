from pathlib import Path

from evidencekit.framework import library
from evidencekit.operations import frameworks
from tests.evidencekit.cli.conftest import Typed, lines
from tests.world import Person


def test_all_six_frameworks_are_listed(typed: Typed) -> None:
    answer = typed("frameworks", "--json")
    assert [each["id"] for each in answer.json["frameworks"]] == [
        pack.id for pack in library.shipped()
    ]


def test_two_frameworks_are_compared_by_the_text_of_their_areas(typed: Typed) -> None:
    answer = typed("frameworks", "--compare", "jtai-2015", "ofsted-targeted-2015")
    assert answer.status == 0
    assert "only in jtai-2015 version 1: CQC" in answer.out
    found = typed("frameworks", "--compare", "jtai-2015", "macp-2012", "--json").json
    assert found["areas"] == []
    assert found["only_first"][0] == "T1"


def test_the_same_framework_is_told_as_the_same(typed: Typed) -> None:
    answer = typed("frameworks", "--compare", "apc-2012", "apc-2012")
    assert "say the same" in answer.out


def test_a_file_of_ones_own_is_compared_and_a_bad_one_named_by_line(
    typed: Typed, tmp_path: Path
) -> None:
    bad = tmp_path / "mine.toml"
    bad.write_text('id = "mine"\nversion = "one"\n', "utf-8")
    answer = typed("frameworks", "--compare", "apc-2012", bad)
    assert answer.status == 4
    assert "mine.toml, line 2" in answer.err
    unknown = typed("frameworks", "--compare", "apc-2012", "nothing-1999")
    assert unknown.status == 4


def test_a_small_rehearsal_is_built_by_its_framework(typed: Typed, tmp_path: Path) -> None:
    answer = typed("demo", tmp_path / "r", "--framework", "ofsted-targeted-2015", "--json")
    assert answer.status == 0
    assert answer.json["area"] == "Wetherfold"
    assert (tmp_path / "r" / "letter.pdf").is_file()


def test_an_inspection_is_moved_after_a_look_and_back_again(
    typed: Typed, laptops: tuple[Person, Person], tmp_path: Path
) -> None:
    lead = laptops[0].folder
    text = frameworks.find("macp-2012").text.decode().replace("\nversion = 1\n", "\nversion = 2\n")
    path = tmp_path / "two.toml"
    path.write_text(text, "utf-8")
    assert not typed("move-framework", lead, path, "--preview", "--json").json["moved"]
    assert typed("move-framework", lead, path, "--json").json["to"] == 2
    assert typed("move-framework", lead, path).status == 4
    assert "Moved back to version 1" in typed("move-framework", lead, "--back").out
    assert typed("move-framework", lead).status == 2
    assert typed("check", lead).status == 0


def test_a_move_with_a_choice_by_hand_is_typed_and_a_comparison_is_a_sheet(
    typed: Typed, laptops: tuple[Person, Person], tmp_path: Path
) -> None:
    lead = laptops[0].folder
    child = lines(tmp_path, {"reference": "SH-01"})
    note = {"my_view": "Help came.", "areas": [{"area": "E3", "polarity": "strength"}]}
    assert typed("add", lead, "case", "--from", child).status == 0
    assert typed("add", lead, "case-note", "--from", lines(tmp_path, note)).status == 0
    text = frameworks.find("macp-2012").text.decode().replace("\nversion = 1\n", "\nversion = 2\n")
    text = text.replace('id = "E3"\nkind', 'id = "E13"\nkind').replace(
        'text = "What the help given to children and families changes for them."', 'text = "Help."'
    )
    path = tmp_path / "two.toml"
    path.write_text(text, "utf-8")
    sheet = tmp_path / "beside.csv"
    assert typed("frameworks", "--compare", "macp-2012", path, "--to", sheet).status == 0
    assert "changed" in sheet.read_text("utf-8-sig")
    assert typed("frameworks", "--to", sheet).status == 2
    assert typed("move-framework", lead, path, "--area", "E3").status == 2
    wrong = typed("move-framework", lead, path, "--area", "E4=E13", "--json")
    assert wrong.json["error"]["code"] == "framework.not-by-hand"
    moved = typed("move-framework", lead, path, "--area", "E3=E13", "--reason", "Wrong.", "--json")
    assert moved.json["by_hand"] == {"E3": "E13"}
    assert typed("list", lead, "--area", "E13", "--json").json["records"]


def test_every_wrong_line_of_a_file_is_named(typed: Typed, tmp_path: Path) -> None:
    text = frameworks.find("macp-2012").text.decode()
    path = tmp_path / "own.toml"
    path.write_text(text.replace('"no-identity"', '"none"').replace('key = "ref"', 'key = "X"'))
    answer = typed("frameworks", "--check", path)
    assert answer.status == 4
    assert answer.err.count("own.toml, line ") == 2
