"""What left the desk, by command line: versions, where they went, points, feedback, days."""

import json

from tests.evidencekit.cli.conftest import Typed
from tests.evidencekit.cli.test_publishing import write
from tests.world import Person


def test_versions_are_listed_compared_and_sent(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    assert "No version is kept yet" in typed("versions", lead.folder).out
    assert "not recorded yet" in typed("days", lead.folder).out
    assert "No feedback is written down yet" in typed("told", lead.folder).out
    write(typed, lead, "Children wait nine weeks.")
    one = typed("version", lead.folder, "draft", "--name", "First", "--json").json["record"]
    write(typed, lead, "Children wait seven weeks.")
    two = typed("version", lead.folder, "accuracy", "--json").json["record"]
    found = typed("versions", lead.folder, "--compare", one, two)
    assert "  - Children wait nine weeks.\n  + Children wait seven weeks." in found.out
    assert "Word for word the same." in typed("versions", lead.folder, "--compare", two).out
    assert typed("versions", lead.folder, "--sent", two, "--to", "nobody").status == 2
    refused = typed("versions", lead.folder, "--sent", two, "--json")
    assert refused.json["error"]["code"] == "report.nothing-sent"
    typed("versions", lead.folder, "--sent", two, "--to", "lscb-chair", "--on", "2012-12-03",
          "--note", "By the 14th.")  # fmt: skip
    newest, _first = typed("versions", lead.folder, "--json").json["versions"]
    assert (newest["sent"][0]["on"], newest["sent"][0]["note"]) == ("2012-12-03", "By the 14th.")


def test_points_feedback_and_days_are_listed_as_recorded(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    section = write(typed, lead, "Children wait nine weeks.")["record"]
    path = lead.stick / "one.jsonl"
    for kind, body in (
        ("accuracy-point", {"section": section, "sentence": "nine weeks", "comment": "Seven.",
                            "received_on": "2012-12-10"}),
        ("feedback", {"at": "2012-11-30T15:00", "to": ["dcs"], "points": "Known.",
                      "provisional": "yes", "response": "We see."}),
    ):  # fmt: skip
        path.write_text(json.dumps({"body": body}), "utf-8")
        assert typed("add", lead.folder, kind, "--from", path).status == 0
    (point,) = typed("points", lead.folder, "--json").json["points"]
    assert "to decide" in typed("points", lead.folder).out
    path.write_text("Children wait seven weeks.", "utf-8")
    typed("accuracy", lead.folder, point["record"], "accepted", "--reason", "So.", "--after", path,
          "--sentence", "Children wait nine weeks.")  # fmt: skip
    (settled,) = typed("points", lead.folder, "--json").json["points"]
    assert (settled["before"], settled["after"]) == (
        "Children wait nine weeks.", "Children wait seven weeks.",
    )  # fmt: skip
    told = typed("told", lead.folder)
    assert "30 November 2012, 15:00, to Director of children's services: Known." in told.out
    assert "They answered: We see." in told.out
    assert typed("days", lead.folder, "--json").json["days"] == []
