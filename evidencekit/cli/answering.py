"""Words for the evening: is everything here, receipts for all, a return pack for each person."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from evidencekit.canonical import Json
from evidencekit.cli.command import Command, desk_of, workspace_argument
from evidencekit.cli.console import Console
from evidencekit.operations import completeness, receipts
from evidencekit.operations.completeness import Author
from evidencekit.operations.desk import Desk
from evidencekit.operations.hand_over import HandedOver
from evidencekit.progress import Progress

THE_ANSWER_IS_NO = 1  # the exit status of a question that was answered
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


def _completeness_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("--explain", default="", metavar="NUMBER", help="what you can explain")
    parser.add_argument("--reason", default="", metavar="TEXT", help="kept with it")


def _completeness(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    if asked.explain:
        completeness.explain(desk, asked.explain, asked.reason)
    found = completeness.look(desk)
    for author in found:
        console.say(f"{author.name}: {author.words}")
        for each in author.troubles:
            why = f" Explained by {each.by}: {each.reason}" if each.is_explained else ""
            console.say(f"    {each.key}  {each.words}{why}")
    console.result({"authors": [_author_json(author) for author in found]})
    is_open = any(not each.is_explained for author in found for each in author.troubles)
    return THE_ANSWER_IS_NO if is_open else 0


def _author_json(author: Author) -> dict[str, Json]:
    return {
        "member": author.member, "name": author.name, "whole": author.is_whole,
        "upto": author.upto, "held": author.held, "written": author.written,
        "troubles": [
            {
                "key": each.key, "kind": each.kind.value, "words": each.words,
                "reason": each.reason, "by": each.by, "at": each.at,
            }
            for each in author.troubles
        ],
    }  # fmt: skip


COMMANDS = (
    Command(
        "completeness",
        "Say of each author whether all is here; gaps, forks and rollbacks until explained.",
        'evidencekit completeness lead.evidence --explain 12345678 --reason "one stick was lost"',
        _completeness_arguments,
        _completeness,
    ),
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
