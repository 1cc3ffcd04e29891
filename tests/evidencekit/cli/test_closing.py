from tests.evidencekit.cli.conftest import Typed, lines
from tests.world import Person


def test_what_is_open_is_listed_and_the_answer_is_no(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    _lead, ben = laptops
    typed("add", ben.folder, "document", "--from", lines(ben.stick, {"title": "Policy"}))
    answer = typed("close-day", ben.folder, "--json")
    assert answer.status == 1
    matters = [each["matter"] for each in answer.json["open"]]
    assert matters == ["undated", "areas", "submitting"]
    assert answer.json["to_hand_over"] == 1
    assert "Without an area: 1" in typed("close-day", ben.folder).out
    assert "1 version to hand over" in typed("close-day", ben.folder).out


def test_a_day_with_nothing_open_is_done(typed: Typed, laptops: tuple[Person, Person]) -> None:
    _lead, ben = laptops
    answer = typed("close-day", ben.folder)
    assert (answer.status, answer.out) == (0, "Nothing is open.\nEverything is handed over.\n")


def test_no_name_and_no_child_at_risk_is_ever_printed(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    _lead, ben = laptops
    concern = {"nature": "Left alone overnight.", "identity": "Chantelle Brathwaite, Mill Road"}
    typed("add", ben.folder, "concern", "--from", lines(ben.stick, concern))
    named = {"claim": "Chantelle Brathwaite rang 07700 900123.", "areas": [
        {"area": "E4", "polarity": "context"}], "started": "2012-11-19T10:00"}  # fmt: skip
    typed("add", ben.folder, "claim", "--from", lines(ben.stick, named))
    for answer in (typed("close-day", ben.folder), typed("close-day", ben.folder, "--json")):
        assert answer.status == 1
        assert "Mill Road" not in answer.out + answer.err
        assert "Brathwaite" not in answer.out + answer.err
    shown = typed("close-day", ben.folder).out
    assert "Concerns still open: 1" in shown
    assert "overnight" not in shown


def test_a_folder_that_is_no_workspace_is_refused(typed: Typed, tmp_path: object) -> None:
    assert typed("close-day", tmp_path, "--json").json["error"]["code"] == "work.no-workspace"
