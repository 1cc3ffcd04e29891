"""What stands, contradictions, claims, tomorrow and conditions, as a person types them."""

from evidencekit.canonical import Json
from tests.evidencekit.cli.conftest import Typed, lines
from tests.world import Person, case, note


def added(typed: Typed, person: Person, kind: str, body: dict[str, Json]) -> str:
    answer = typed("add", person.folder, kind, "--from", lines(person.stick, body), "--json")
    assert answer.status == 0, answer.err
    record: str = answer.json["added"][0]
    return record


def test_what_stands_is_shown_and_written_as_a_sheet(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    areas = typed("stands", lead.folder, "--json").json["areas"]
    assert {area["weakest"] for area in areas} == {"Nobody has recorded anything yet."}
    sheet = lead.stick / "stands.csv"
    assert typed("stands", lead.folder, "--to", sheet).status == 0
    assert sheet.read_text("utf-8-sig").startswith("Area,")
    by = lead.stick / "by.csv"
    assert typed("coverage", lead.folder, "--by", "stage", "--to", by).status == 0
    assert by.read_text("utf-8-sig").splitlines()[0].startswith("Area,")
    nowhere = lead.stick / "none" / "by.csv"
    assert typed("coverage", lead.folder, "--to", nowhere).status == 5


def test_claims_are_tested_with_evidence_and_the_status_says_whether_all_are(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    child = added(typed, lead, "case", case())
    seen = added(typed, lead, "case-note", note(child, "No dates."))  # type: ignore[arg-type]
    claim = added(typed, lead, "claim", {"claim": "Every plan has dates.", "tested": "no"})
    assert typed("claims", lead.folder).status == 1
    wrong = typed("claims", lead.folder, "--test", claim, "--by", child, "--result", "partly",
                  "--json")  # fmt: skip
    assert (wrong.status, wrong.json["error"]["code"]) == (2, "seeing.not-a-test")
    done = typed("claims", lead.folder, "--test", claim, "--by", seen, "--result",
                 "not-borne-out", "--json")  # fmt: skip
    assert (done.status, done.json["claims"][0]["stands"]) == (0, "contradicted")


def test_a_task_is_given_by_name_and_answered(typed: Typed, laptops: tuple[Person, Person]) -> None:
    lead, _ben = laptops
    made = typed("tomorrow", lead.folder, "--what", "Read it", "--to", "ben", "--json").json
    (task,) = made["tasks"]
    assert (task["day"], task["stands"]) != ("", "done")
    assert made["suggestions"]
    back = typed("tomorrow", lead.folder, "--answer", task["record"], "--words", "Read.", "--json")
    assert back.json["tasks"][0]["stands"] == "done"
    for words in (("--to", "nobody"), ("--to", ""), ("--to", "Ben", "--day", "soon")):
        answer = typed("tomorrow", lead.folder, "--what", "Read it", *words, "--json")
        assert answer.status in {2, 4}
        assert "error" in answer.json


def test_contradictions_and_conditions_say_with_their_status_whether_something_is_due(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    assert typed("contradictions", lead.folder).status == 0
    answer = typed("contradictions", lead.folder, "--close", "polarity:E4", "--outcome", "both-so",
                   "--reason", "So.", "--json")  # fmt: skip
    assert (answer.status, answer.json["error"]["code"]) == (2, "seeing.no-such-contradiction")
    found = typed("conditions", lead.folder, "--json")
    assert found.status == 1
    assert all("¶" in each["source"] for each in found.json["conditions"])


def test_the_whole_base_is_looked_over_and_an_unknown_area_is_named(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    answer = typed("look-over", lead.folder, "--json")
    assert answer.status == 0
    told = answer.json["problems"]
    assert {each["blocks"] for each in told} == {False}
    assert any("¶" in each["source"] for each in told)
    added(typed, lead, "concern", {"nature": "A bruise that nobody had looked at."})
    answer = typed("look-over", lead.folder)
    assert answer.status == 1
    assert "Not allowed: This concern about a child is still open." in answer.out
    assert typed("contradictions", lead.folder, "--area", "E4").status == 0
    wrong = typed("contradictions", lead.folder, "--area", "Z9", "--json")
    assert wrong.json["error"]["code"] == "work.no-such-area"
