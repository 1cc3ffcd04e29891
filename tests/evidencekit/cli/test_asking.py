"""Asking, answering, accepting and setting aside by command."""

import io

import pytest

from evidencekit.operations import unlock
from tests.evidencekit.cli.conftest import Typed
from tests.world import Person, World, case


@pytest.fixture
def handed_in(world: World) -> tuple[Person, Person, str]:
    """A lead who holds Ben's submitted note, both laptops locked."""
    lead, ben = world.team()
    child = ben.writes("case", **case("HC-01", "inspectorate-tracked")).record
    noted = ben.notes(child, "The room was cold.").record
    ben.submits(noted)
    lead.receives(ben.hands_over())
    for person in (lead, ben):
        unlock.lock(person.desk)
    return lead, ben, noted


def test_a_question_goes_out_and_its_answer_comes_home(
    typed: Typed, handed_in: tuple[Person, Person, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lead, ben, noted = handed_in
    asked = typed("ask", lead.folder, noted, "Who was there?", "--by", "tomorrow", "--json")
    query = asked.json["query"]
    pack = typed("export", lead.folder, lead.stick, "--return", "--json").json["path"]
    assert typed("merge", ben.folder, pack).status == 0
    (seen,) = typed("questions", ben.folder, "--json").json["questions"]
    assert (seen["query"], seen["standing"], seen["question"]) == (
        query, "waiting", "Who was there?",
    )  # fmt: skip
    monkeypatch.setattr("sys.stdin", io.StringIO("The chair.\nAnd both parents."))
    assert typed("answer", ben.folder, query, "-", "--evidence", noted).status == 0
    assert "No open questions." in typed("questions", ben.folder).out
    sent = typed("export", ben.folder, ben.stick, "--json").json["path"]
    assert typed("merge", lead.folder, sent).status == 0
    shown = typed("questions", lead.folder).out
    assert "Ben Okoro: The chair." in shown
    (back,) = typed("questions", lead.folder, "--about", noted, "--json").json["questions"]
    (answer,) = back["answers"]
    assert typed("accept", lead.folder, answer["answer"]).status == 0
    assert typed("questions", lead.folder, "--json").json["questions"] == []
    (settled,) = typed("questions", lead.folder, "--all", "--json").json["questions"]
    assert settled["standing"] == "settled"


def test_a_record_is_accepted_set_aside_and_taken_back(
    typed: Typed, handed_in: tuple[Person, Person, str]
) -> None:
    lead, ben, noted = handed_in
    assert typed("accept", lead.folder, noted).status == 0
    (row,) = typed("list", lead.folder, "--kind", "case-note", "--json").json["records"]
    assert row["accepted"] == "accepted"
    refused = typed("set-aside", lead.folder, noted, "--json")
    assert (refused.status, refused.json["error"]["code"]) == (2, "work.reason-needed")
    assert typed("set-aside", lead.folder, noted, "--reason", "Another child.").status == 0
    back = typed("take-back", lead.folder, noted, "--reason", "The same child.", "--json")
    assert back.json["accepted"] == "accepted"
    refused = typed("take-back", ben.folder, noted, "--reason", "No.", "--json")
    assert refused.json["error"]["code"] == "deciding.nothing-decided"


def test_what_cannot_be_asked_or_accepted_has_a_code(
    typed: Typed, handed_in: tuple[Person, Person, str]
) -> None:
    lead, ben, noted = handed_in
    for words, code in (
        (("ask", lead.folder, noted, " "), "deciding.words-needed"),
        (("ask", lead.folder, "nothing", "Who?"), "work.no-such-record"),
        (("ask", lead.folder, noted, "Who?", "--to", "X"), "work.no-such-member"),
        (("ask", ben.folder, noted, "Who?"), "work.lead-only"),
        (("answer", lead.folder, noted, "Yes."), "deciding.not-a-question"),
        (("accept", lead.folder, "HC-01"), "work.not-submitted"),
        (("accept", ben.folder, noted), "work.lead-only"),
    ):
        refused = typed(*words, "--json")
        assert refused.json["error"]["code"] == code
        assert refused.status in {2, 4}
    assert typed("ask", lead.folder, noted, "Who?", "--by", "never").status == 2


def test_what_waits_is_listed_and_several_are_set_aside(
    typed: Typed, handed_in: tuple[Person, Person, str]
) -> None:
    lead, _ben, noted = handed_in
    waits = typed("undecided", lead.folder, "--json")
    assert (waits.status, waits.json) == (1, {"every": 1, "records": [noted]})
    assert typed("set-aside", lead.folder, noted, "--json").json["error"]["code"]
    done = typed("set-aside", lead.folder, noted, noted, "--reason", "Outside it.", "--json")
    assert len(done.json["decisions"]) == 1
    assert typed("undecided", lead.folder).status == 0
