"""Words for disclosures: a request, what is withheld, the check, and the pack."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date
from pathlib import Path

from evidencekit.canonical import Json
from evidencekit.cli.command import Command, desk_of, workspace_argument
from evidencekit.cli.console import Console, counted
from evidencekit.framework.disclosure_rules import rules
from evidencekit.ids import AuthorId
from evidencekit.operations import disclosing, disclosure_requests, reading, redacting
from evidencekit.operations.desk import Desk
from evidencekit.operations.disclosure_requests import Asked, InScope, Request, Scope
from evidencekit.report import dates
from evidencekit.report.disclosure import Making

OPEN = 1  # the exit status while something is undecided


def request_arguments(parser: ArgumentParser) -> None:
    """Ask for the workspace and one of its disclosures."""
    workspace_argument(parser)
    parser.add_argument("request", help="the disclosure, as `disclose` lists it")


def _scope_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--case", action="append", default=[], metavar="REF", help="this case")
    parser.add_argument("--kind", action="append", default=[], help="this kind of record")
    parser.add_argument("--area", action="append", default=[], help="this area, such as E4")
    parser.add_argument("--author", action="append", default=[], metavar="ID", help="this person")
    parser.add_argument("--from", dest="first", type=_day, metavar="DATE", help="from this day")
    parser.add_argument("--to", dest="last", type=_day, metavar="DATE", help="up to this day")
    parser.add_argument("--record", action="append", default=[], metavar="ID", help="this one too")
    parser.add_argument("--roles-only", action="store_true", help="print no inspector's name")


def _new_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    routes = [each.key for each in rules().routes]
    parser.add_argument("route", help=f"how it is asked for: {', '.join(routes)}")
    parser.add_argument("--received", type=_day, required=True, metavar="DATE", help="it came then")
    parser.add_argument("--due", type=_day, metavar="DATE", help="instead of the day counted")
    parser.add_argument("--reference", default="", help="the number it goes by")
    parser.add_argument("--by", default="", help="who asks, by role; never a name")
    parser.add_argument("--asked-for", default="", metavar="TEXT", help="what, in their words")
    parser.add_argument("--no-hold", action="store_true", help="put no legal hold on")
    _scope_arguments(parser)


def _new(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    wanted = Asked(
        route=asked.route, received=asked.received, reference=asked.reference, asked_by=asked.by,
        asked_for=asked.asked_for, due=asked.due, scope=_scope(desk, asked),
        team_names=not asked.roles_only, hold=not asked.no_hold,
    )  # fmt: skip
    made = disclosure_requests.put_down(desk, wanted)
    found = disclosure_requests.look(desk, made.record)
    console.say(f"Kept as {made.record}.", f"Answer due: {_due(found.request)}.")
    console.say(*_counts(found))
    console.result(_document(found))
    return 0


def _rescope_arguments(parser: ArgumentParser) -> None:
    request_arguments(parser)
    _scope_arguments(parser)


def _rescope(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    request = reading.find_record(desk, asked.request)
    disclosure_requests.change_scope(
        desk, request, _scope(desk, asked), team_names=not asked.roles_only
    )
    found = disclosure_requests.look(desk, request)
    console.say(*_counts(found))
    console.result(_document(found))
    return 0


def _show(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    request = reading.find_record(desk, asked.request)
    found, log = disclosure_requests.look(desk, request), redacting.log(desk, request)
    console.say(f"{found.request.route} {found.request.reference}".rstrip() + ".")
    console.say(f"Answer due: {_due(found.request)}.", *_counts(found))
    console.table(
        ("decision", "what", "ground", "words", "where", "by"),
        [(each.decision.record, "withheld" if each.decision.withholds else "released",
          each.decision.code, each.words, each.title, each.by_name) for each in log],
    )  # fmt: skip
    console.table(
        ("open", "record", "words", "why"),
        [(str(number), each.record, each.words or "the whole record", each.why)
         for number, each in enumerate(found.open, 1)],
    )  # fmt: skip
    console.result({
        **_document(found),
        "decisions": [
            {"decision": each.decision.record, "record": each.decision.target,
             "withheld": each.decision.withholds, "code": each.decision.code,
             "reason": each.decision.reason, "words": each.words, "by": each.decision.by,
             "at": each.decision.at, "everywhere": each.decision.everywhere}
            for each in log
        ],
        "open": [
            {"number": number, "record": each.record, "version": each.version, "path": each.path,
             "start": each.start, "end": each.end, "words": each.words, "why": each.why}
            for number, each in enumerate(found.open, 1)
        ],
    })  # fmt: skip
    return OPEN if found.open else 0


def _check_arguments(parser: ArgumentParser) -> None:
    request_arguments(parser)
    parser.add_argument("--note", default="", metavar="TEXT", help="what was looked at")
    parser.add_argument("--by", default="", help="a member's id or a role; without it, you")


def _check(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    disclosing.check(desk, reading.find_record(desk, asked.request), asked.note, asked.by)
    console.say("Looked over. Anything decided from now on asks for a new look.")
    console.result({"checked": True})
    return 0


def _disclose_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("request", nargs="?", help="the disclosure; without it, list them")
    parser.add_argument("out", nargs="?", type=Path, help="the folder to make")
    parser.add_argument("--for-checking", action="store_true", help="for the second person only")
    parser.add_argument(
        "--undecided-because", default="", metavar="TEXT", help="leave the rest as it is, because"
    )


def _disclose(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    if asked.request is None:
        return _list(desk, console)
    request = reading.find_record(desk, asked.request)
    if asked.out is None:
        return _counted(disclosure_requests.look(desk, request), console)
    making = Making(for_release=not asked.for_checking, undecided_because=asked.undecided_because)
    made = disclosing.disclose(desk, request, asked.out, making, console.progress)
    console.say(f"Wrote {made.path}: {counted(made.printed, 'record')} printed.")
    console.say(f"Withheld: {counted(made.withheld, 'piece')} of text, "
                f"{counted(made.withheld_whole, 'whole record')}.")  # fmt: skip
    console.say(f"SHA-256 of its list of files: {made.sha256}")
    if not made.for_release:
        console.say("It is for checking only, and says so on every page.")
    console.result({
        "path": str(made.path), "files": list(made.files), "sha256": made.sha256,
        "printed": made.printed, "withheld": made.withheld, "undecided": made.undecided,
        "withheld_whole": made.withheld_whole, "for_release": made.for_release,
    })  # fmt: skip
    return 0


def _list(desk: Desk, console: Console) -> int:
    held = disclosure_requests.requests(desk)
    console.table(
        ("disclosure", "asked for by way of", "reference", "due", "packs", "closed"),
        [(each.record, each.route, each.reference, dates.day(each.due), str(each.packs),
          "yes" if each.is_closed else "") for each in held],
    )  # fmt: skip
    if not held:
        console.say("Nobody has asked for evidence yet. Put a request down with: disclose-new.")
    console.result({
        "disclosures": [
            {"record": each.record, "route": each.route, "reference": each.reference,
             "received": each.received, "due": each.due, "packs": each.packs,
             "closed": each.is_closed}
            for each in held
        ]
    })  # fmt: skip
    return 0


def _counted(found: InScope, console: Console) -> int:
    console.say(*_counts(found))
    console.result(_document(found))
    return OPEN if found.open else 0


def _counts(found: InScope) -> tuple[str, ...]:
    kinds = ", ".join(f"{number} {label.lower()}" for label, number in found.kinds)
    checked = "Looked over by a second person." if found.is_checked else "Not looked over yet."
    return (
        f"In scope: {counted(len(found.items), 'record')}{f' ({kinds})' if kinds else ''}.",
        f"Decided: {len(found.decisions.every)}; still open: {len(found.open)}.",
        checked,
    )


def _document(found: InScope) -> dict[str, Json]:
    request = found.request
    return {
        "record": request.record, "route": request.route, "reference": request.reference,
        "received": request.received, "due": request.due, "rule": request.rule,
        "records": [item.record for item in found.items], "decided": len(found.decisions.every),
        "still_open": len(found.open), "withheld_whole": sorted(found.withheld_whole),
        "checked": found.is_checked, "state": found.state,
    }  # fmt: skip


def _scope(desk: Desk, asked: Namespace) -> Scope:
    return Scope(
        cases=tuple(reading.find_record(desk, each) for each in asked.case),
        kinds=tuple(asked.kind), areas=tuple(asked.area),
        members=tuple(AuthorId(each) for each in asked.author),
        from_day=asked.first.isoformat() if asked.first else "",
        to_day=asked.last.isoformat() if asked.last else "",
        records=tuple(reading.find_record(desk, each) for each in asked.record),
    )  # fmt: skip


def _due(request: Request) -> str:
    return dates.day(request.due) + (f" ({request.rule})" if request.rule else "")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        why = "a date is written like 2012-11-21"
        raise ArgumentTypeError(why) from error


def _close_arguments(parser: ArgumentParser) -> None:
    request_arguments(parser)
    parser.add_argument("--outcome", required=True, metavar="TEXT", help="what came of it")


def _close(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    made = disclosure_requests.close(desk, reading.find_record(desk, asked.request), asked.outcome)
    console.say("Closed. A legal hold that it put on stands until it is lifted, with a reason.")
    console.result({"closed": made.record})
    return 0


COMMANDS = (
    Command(
        "disclose",
        "Make the pack that answers a request, burned in and signed; alone, list requests.",
        "evidencekit disclose lead.evidence 01a2… foi-77",
        _disclose_arguments,
        _disclose,
    ),
    Command(
        "disclose-new",
        "Put down who asks for which evidence, by when; puts a legal hold on.",
        "evidencekit disclose-new lead.evidence foi --received 2014-11-03 --case SH-01",
        _new_arguments,
        _new,
    ),
    Command(
        "disclose-scope",
        "Ask for other records; what was decided stays.",
        "evidencekit disclose-scope lead.evidence 01a2… --kind observation --area E4",
        _rescope_arguments,
        _rescope,
    ),
    Command(
        "disclose-show",
        "What is in scope, our own log with the words, and what is still open.",
        "evidencekit disclose-show lead.evidence 01a2…",
        request_arguments,
        _show,
    ),
    Command(
        "disclose-check",
        "Write down that a second person looked over what is withheld.",
        "evidencekit disclose-check lead.evidence 01a2… --by 'Information officer'",
        _check_arguments,
        _check,
    ),
    Command(
        "disclose-close",
        "Close a request with what came of it; its legal hold is lifted by itself.",
        "evidencekit disclose-close lead.evidence 01a2… --outcome 'Answered in full'",
        _close_arguments,
        _close,
    ),
)
