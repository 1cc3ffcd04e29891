"""Words for files: add one to a record, write out a plain copy, read what was written down."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path

from evidencekit.canonical import Json
from evidencekit.cli.command import Command, desk_of, workspace_argument
from evidencekit.cli.console import Console
from evidencekit.operations import attaching, looking_at_files, reading, remembering, viewing
from evidencekit.operations.looking_at_files import Candidate

_GROUP = 8  # characters of a digest at a time
_FIRST_GROUPS = 4


def digest_words(digest: str) -> str:
    """Give the first groups of a digest, as two people would compare them."""
    groups = [digest[at : at + _GROUP] for at in range(0, _GROUP * _FIRST_GROUPS, _GROUP)]
    return f"{' '.join(groups)} …"


def file_words(file: Mapping[str, Json]) -> str:
    """Say one file of a record in a line."""
    said = [
        str(file.get("name", "")), looking_at_files.kind_words(str(file.get("type", ""))),
        f"{file.get('size', 0)} bytes",
    ]  # fmt: skip
    if file.get("added"):
        said.append(f"added {file['added']}")
    if file.get("left_out"):
        said.append("metadata left out")
    return f"{', '.join(said)}; SHA-512 {file.get('digest', '')}"


def _attach_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("record", help="a record's id, or its beginning")
    parser.add_argument("file", type=Path, help=f"at most {looking_at_files.MOST_MB} MB")
    parser.add_argument("--keep-metadata", action="store_true", help="leave a picture as it is")
    parser.add_argument("--reason", default="", metavar="TEXT", help="why, for a submitted record")


def _attach(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    record = reading.find_record(desk, asked.record)
    strip = not asked.keep_metadata
    console.note(*_told(looking_at_files.look_at(asked.file), strip=strip))
    made, entry = attaching.attach_to(desk, record, asked.file, strip=strip, reason=asked.reason)
    console.say(
        "Added." if made else "It is there already; nothing was changed.",
        f"  {file_words(entry)}", f"The original still lies at {asked.file}.",
    )  # fmt: skip
    console.result({"record": record, "added": made is not None, "file": dict(entry)})
    return 0 if made else 1


def _told(candidate: Candidate, *, strip: bool) -> list[str]:
    said = [f"{candidate.kind.words}, {candidate.size} bytes."]
    said += ["Its name says another kind of file."] if candidate.is_misnamed else []
    said += [f"It tells {fact.value}: {words}" for fact, words in candidate.facts]
    if candidate.facts and not (strip and candidate.can_strip):
        said.append("That goes in as it is.")
    return said


def _copy_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("record", help="a record's id, or its beginning")
    parser.add_argument("file", help="its name, or the beginning of its SHA-512")
    parser.add_argument("out", type=Path, help="the file to write; never written over")


def _copy(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    record = reading.find_record(desk, asked.record)
    file = viewing.write_copy(desk, record, asked.file, asked.out)
    console.say(
        f"Wrote {asked.out}, {file.size} bytes. It is plain: anybody can read it.",
        "It was written down in this workspace (evidencekit log). Destroy the copy after use.",
    )
    console.result({"path": str(asked.out), "sha512": file.digest, "size": file.size})
    return 0


def _log(asked: Namespace, console: Console) -> int:
    entries = [
        each for each in remembering.log_entries(desk_of(asked)) if isinstance(each, Mapping)
    ]
    console.table(
        ("when", "what", "about"),
        [tuple(str(each.get(key, "")) for key in ("at", "what", "about")) for each in entries],
    )
    if not entries:
        console.say("Nothing was written down.")
    console.result({"log": [dict(each) for each in entries]})
    return 0


COMMANDS = (
    Command(
        "attach",
        "Add a file to a record; a picture's metadata is left out.",
        "evidencekit attach anna.evidence 3f2a91c0 plan.pdf",
        _attach_arguments,
        _attach,
    ),
    Command(
        "copy-out",
        "Write out a plain copy of a record's file; it is written down.",
        "evidencekit copy-out anna.evidence 3f2a91c0 plan.pdf /media/safe/plan.pdf",
        _copy_arguments,
        _copy,
    ),
    Command(
        "log",
        "Show what was written down besides evidence: copies, reports, withdrawals.",
        "evidencekit log lead.evidence",
        workspace_argument,
        _log,
    ),
)
