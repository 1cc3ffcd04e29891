from tests.evidencekit.cli.conftest import Typed, lines
from tests.world import Person, case


def test_records_are_added_listed_shown_and_found(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    assert typed("add", lead.folder, "case", "--from", lines(lead.stick, case())).status == 0
    (listed,) = typed("list", lead.folder, "--kind", "case", "--json").json["records"]
    assert (listed["title"], listed["author_name"]) == ("SH-01", "Lena Marsh")
    shown = typed("show", lead.folder, "SH-01", "--history", "--json").json
    assert (shown["kind"], shown["body"]["reference"]) == ("case", "SH-01")
    assert [each["seq"] for each in shown["history"]] == [2]
    found = typed("search", lead.folder, "SH", "01", "--json").json["found"]
    assert [each["record"] for each in found] in ([listed["record"]], [])


def test_what_show_prints_can_be_added_again_as_a_correction(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    typed("add", lead.folder, "document", "--from", lines(lead.stick, {"title": "One"}))
    record = typed("list", lead.folder, "--kind", "document", "--json").json["records"][0]["record"]
    assert typed("show", lead.folder, record, "--json").json["body"] == {"title": "One"}


def test_a_bad_line_is_named_and_nothing_is_added(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    source = lines(lead.stick, {"title": "One"}, {"colour": "red"})
    answer = typed("add", lead.folder, "document", "--from", source, "--json")
    assert (answer.status, answer.json["error"]["code"]) == (4, "work.bad-line")
    assert "Line 2" in answer.json["error"]["happened"]
    assert typed("list", lead.folder, "--kind", "document", "--json").json["records"] == []


def test_a_file_that_is_not_there_is_named(typed: Typed, laptops: tuple[Person, Person]) -> None:
    lead, _ben = laptops
    answer = typed("add", lead.folder, "document", "--from", "/nowhere.jsonl", "--json")
    assert (answer.status, answer.json["error"]["code"]) == (5, "work.file-unreadable")


def test_finding_nothing_is_said(typed: Typed, laptops: tuple[Person, Person]) -> None:
    lead, _ben = laptops
    assert "Nothing found." in typed("search", lead.folder, "zebra").out
