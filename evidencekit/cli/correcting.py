"""Words for what should not stand: delete a record, destroy the content of one version."""

from argparse import ArgumentParser, Namespace

from evidencekit.cli.command import Command, desk_of, workspace_argument
from evidencekit.cli.console import Console
from evidencekit.operations import capture, reading


def _delete_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("record", help="a record's id, its beginning, or a case's reference")
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why; it stays with it")


def _delete(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    made = capture.delete(desk, reading.find_record(desk, asked.record), asked.reason)
    console.say("Deleted. Its earlier versions stay readable, with the reason.")
    console.result({"record": made.record, "revision": made.revision.id})
    return 0


def _erase_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("record", help="a record's id, its beginning, or a case's reference")
    parser.add_argument(
        "revision", nargs="+", help="a version as show --history lists it, or its beginning"
    )
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why; it stays with it")


def _erase(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    record = reading.find_record(desk, asked.record)
    targets = [reading.find_revision(desk, record, each) for each in asked.revision]
    for target in targets:
        capture.erase(desk, target, asked.reason)
    console.say(
        "The content is destroyed here, for ever; that there was a version stays.",
        "Whoever holds it destroys it too when your next bundle reaches them.",
    )
    console.result({"record": record, "erased": list(targets)})
    return 0


COMMANDS = (
    Command(
        "delete",
        "Delete a record with a reason; what it said before stays readable.",
        'evidencekit delete ben.evidence 01a2f3 --reason "Written twice."',
        _delete_arguments,
        _delete,
    ),
    Command(
        "erase",
        "Destroy the content of a version for ever, such as a name typed by mistake.",
        'evidencekit erase ben.evidence 01a2f3 9c04e1 --reason "A name was typed by mistake."',
        _erase_arguments,
        _erase,
    ),
)
