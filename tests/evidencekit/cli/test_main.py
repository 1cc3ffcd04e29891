from pathlib import Path

import pytest

from evidencekit.cli.main import COMMANDS, build_parser
from tests.evidencekit.cli.conftest import Typed

KEPT = {
    "app", "demo", "new", "join-card", "admit", "pin", "roster", "add", "list", "show", "search",
    "export", "verify", "merge", "withdraw", "clashes", "decide", "allowed-signers",
    "reading-key", "fingerprint", "coverage", "journey", "report", "check", "rebuild", "backup",
    "restore", "salvage", "passphrase", "recovery", "statement", "destroy", "frameworks",
    "doctor", "fields",
}  # fmt: skip


def test_the_commands_are_kept_as_they_are() -> None:
    assert {command.word for command in COMMANDS} >= KEPT


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.word)
def test_every_command_helps_with_an_example(typed: Typed, command: object) -> None:
    word = getattr(command, "word", "")
    answer = typed(word, "--help")
    assert answer.status == 0
    assert f"evidencekit {word}" in answer.out.split("Example:")[1]


def test_wrong_words_are_wrong_usage(typed: Typed) -> None:
    assert typed("frobnicate").status == 2
    assert typed("list").status == 2


def test_a_number_nobody_counts_to_is_wrong_usage(typed: Typed) -> None:
    for number in ("9" * 21, "-1", "1.5", "many"):
        assert typed("list", "x.evidence", "--limit", number).status == 2
        assert typed("withdraw", "x.evidence", number).status == 2


def test_a_place_that_cannot_be_is_refused_without_a_traceback(
    typed: Typed, tmp_path: Path
) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    new = ("--area", "A", "--name", "N", "--inspectorate", "ofsted", "--role", "lead")
    for words in (("new", file / "a.evidence", *new), ("demo", file / "demo")):
        answer = typed(*words, "--json")
        assert (answer.status, answer.json["error"]["code"]) == (5, "work.file-unwritable")
        assert "Traceback" not in answer.err


def test_a_fault_of_our_own_is_named_by_its_place_and_quotes_nothing(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault() -> None:
        dict[str, str]()["Quillon Vetch"]  # a library's own words may quote what it was given

    monkeypatch.setattr("evidencekit.operations.machine.facts", fault)
    answer = typed("doctor", "--json")
    assert (answer.status, answer.json["error"]["code"]) == (5, "program.fault")
    assert "KeyError, test_main.py" in answer.err
    assert "Quillon" not in answer.out + answer.err


def test_alone_it_opens_the_window() -> None:
    assert build_parser().parse_args([]).command.word == "app"


def test_a_passphrase_is_never_an_argument() -> None:
    helped = build_parser().format_help()
    assert "--passphrase " not in helped
