from tests.evidencekit.cli.conftest import Typed, lines
from tests.world import Person

NAMED = {"title": "Policy", "says": "Kayleigh Dawson rang 07700 900123."}


def test_the_place_is_listed_and_the_words_are_not(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    _lead, ben = laptops
    typed("add", ben.folder, "document", "--from", lines(ben.stick, NAMED))
    for answer in (typed("guard", ben.folder), typed("guard", ben.folder, "--json")):
        assert answer.status == 1
        assert "Kayleigh" not in answer.out + answer.err
        assert "07700" not in answer.out + answer.err
    assert "  document  says  phone" in typed("guard", ben.folder).out
    (name, phone) = typed("guard", ben.folder, "--json").json["places"]
    assert (name["what"], name["field"], name["sure"]) == ("name", "says", True)
    assert NAMED["says"][phone["start"] : phone["end"]] == "07700 900123"


def test_the_words_are_shown_when_asked_for(typed: Typed, laptops: tuple[Person, Person]) -> None:
    _lead, ben = laptops
    typed("add", ben.folder, "document", "--from", lines(ben.stick, NAMED))
    assert '"Kayleigh Dawson"' in typed("guard", ben.folder, "--show").out
    shown = typed("guard", ben.folder, "--show", "--json").json["places"]
    assert [each["words"] for each in shown] == ["Kayleigh Dawson", "07700 900123"]


def test_nothing_to_find_is_said(typed: Typed, laptops: tuple[Person, Person]) -> None:
    _lead, ben = laptops
    answer = typed("guard", ben.folder)
    assert answer.status == 0
    assert answer.out.startswith("Nothing that waits")


def test_a_folder_that_is_no_workspace_is_refused(typed: Typed, tmp_path: object) -> None:
    assert typed("guard", tmp_path, "--json").json["error"]["code"] == "work.no-workspace"
