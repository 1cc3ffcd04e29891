"""Words for answering: receipts for every sender in one go, and a return pack for each person."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from evidencekit.canonical import Json
from evidencekit.cli.command import Command, desk_of, workspace_argument
from evidencekit.cli.console import Console
from evidencekit.operations import receipts
from evidencekit.operations.desk import Desk
from evidencekit.operations.hand_over import HandedOver
from evidencekit.progress import Progress

Made = Sequence[tuple[str, HandedOver]]


def _arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("out", type=Path, help="a folder that is there")


def _receipts(asked: Namespace, console: Console) -> int:
    return _write(asked, console, receipts.write_receipts)


def _packs(asked: Namespace, console: Console) -> int:
    return _write(asked, console, receipts.write_packs)


def _write(
    asked: Namespace, console: Console, write: Callable[[Desk, Path, Progress], Made]
) -> int:  # fmt: skip
    made = write(desk_of(asked), asked.out, console.progress)
    console.say(*(f"For {name}: {each.path}" for name, each in made))
    if not made:
        console.say("Nobody else is in the team yet.")
    listed: list[Json] = [
        {
            "for": name, "path": str(each.path), "seq": each.seq, "sha512": each.sha512,
            "revisions": each.revisions,
        }
        for name, each in made
    ]  # fmt: skip
    console.result({"written": listed})
    return 0


COMMANDS = (
    Command(
        "receipts",
        "Write one signed receipt for every sender who waits for one.",
        "evidencekit receipts lead.evidence receipts/",
        _arguments,
        _receipts,
    ),
    Command(
        "packs",
        "Write a return pack for each person: decisions, queries, cases, roster and receipt.",
        "evidencekit packs lead.evidence packs/",
        _arguments,
        _packs,
    ),
)
