"""Words for seeing what there is: fingerprint, coverage, journey, report."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from evidencekit.analysis.silences import SILENCE_DAYS
from evidencekit.cli.command import Command, count, desk_of, workspace_argument
from evidencekit.cli.console import Console
from evidencekit.operations import care, journeying, publish, reading, report_sections
from evidencekit.operations.publish import Published
from evidencekit.operations.seeing import (
    BY,
    coverage_document,
    coverage_lines,
    journey_document,
    journey_lines,
)
from evidencekit.operations.standing import coverage_csv
from evidencekit.report import writing


def _fingerprint(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    state = care.fingerprint(desk)
    console.say(f"Fingerprint: {state.groups}", f"Revisions: {state.revisions}")
    console.table(
        ("author", "name", "revisions", "newest"),
        [(a.author, a.name, str(a.seq), a.head) for a in state.authors],
    )
    console.result(
        {
            "fingerprint": state.groups,
            "sha256": state.sha256,
            "revisions": state.revisions,
            "authors": [
                {"author": a.author, "name": a.name, "seq": a.seq, "head": a.head}
                for a in state.authors
            ],
        }
    )
    return 0


def _coverage_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("--by", choices=BY, default="case", help="what the columns are")
    parser.add_argument("--to", type=Path, metavar="FILE.csv", help="write the table as a sheet")


def _coverage(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    snapshot = reading.snapshot(desk)
    if asked.to is not None:
        writing.write(asked.to, coverage_csv(snapshot, asked.by))
        console.say(f"Wrote {asked.to}.", "It is a plain file: whoever has it can read it.")
    else:
        console.say(*coverage_lines(snapshot, asked.by))
    console.result(coverage_document(snapshot, asked.by))
    return 0


def _journey_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("case", help="the case's reference, such as SH-04")
    parser.add_argument(
        "--silence", type=_days, default=SILENCE_DAYS, metavar="DAYS",
        help=f"count stretches of more than so many days ({SILENCE_DAYS})",
    )  # fmt: skip
    parser.add_argument(
        "--to", type=Path, metavar="FILE.pdf", help="print it instead, as .pdf or .html"
    )


def _days(text: str) -> int:
    days = count(text)
    if not days:
        why = "it is not a number of days from 1 on"
        raise ArgumentTypeError(why)
    return days


def _journey(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    case = reading.find_record(desk, asked.case)
    snapshot = reading.snapshot(desk)
    if asked.to is not None:
        written = journeying.print_journey(snapshot, case, asked.to, asked.silence)
        publish.record_report(desk, written)
        _say_written(console, written)
        return 0
    console.say(*journey_lines(snapshot, case, asked.silence))
    console.result(journey_document(snapshot, case, asked.silence))
    return 0


def _report_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument(
        "out", type=Path, help="the ending says the form: .pdf, .docx, .html, .csv or .xlsx"
    )
    parser.add_argument(
        "--kind", choices=publish.KINDS, default="report", help="what to print (report)"
    )
    parser.add_argument(
        "--final", action="store_true", help="no draft any more; refused while a sentence is open"
    )


def _report(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    ground = report_sections.ground(desk)
    final = ground if asked.final else None
    written = publish.report(ground.snapshot, asked.out, asked.kind, final=final)
    publish.record_report(desk, written)
    _say_written(console, written)
    return 0


def _say_written(console: Console, written: Published) -> None:
    console.say(f"Wrote {written.path}.", *(f"Beside it: {path}" for path in written.beside))
    console.say(f"SHA-256: {written.sha256}")
    console.say("It is a plain file: whoever has it can read it.")
    console.result(
        {
            "path": str(written.path),
            "sha256": written.sha256,
            "fingerprint": written.fingerprint,
            "beside": [str(path) for path in written.beside],
        }
    )


COMMANDS = (
    Command(
        "fingerprint",
        "Say in a short spoken form what a workspace holds.",
        "evidencekit fingerprint lead.evidence",
        workspace_argument,
        _fingerprint,
    ),
    Command(
        "coverage",
        "Show where evidence is and where it is thin.",
        "evidencekit coverage lead.evidence --by inspectorate",
        _coverage_arguments,
        _coverage,
    ),
    Command(
        "journey",
        "Show one child's chronology from all inspectorates.",
        "evidencekit journey lead.evidence SH-04 --to journey.pdf",
        _journey_arguments,
        _journey,
    ),
    Command(
        "report",
        "Write the joint evidence base as PDF, Word, HTML, CSV or Excel.",
        "evidencekit report lead.evidence report.pdf",
        _report_arguments,
        _report,
    ),
)
