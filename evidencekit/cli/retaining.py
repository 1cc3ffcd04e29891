"""Words for how long evidence is kept: retention."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from evidencekit.canonical import Json
from evidencekit.cli.command import Command, desk_of, workspace_argument
from evidencekit.cli.console import Console
from evidencekit.operations import retention
from evidencekit.operations.retention import Applied


def _arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    act = parser.add_mutually_exclusive_group()
    act.add_argument("--rules", type=Path, metavar="FILE", help="take a file of rules, in TOML")
    act.add_argument("--shipped", action="store_true", help="go back to the rules that ship")


def _retention(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    if asked.rules:
        retention.add_rules(desk, asked.rules)
    elif asked.shipped:
        retention.drop_rules(desk)
    kept = retention.look(desk)
    console.say(kept.words)
    for each in kept.applied:
        period = f", {each.rule.period}" if each.rule else ""
        console.say(f"{each.who}: {each.what}{period}", f"  {each.words}", f"  {each.why}")
    for notice in kept.notices:
        console.say(f"{notice.what}.", f"  {notice.said}", f"  Source: {notice.source}.")
    console.result({
        "due": kept.due, "is_due": kept.is_due, "held": bool(kept.holds), "own": kept.has_own,
        "rules": [_document(each) for each in kept.applied],
        "notices": [each.id for each in kept.notices],
    })  # fmt: skip
    return 0


def _document(each: Applied) -> dict[str, Json]:
    return {
        "who": each.who, "rule": each.rule.id if each.rule else "", "what": each.what,
        "period": each.rule.period if each.rule else "", "starts": each.starts, "due": each.due,
        "then": each.rule.then.value if each.rule else "", "is_due": each.is_due,
        "why": each.why,
    }  # fmt: skip


COMMANDS = (
    Command(
        "retention",
        "Show which rule of retention applies, from when, and what a person then does.",
        "evidencekit retention lead.evidence --rules ours.toml",
        _arguments,
        _retention,
    ),
)
