import json
from pathlib import Path

from tests.evidencekit.cli.conftest import Typed
from tests.world import Person


def write(typed: Typed, lead: Person, words: str) -> dict[str, object]:
    path = lead.stick / "strengths.txt"
    path.write_text(words, "utf-8")
    made = typed("write", lead.folder, "strengths", "--from", path, "--json")
    assert made.status == 0
    return dict(made.json)


def test_a_section_is_written_looked_over_and_not_final_without_evidence(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    write(typed, lead, "Children wait. Help comes.")
    found = typed("sections", lead.folder, "--json")
    assert found.status == 1
    strengths = next(one for one in found.json["sections"] if one["section"] == "strengths")
    assert [one["flags"] for one in strengths["sentences"]] == [["unsupported"], ["unsupported"]]
    refused = typed("version", lead.folder, "final", "--json")
    assert (refused.status, refused.json["error"]["code"]) == (1, "report.not-final")
    out = lead.stick / "letter.pdf"
    refused = typed("report", lead.folder, out, "--kind", "letter", "--final", "--json")
    assert (refused.json["error"]["code"], out.exists()) == ("report.not-final", False)


def test_words_put_right_keep_their_evidence_and_the_version_names_its_file(
    typed: Typed, laptops: tuple[Person, Person], tmp_path: Path
) -> None:
    lead, _ben = laptops
    body = {"what": "core-group", "started": "2012-11-19T09:00"}
    path = lead.stick / "o.jsonl"
    path.write_text(json.dumps({"body": body}), "utf-8")
    (held,) = typed("add", lead.folder, "observation", "--from", path, "--json").json["added"]
    section = {"section": "strengths", "text": "Children wait.",
               "sentences": [{"sentence": "Children wait.", "evidence": [held]}]}  # fmt: skip
    path.write_text(json.dumps({"body": section}), "utf-8")
    assert typed("add", lead.folder, "report-section", "--from", path).status == 0
    write(typed, lead, "Children still wait.")
    found = typed("sections", lead.folder, "--json")
    assert found.status == 0
    strengths = next(one for one in found.json["sections"] if one["section"] == "strengths")
    assert strengths["sentences"][0]["rests_on"] == [held]
    out = tmp_path / "letter.docx"
    assert typed("report", lead.folder, out, "--kind", "letter", "--final").status == 0
    made = typed("version", lead.folder, "final", out, "--name", "Letter", "--json")
    assert (made.status, made.json["number"]) == (0, 1)


def test_a_snapshot_is_taken_listed_and_held_beside_today(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    taken = typed("snapshot", lead.folder, "Final feedback", "--json").json["record"]
    held = typed("snapshot", lead.folder, "--json").json["snapshots"]
    assert [(one["record"], one["name"]) for one in held] == [(taken, "Final feedback")]
    write(typed, lead, "Children wait.")
    found = typed("snapshot", lead.folder, "--compare", taken, "--json")
    assert (found.status, found.json["whole"]) == (0, True)
    assert [one["what"] for one in found.json["records"]] == ["new"]
    typed("snapshot", lead.folder, "--compare", taken)


def test_the_days_of_haringey_by_command_line(typed: Typed) -> None:
    found = typed("timetable", "2017-11-21", "--notice", "9", "--json").json["days"]
    assert [one["day"] for one in found] == [
        "2017-11-21", "2017-12-04", "2017-12-08", "2018-01-03", "2018-01-16", "2018-01-26",
        "2018-01-30", "2018-05-11",
    ]  # fmt: skip
    assert typed("timetable", "21/11/2017").status == 2
    said = typed("timetable", "2017-11-21", "--framework", "jtai-2015")
    assert "1 December 2017" in said.out


def test_a_missing_file_and_an_unknown_section_are_refused(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    missing = lead.stick / "none.txt"
    assert typed("write", lead.folder, "strengths", "--from", missing).status == 5
    assert typed("version", lead.folder, "draft", missing).status == 5
    (lead.stick / "some.txt").write_text("x", "utf-8")
    refused = typed("write", lead.folder, "poem", "--from", lead.stick / "some.txt", "--json")
    assert refused.json["error"]["code"] == "report.no-such-section"


def test_a_factual_accuracy_point_is_decided_with_the_words_before_and_after(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    section = write(typed, lead, "Children wait nine weeks. Last.")["record"]
    path = lead.stick / "point.jsonl"
    body = {"section": section, "sentence": "Children wait nine weeks.", "comment": "Seven.",
            "received_on": "2012-12-10"}  # fmt: skip
    path.write_text(json.dumps({"body": body}), "utf-8")
    (point,) = typed("add", lead.folder, "accuracy-point", "--from", path, "--json").json["added"]
    path.write_text("Children wait seven weeks.", "utf-8")
    refused = typed("accuracy", lead.folder, point, "accepted", "--after", path, "--json")
    assert refused.json["error"]["code"] == "work.reason-needed"
    made = typed("accuracy", lead.folder, point, "accepted", "--reason", "So it is.",
                 "--after", path, "--json")  # fmt: skip
    assert set(made.json["changed"]) == {point, section}
    assert "Children wait seven weeks. Last." in typed("show", lead.folder, section).out
