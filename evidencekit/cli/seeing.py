"""Words for seeing what there is: fingerprint, coverage, journey, report."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from evidencekit.cli.command import Command, desk_of, workspace_argument
from evidencekit.cli.console import Console
from evidencekit.operations import care, publish, reading
from evidencekit.operations.seeing import (
    BY,
    coverage_document,
    coverage_lines,
    journey_document,
    journey_lines,
)


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


def _coverage(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    snapshot = reading.snapshot(desk)
    console.say(*coverage_lines(snapshot, asked.by))
    console.result(coverage_document(snapshot, asked.by))
    return 0


def _journey_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("case", help="the case's reference, such as SH-04")


def _journey(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    case = reading.find_record(desk, asked.case)
    snapshot = reading.snapshot(desk)
    console.say(*journey_lines(snapshot, case))
    console.result(journey_document(snapshot, case))
    return 0


def _report_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("out", type=Path, help="the ending says the form: .pdf, .html or .csv")
    parser.add_argument(
        "--kind", choices=publish.KINDS, default="report", help="what to print (report)"
    )


def _report(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    written = publish.report(reading.snapshot(desk), asked.out, asked.kind)
    publish.record_report(desk, written)
    console.say(f"Wrote {asked.out}.", *(f"Beside it: {path}" for path in written.beside))
    console.say(f"SHA-256: {written.sha256}")
    console.result(
        {
            "path": str(asked.out),
            "sha256": written.sha256,
            "fingerprint": written.fingerprint,
            "beside": [str(path) for path in written.beside],
        }
    )
    return 0


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
        "evidencekit journey lead.evidence SH-04",
        _journey_arguments,
        _journey,
    ),
    Command(
        "report",
        "Write the joint evidence base as PDF, HTML or CSV.",
        "evidencekit report lead.evidence report.pdf",
        _report_arguments,
        _report,
    ),
)
