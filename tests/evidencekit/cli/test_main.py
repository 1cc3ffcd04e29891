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


def test_alone_it_opens_the_window() -> None:
    assert build_parser().parse_args([]).command.word == "app"


def test_a_passphrase_is_never_an_argument() -> None:
    helped = build_parser().format_help()
    assert "--passphrase " not in helped
