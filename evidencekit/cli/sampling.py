"""The word for the sample: what the cases show, and what no case shows yet."""

from argparse import Namespace

from evidencekit.canonical import Json
from evidencekit.cli.command import Command, desk_of, workspace_argument
from evidencekit.cli.console import Console, counted
from evidencekit.operations.sample import Sample, sample


def _sample(asked: Namespace, console: Console) -> int:
    found = sample(desk_of(asked))
    console.say(counted(len(found.cases), "case"), *(found.sentences or ("No gap was found.",)))
    console.table(
        ("looked at by", "what", "source", "cases"),
        [
            (dimension.title, line.label, line.source, ", ".join(line.cases) or "none yet")
            for dimension in found.dimensions
            for line in dimension.lines
            if line.cases or line.is_asked
        ],
    )
    console.result(_document(found))
    return 0


def _document(found: Sample) -> dict[str, Json]:
    shown: list[Json] = [
        {
            "by": dimension.key, "key": line.key, "label": line.label, "source": line.source,
            "cases": list(line.cases), "gap": line.is_gap,
        }
        for dimension in found.dimensions
        for line in dimension.lines
    ]  # fmt: skip
    cases: list[Json] = [
        {
            "record": case.record, "reference": case.reference, "sample": case.sample_type,
            "notes": case.notes, "siblings": list(case.siblings), "unborn": case.is_unborn,
            "elsewhere": case.is_elsewhere, "host": case.host, "placing": case.placing,
            "inspectorates": sorted(case.inspectorates),
        }
        for case in found.cases
    ]  # fmt: skip
    return {"cases": cases, "shown": shown, "missing": list(found.sentences)}


COMMANDS = (
    Command(
        "sample",
        "What the sample shows by stage, group and agency, and what no case shows yet.",
        "evidencekit sample lead.evidence",
        workspace_argument,
        _sample,
    ),
)
