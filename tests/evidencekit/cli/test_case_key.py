import io

import pytest

from tests.evidencekit.cli.conftest import Typed, lines
from tests.world import Person, case

WHY = ("--why", "right-record", "--reason", "Day 2, at the surgery")
SET = ("--agency", "gp", "--purpose", "to ask for the file", "--until", "2999-03-31")


@pytest.fixture
def held(typed: Typed, laptops: tuple[Person, Person], monkeypatch: pytest.MonkeyPatch) -> Person:
    """A lead whose case key holds one entry."""
    lead, _ben = laptops
    assert typed("add", lead.folder, "case", "--from", lines(lead.stick, case("SH-04"))).status == 0
    monkeypatch.setattr("sys.stdin", io.StringIO("P-1182\nquibblefax vermotrop\n"))
    answer = typed("case-key", lead.folder, "set", "SH-04", *SET)
    assert answer.status == 0
    assert "quibblefax" not in answer.out + answer.err
    return lead


def test_what_was_set_is_shown_with_a_reason_and_logged(typed: Typed, held: Person) -> None:
    shown = typed("case-key", held.folder, "show", "SH-04", *WHY, "--json").json
    (entry,) = shown["entries"]
    assert (entry["number"], entry["identity"]) == ("P-1182", "quibblefax vermotrop")
    log = typed("case-key", held.folder, "log", "--json").json
    assert [each["what"] for each in log["openings"]] == ["kept", "opened"]
    assert log["openings"][1]["reason"] == "Day 2, at the surgery"
    assert [each["what"] for each in log["lasting"]] == ["kept", "opened"]


def test_without_a_reason_it_stays_shut(typed: Typed, held: Person) -> None:
    answer = typed("case-key", held.folder, "show", "SH-04", "--json")
    assert answer.status == 2
    assert answer.json["error"]["code"] == "case-key.reason-needed"
    assert "P-1182" not in answer.out + answer.err


def test_the_status_tells_references_and_days_only(typed: Typed, held: Person) -> None:
    answer = typed("case-key", held.folder, "--json")
    assert answer.json["held"] == [{"case": "SH-04", "until": "2999-03-31"}]
    assert "quibblefax" not in answer.out + answer.err
    assert "P-1182" not in answer.out + answer.err


def test_it_is_forgotten_and_destroyed_and_the_evidence_stays(typed: Typed, held: Person) -> None:
    before = typed("fingerprint", held.folder, "--json").json
    gone = typed("case-key", held.folder, "forget", "SH-04", "--agency", "gp", *WHY, "--json")
    assert gone.json["held"] == []
    answer = typed("case-key", held.folder, "destroy", *WHY, "--json")
    assert answer.json["made"] is False
    assert answer.json["destroyed"].endswith("Lena Marsh")
    assert not held.folder.with_suffix(".case-key").exists()
    assert typed("fingerprint", held.folder, "--json").json == before
    assert typed("case-key", held.folder, "show", "SH-04", *WHY).status == 2
    assert "destroyed" in typed("case-key", held.folder, "log").out


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("show",), 2), (("show", "XX-99", *WHY), 2), (("forget", "SH-04", "--agency", "gp"), 2),
        (("open",), 2), (("show", "SH-04", "--why", "curious", "--reason", "x"), 2),
    ],
)  # fmt: skip
def test_wrong_words_change_nothing(
    typed: Typed, held: Person, words: tuple[str, ...], status: int
) -> None:
    assert typed("case-key", held.folder, *words).status == status
    assert len(typed("case-key", held.folder, "--json").json["held"]) == 1


def test_nothing_given_is_nothing_kept(
    typed: Typed, laptops: tuple[Person, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    lead, _ben = laptops
    typed("add", lead.folder, "case", "--from", lines(lead.stick, case("SH-04")))
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    answer = typed("case-key", lead.folder, "set", "SH-04", *SET, "--json")
    assert answer.json["error"]["code"] == "case-key.nothing-to-keep"
    assert not lead.folder.with_suffix(".case-key").exists()


def test_a_day_that_has_passed_and_a_missing_file_are_told_by_the_exit_status(
    typed: Typed, laptops: tuple[Person, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    lead, _ben = laptops
    assert typed("case-key", lead.folder).status == 0
    typed("add", lead.folder, "case", "--from", lines(lead.stick, case("SH-04")))
    monkeypatch.setattr("sys.stdin", io.StringIO("P-1182\n\n"))
    typed("case-key", lead.folder, "set", "SH-04", *SET)
    assert typed("case-key", lead.folder, "status").status == 0
    lead.folder.with_suffix(".case-key").rename(lead.stick / "away")
    answer = typed("case-key", lead.folder)
    assert answer.status == 1
    assert "lena.case-key is not beside the workspace." in answer.out
