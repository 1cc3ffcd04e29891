"""Words for legal holds: hold, which shows, puts on and lifts them."""

from argparse import ArgumentParser, Namespace

from evidencekit.canonical import Json
from evidencekit.cli.command import Command, desk_of, workspace_argument
from evidencekit.cli.console import Console
from evidencekit.operations import holding, holds, reading
from evidencekit.operations.desk import Desk
from evidencekit.operations.holding import Wanted
from evidencekit.operations.holds import GROUNDS, Hold
from evidencekit.records.words import VOCABULARIES


def _arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    act = parser.add_mutually_exclusive_group()
    grounds = [word.key for word in VOCABULARIES[GROUNDS].words]
    act.add_argument("--put-on", choices=grounds, help="put a hold on, and what it is for")
    act.add_argument("--lift", metavar="HOLD", help="lift a hold: its id, or the beginning of it")
    parser.add_argument("--reason", default="", metavar="TEXT", help="why; needed for both")
    parser.add_argument("--asked-by", default="", metavar="NAME", help="the inquiry, court or body")
    parser.add_argument(
        "--case", nargs="+", default=[], metavar="REF", help="only these cases, not everything"
    )


def _hold(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    if asked.put_on:
        cases = tuple(reading.find_record(desk, each) for each in asked.case)
        wanted = Wanted(
            ground=asked.put_on, reason=asked.reason, asked_by=asked.asked_by, cases=cases
        )
        holding.put_on(desk, wanted)
        console.say("The hold stands. It travels to the team with your next bundle or pack.")
    elif asked.lift:
        holding.lift(desk, reading.find_record(desk, asked.lift), asked.reason)
        console.say("The hold is lifted. That it stood, and why it was lifted, stays.")
    return _show(desk, console)


def _show(desk: Desk, console: Console) -> int:
    every = holds.all_of(desk)
    for each in every:
        console.say(*_lines(each))
    if not every:
        console.say("No legal hold stands, and none has stood.")
    console.result({"holds": [_document(each) for each in every]})
    return 0


def _lines(each: Hold) -> list[str]:
    asked = f", asked for by {each.asked_by}" if each.asked_by else ""
    state = "stands" if each.stands else "lifted"
    lines = [
        f"{each.record}  {state}: {each.what}, {each.ground.lower()}{asked}",
        f"  put on {each.put_on[:10]} by {each.by_name}: {each.reason}",
    ]
    if not each.stands:
        why = each.lifted_because
        lines.append(f"  lifted {each.lifted_at[:10]} by {each.lifted_by}: {why}")
    return lines


def _document(each: Hold) -> dict[str, Json]:
    return {
        "hold": each.record, "stands": each.stands, "ground": each.ground, "what": each.what,
        "cases": list(each.cases), "asked_by": each.asked_by, "reason": each.reason,
        "by": each.by, "by_name": each.by_name, "put_on": each.put_on,
        "lifted_at": each.lifted_at, "lifted_by": each.lifted_by,
        "lifted_because": each.lifted_because,
    }  # fmt: skip


COMMANDS = (
    Command(
        "hold",
        "Show legal holds, put one on, or lift one; nothing they cover can be destroyed.",
        'evidencekit hold lead.evidence --put-on statutory-inquiry --reason "Keep all notes."',
        _arguments,
        _hold,
    ),
)
