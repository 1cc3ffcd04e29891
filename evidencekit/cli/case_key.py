"""The word for the case key: who a reference is; what is to be held is never an argument."""

import sys
from argparse import ArgumentParser, Namespace
from getpass import getpass

from evidencekit.canonical import Json
from evidencekit.cli.command import Command, desk_of, workspace_argument
from evidencekit.cli.console import Console, counted
from evidencekit.errors.case_key import NotInCaseKey
from evidencekit.errors.usage import WrongUsage
from evidencekit.ids import RecordId
from evidencekit.operations import case_key, reading
from evidencekit.operations.case_key import REASONS, Entry, Given, Reason, Status
from evidencekit.operations.desk import Desk
from evidencekit.records.words import label_of

DOES = ("status", "show", "set", "forget", "log", "destroy")


def _arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("does", choices=DOES, nargs="?", default="status", help="what to do")
    parser.add_argument("case", nargs="?", default="", help="the case's reference, such as SH-04")
    parser.add_argument("--agency", default="", help="set, forget: whose record number it is")
    parser.add_argument("--purpose", default="", metavar="TEXT", help="set: what it is kept for")
    parser.add_argument("--until", default="", metavar="DAY", help="set: held until, 2013-03-31")
    parser.add_argument("--why", choices=[word.key for word in REASONS.words], default="")
    parser.add_argument("--reason", default="", metavar="TEXT", help="why, in a few words")


def _run(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    match asked.does:
        case "show":
            return _show(desk, asked, console)
        case "set":
            return _set(desk, asked, console)
        case "log":
            return _log(desk, console)
        case "forget":
            found = case_key.forget(desk, _case(desk, asked), asked.agency, _reason(asked))
        case "destroy":
            found = case_key.destroy(desk, _reason(asked))
            console.say("The case key is destroyed, its own key first. The evidence is untouched.")
        case _:
            found = case_key.status(desk)
            _status(found, console)
            return int(bool(found.due) or found.is_made is not found.is_here)
    return _status(found, console)


def _show(desk: Desk, asked: Namespace, console: Console) -> int:
    shown = case_key.open_for(desk, _case(desk, asked), _reason(asked))
    if not shown.entries:
        raise NotInCaseKey(reference=shown.reference)
    console.table(
        ("agency", "record number", "name", "kept for", "held until"),
        [
            (label_of("agencies", each.agency), each.number, each.identity, each.purpose,
             each.expires_on)
            for each in shown.entries
        ],
    )  # fmt: skip
    entries: list[Json] = [_entry(each) for each in shown.entries]
    console.result({"reference": shown.reference, "entries": entries})
    return 0


def _set(desk: Desk, asked: Namespace, console: Console) -> int:
    case = _case(desk, asked)
    given = Given(
        agency=asked.agency, number=_typed("The agency's own record number: "),
        identity=_typed("Name, only when the number is not enough: "), purpose=asked.purpose,
        expires_on=asked.until,
    )  # fmt: skip
    found = case_key.keep(desk, case, given)
    console.say(f"Kept. It is held until {asked.until}.")
    return _status(found, console)


def _log(desk: Desk, console: Console) -> int:
    inside = case_key.openings(desk) if case_key.status(desk).is_made else ()
    lasting = case_key.audit(desk)
    console.table(("when", "what", "about"), lasting)
    console.result(
        {
            "lasting": [
                {"at": at, "what": what, "about": about} for at, what, about in lasting
            ],
            "openings": [
                {
                    "at": each.at, "by": each.member, "what": each.what, "why": each.why,
                    "reason": each.reason, "looked_at": list(each.looked_at),
                }
                for each in inside
            ],
        }
    )  # fmt: skip
    return 0


def _status(found: Status, console: Console) -> int:
    console.say(*status_words(found))
    console.table(
        ("case", "held until"), [(each.reference, each.expires_on) for each in found.held]
    )
    console.result(
        {
            "made": found.is_made, "here": found.is_here, "folder": found.name,
            "held": [{"case": e.reference, "until": e.expires_on} for e in found.held],
            "due": [each.reference for each in found.due], "destroyed": found.destroyed,
        }
    )  # fmt: skip
    return 0


def status_words(found: Status) -> tuple[str, ...]:
    """Say in sentences how the case key stands."""
    if not found.is_made:
        gone = (f"The case key was destroyed: {found.destroyed}.",) if found.destroyed else ()
        return (*gone, "This workspace has no case key.")
    words = [f"{found.name} holds {counted(len(found.held), 'reference')}."]
    if not found.is_here:
        words.append(f"{found.name} is not beside the workspace.")
    if found.due:
        due = ", ".join(each.reference for each in found.due)
        words.append(f"Past the day until which it may be held: {due}.")
    return tuple(words)


def _case(desk: Desk, asked: Namespace) -> RecordId:
    if not asked.case:
        raise WrongUsage(why="Say which case, by its reference")
    return reading.find_record(desk, asked.case)


def _reason(asked: Namespace) -> Reason:
    return Reason(asked.why, asked.reason)


def _typed(question: str) -> str:
    """Ask on a terminal without showing what is typed; else read one line of standard input."""
    if sys.stdin.isatty():
        return getpass(question)
    return sys.stdin.readline().rstrip("\r\n")


def _entry(entry: Entry) -> Json:
    return {
        "agency": entry.agency, "number": entry.number, "identity": entry.identity,
        "purpose": entry.purpose, "until": entry.expires_on, "written": entry.written,
    }  # fmt: skip


COMMANDS = (
    Command(
        "case-key",
        "Who a reference is: show, set, forget, log, destroy; it opens with a reason.",
        "evidencekit case-key ben.evidence show SH-04 --why right-record --reason 'Day 2, the GP'",
        _arguments,
        _run,
    ),
)
