from pathlib import Path

from tests.evidencekit.cli.conftest import Typed
from tests.world import Person


def test_two_people_destroy_and_the_lead_holds_the_certificate_against_the_team(
    typed: Typed, laptops: tuple[Person, Person], tmp_path: Path
) -> None:
    lead, ben = laptops
    certificate = tmp_path / "ben.json"
    alone = typed("destroy", ben.folder, "--certificate", certificate, "--reason", "x", "--json")
    assert (alone.status, alone.json["error"]["code"]) == (4, "disposal.second-person")
    proposed = typed(
        "propose-destruction", ben.folder, tmp_path, "--reason", "Six years.", "--json"
    ).json
    agreed = typed(
        "confirm-destruction", lead.folder, proposed["path"], "--out", tmp_path, "--json"
    ).json["confirmed"]
    assert typed("certificates", lead.folder).status == 1
    done = typed(
        "destroy", ben.folder, "--confirmation", agreed[0]["path"], "--certificate", certificate,
        "--json",
    )  # fmt: skip
    assert (done.status, ben.folder.exists()) == (0, False)
    assert done.json["confirmed_by"] == lead.desk.me.id
    taken = typed("certificates", lead.folder, certificate, "--to", tmp_path, "--json")
    assert taken.status == 0
    assert [each["standing"] for each in taken.json["people"]] == ["fits", "here"]
    assert len(list(tmp_path.glob("destruction-list-*/destruction-list.txt"))) == 1


def test_a_wrong_file_is_refused_with_its_code(
    typed: Typed, laptops: tuple[Person, Person], tmp_path: Path
) -> None:
    lead, ben = laptops
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{}")
    for words in (
        ("confirm-destruction", lead.folder, wrong, "--out", tmp_path),
        ("destroy", ben.folder, "--confirmation", wrong, "--certificate", tmp_path / "c.json"),
    ):
        answer = typed(*words, "--json")
        assert answer.status == 4
        assert answer.json["error"]["code"].startswith("disposal.")
    assert ben.folder.exists()
