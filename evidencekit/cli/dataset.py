"""Words for data: publish what is held, pseudonymised, for an analyst; make a shared key."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from evidencekit.cli.command import Command, desk_of, workspace_argument
from evidencekit.cli.console import Console
from evidencekit.operations import dataset, publishing_key
from evidencekit.operations.dataset import Dates, Survey, Wanted


def _publish_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--to", type=Path, metavar="DIR", help="a new or an empty folder")
    what.add_argument("--preview", action="store_true", help="say what would go out; write nothing")
    parser.add_argument(
        "--dates", choices=[each.value for each in Dates], default=Dates.NUMBERS.value,
        help="numbers counts days; shifted moves every date by weeks",
    )  # fmt: skip
    parser.add_argument("--tell-area", action="store_true", help="write the name of the area too")
    parser.add_argument(
        "--key-file", type=Path, metavar="FILE",
        help="a key shared by several bases; without it, this base has its own",
    )  # fmt: skip


def _publish(asked: Namespace, console: Console) -> int:
    lend = dataset.on_the_desk(desk_of(asked))
    if asked.preview:
        _tell(dataset.survey(lend, console.progress), console)
        return 0
    wanted = Wanted(
        dates=Dates(asked.dates), tell_area=asked.tell_area, key_file=asked.key_file
    )  # fmt: skip
    made = dataset.publish(lend, asked.to, wanted, console.progress)
    console.say(
        f"Wrote {made.records} records in {made.tables} tables to {made.path}.",
        *(f"  stays behind: {words} Records: {few}." for words, few in dataset.stays(made.stayed)),
        "Read README.md there first; it says what a motivated intruder could still do.",
        f"SHA-256 of SHA256SUMS: {made.sha256}",
    )
    console.result({
        "path": str(made.path), "publication": made.publication, "records": made.records,
        "tables": made.tables, "stayed": dict(made.stayed), "sha256": made.sha256,
    })  # fmt: skip
    return 0


def _tell(found: Survey, console: Console) -> None:
    console.table(("goes out", "records"), [(kind, str(many)) for kind, many in found.counts])
    console.say(
        "",
        "Names, references, texts, files and dates of the calendar stay behind, and:",
        *(f"  {words} Records: {few}." for words, few in dataset.stays(found.stayed)),
    )
    console.result({
        "records": found.records, "goes_out": dict(found.counts), "stays": dict(found.stayed),
    })  # fmt: skip


def _key_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="the file to write; keep it apart from the data")


def _key(asked: Namespace, console: Console) -> int:
    publishing_key.make(asked.file)
    console.say(
        f"Wrote {asked.file}.",
        "Publications made with it can be joined by place. Keep it apart from them.",
    )
    console.result({"path": str(asked.file)})
    return 0


COMMANDS = (
    Command(
        "publish",
        "Write pseudonymised tables for an analyst, as CSV and Parquet, with loading scripts.",
        "evidencekit publish lead.evidence --to published",
        _publish_arguments,
        _publish,
    ),
    Command(
        "publish-key",
        "Write a key that lets several bases give the same place the same pseudonym.",
        "evidencekit publish-key national.key",
        _key_arguments,
        _key,
    ),
)
