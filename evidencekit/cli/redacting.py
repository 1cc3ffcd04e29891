"""Words for withholding and releasing, place by place."""

from argparse import ArgumentParser, Namespace

from evidencekit.cli.command import Command, count, desk_of
from evidencekit.cli.console import Console, counted
from evidencekit.cli.disclosing import request_arguments
from evidencekit.errors.disclosing import NothingDecidedThere
from evidencekit.ids import RecordId
from evidencekit.operations import disclosure_requests, reading, redacting
from evidencekit.operations.desk import Desk
from evidencekit.operations.redacting import Ground, Place


def _redact_arguments(parser: ArgumentParser) -> None:
    request_arguments(parser)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--words", help="these words, wherever they stand")
    what.add_argument("--open", type=count, metavar="NUMBER", help="as `disclose-show` lists it")
    what.add_argument("--record", metavar="ID", help="this whole record")
    what.add_argument("--undo", metavar="DECISION", help="take this decision back")
    parser.add_argument("--code", default="", help="the ground: s31, s38, s40(2), s41 …")
    parser.add_argument("--reason", default="", metavar="TEXT", help="why; it is not printed")
    parser.add_argument("--only-here", action="store_true", help="in the one record alone")
    parser.add_argument("--release", action="store_true", help="say that it may be read")


def _redact(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    request = reading.find_record(desk, asked.request)
    if asked.undo:
        redacting.undo(desk, request, reading.find_record(desk, asked.undo))
        console.say("Taken back. That it was decided stays in the ledger.")
        console.result({"undone": asked.undo})
        return 0
    place = _place(desk, request, asked)
    ground = Ground(code=asked.code, reason=asked.reason, everywhere=not asked.only_here)
    decide = redacting.release if asked.release else redacting.withhold
    made = decide(desk, request, place, ground)
    found = disclosure_requests.look(desk, request)
    done = "Released" if asked.release else "Withheld"
    console.say(f"{done}, as {made.record}. {counted(len(found.open), 'place')} still open.")
    console.result({"decision": made.record, "open": len(found.open)})
    return 0


def _place(desk: Desk, request: RecordId, asked: Namespace) -> Place:
    found = disclosure_requests.look(desk, request)
    if asked.record:
        record = reading.find_record(desk, asked.record)
        return Place(record=record, version=reading.item(desk, record).head.id)
    if asked.words:
        return redacting.find_words(found, asked.words)
    if not 1 <= asked.open <= len(found.open):
        raise NothingDecidedThere
    each = found.open[asked.open - 1]
    return Place(
        record=each.record, version=each.version, path=each.path, start=each.start, end=each.end
    )


COMMANDS = (
    Command(
        "redact",
        "Withhold or release words or a whole record in one disclosure; no record is changed.",
        "evidencekit redact lead.evidence 01a2… --words 'Ann Lee' --code 's40(2)' --reason why",
        _redact_arguments,
        _redact,
    ),
)
