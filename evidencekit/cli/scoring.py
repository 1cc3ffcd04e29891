"""The word for scores: one's own, how many wait, and the team's setting."""

from argparse import ArgumentParser, Namespace

from evidencekit.canonical import Json
from evidencekit.cli.command import Command, desk_of, workspace_argument
from evidencekit.cli.console import Console, counted
from evidencekit.errors.work import NoSuchArea
from evidencekit.operations import blind, reading
from evidencekit.operations.blind import Setting
from evidencekit.operations.desk import Desk
from evidencekit.store.listing import Only


def _arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--reveal", metavar="AREA", help="open all scores of an area (lead)")
    what.add_argument("--open", action="store_true", help="hide no scores any more (lead)")
    what.add_argument("--hide", action="store_true", help="hide them until one's own is in (lead)")
    parser.add_argument("--case", metavar="REF", help="with --reveal: this case's scores only")
    parser.add_argument("--reason", default="", metavar="TEXT", help="why; the roster carries it")


def _scores(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    _change(asked, desk)
    found = blind.setting(desk)
    own = reading.rows(desk, Only(kind="score", author=desk.me.id), limit=reading.EVERY)
    console.say(_said(found))
    console.table(("your score", "state"), [(row.title, row.state) for row in own])
    for (area, case), number in sorted(found.waiting.items()):
        where = f"{area}, {reading.title(desk, reading.find_record(desk, case))}" if case else area
        console.say(f"{where}: {counted(number, 'score')} by colleagues, until yours is in.")
    console.result(_document(found))
    return 0


def _change(asked: Namespace, desk: Desk) -> None:
    if asked.reveal:
        if desk.pack.area(asked.reveal) is None:
            raise NoSuchArea(area=asked.reveal)
        case = reading.find_record(desk, asked.case) if asked.case else blind.ALL_OF_IT
        blind.reveal(desk, asked.reveal, case, asked.reason)
    elif asked.open or asked.hide:
        blind.hide_scores(desk, on=asked.hide, reason=asked.reason)


def _said(found: Setting) -> str:
    if not found.policy.hides:
        return "Scores are open: everybody sees them at once."
    return "A colleague's score is hidden until your own of the same area and case is in."


def _document(found: Setting) -> dict[str, Json]:
    waiting: list[Json] = [
        {"area": area, "case": case, "scores": number}
        for (area, case), number in sorted(found.waiting.items())
    ]
    revealed: list[Json] = [
        {"area": area, "case": case} for area, case in sorted(found.policy.revealed)
    ]
    return {"hidden": found.policy.hides, "revealed": revealed, "waiting": waiting}


COMMANDS = (
    Command(
        "scores",
        "Your scores, how many by colleagues wait for yours, and the team's setting.",
        'evidencekit scores lead.evidence --reveal E4 --reason "We moderate today."',
        _arguments,
        _scores,
    ),
)
