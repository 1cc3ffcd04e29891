"""Words for keys and a lost laptop: passphrase, recovery, statement, doctor."""

from argparse import ArgumentParser, Namespace
from getpass import getpass
from pathlib import Path

from evidencekit.cli.command import (
    Command,
    desk_of,
    first_line,
    passphrase_of,
    typed_twice,
    workspace_argument,
)
from evidencekit.cli.console import Console
from evidencekit.ids import AuthorId
from evidencekit.operations import files, keys, lost_statement, machine
from evidencekit.report import statement


def _passphrase_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("--new-passphrase-file", type=Path, metavar="FILE")


def _passphrase(asked: Namespace, console: Console) -> int:
    new = first_line(asked.new_passphrase_file) if asked.new_passphrase_file else typed_twice()
    keys.change_passphrase(asked.workspace, passphrase_of(asked), new)
    console.say("The passphrase was changed. The recovery code stays as it was.")
    console.result({"changed": True})
    return 0


def _recovery_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("--drill", action="store_true", help="prove that the code works")
    parser.add_argument("--code-file", type=Path, metavar="FILE", help="the code, for the drill")


def _recovery(asked: Namespace, console: Console) -> int:
    if asked.drill:
        code = first_line(asked.code_file) if asked.code_file else getpass("Recovery code: ")
        keys.drill_recovery(asked.workspace, code)
        console.say("The recovery code opens this workspace.")
        console.result({"works": True})
        return 0
    code = keys.new_recovery_code(asked.workspace, passphrase_of(asked))
    console.say("New recovery code, shown this once; the old one no longer works:", f"  {code}")
    console.result({"recovery_code": code})
    return 0


def _statement_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("--member", required=True, metavar="ID")
    parser.add_argument(
        "--to", type=Path, metavar="FILE", help="save it as .pdf, .html or .txt, for others"
    )


def _statement(asked: Namespace, console: Console) -> int:
    desk, member = desk_of(asked), AuthorId(asked.member)
    said = lost_statement.make(desk, member)
    if asked.to:
        files.check_free(asked.to)
        lost_statement.save(said, asked.to, console.progress)
        lost_statement.record(desk, asked.to)
        console.say(f"Wrote {asked.to}. It is a plain file: whoever has it can read it.")
    else:
        console.say(*statement.text(said).decode().splitlines())
    console.result(lost_statement.document(desk, member))
    return 0


def _no_arguments(_parser: ArgumentParser) -> None:
    return


def _doctor(_asked: Namespace, console: Console) -> int:
    facts = machine.facts()
    console.table(("what", "this machine"), [(name, str(value)) for name, value in facts.items()])
    console.result(facts)
    return 0


COMMANDS = (
    Command(
        "passphrase",
        "Change the passphrase; the store is not rewritten.",
        "evidencekit passphrase anna.evidence",
        _passphrase_arguments,
        _passphrase,
    ),
    Command(
        "recovery",
        "Make a new recovery code, or prove with --drill that the code works.",
        "evidencekit recovery anna.evidence --drill",
        _recovery_arguments,
        _recovery,
    ),
    Command(
        "statement",
        "Lead: what was on a person's laptop, what is held, what is missing.",
        "evidencekit statement lead.evidence --member 7KQ2M4XAB3",
        _statement_arguments,
        _statement,
    ),
    Command(
        "doctor", "What this machine has; no content.", "evidencekit doctor", _no_arguments, _doctor
    ),
)
