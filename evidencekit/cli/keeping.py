"""Words for keeping a workspace well: check, rebuild, backup, restore, salvage."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from evidencekit.canonical import Json
from evidencekit.cli.command import Command, desk_of, passphrase_of, workspace_argument
from evidencekit.cli.console import Console
from evidencekit.operations import backup, care, rescuing


def _check(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    found = care.check(desk)
    console.say(*(f"checked: {what}" for what in found.checked))
    console.say(*(f"FOUND {finding.code}: {finding.what}" for finding in found.findings))
    console.say("Nothing is wrong." if found.is_sound else "Damage was found; see above.")
    findings: list[Json] = [{"code": f.code, "what": f.what} for f in found.findings]
    console.result({"checked": list(found.checked), "findings": findings, "sound": found.is_sound})
    return 0 if found.is_sound else 1


def _rebuild(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    before, after = care.rebuild(desk)
    same = before == after
    console.say(
        "Rebuilt. " + ("The same as before." if same else "It had drifted; it is right now.")
    )
    console.result({"before": before, "after": after, "same": same})
    return 0 if same else 1


def _backup_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("out", type=Path, help="the folder to make, NAME.evidence")


def _backup(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    path = backup.backup(desk, asked.out)
    console.say(f"Wrote {path}. It was opened and checked.")
    console.result({"path": str(path)})
    return 0


def _restore_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("backup", type=Path, help="a backup made before")
    parser.add_argument("workspace", type=Path, help="the folder to make; never written over")


def _restore(asked: Namespace, console: Console) -> int:
    path = backup.restore(asked.backup, asked.workspace, passphrase_of(asked))
    console.say(f"Restored to {path}. It was opened and checked.")
    console.result({"path": str(path)})
    return 0


def _salvage_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("out", type=Path, help="the folder to make, NAME.evidence")


def _salvage(asked: Namespace, console: Console) -> int:
    saved = backup.salvage(asked.workspace, asked.out, passphrase_of(asked))
    console.say(
        f"Saved {saved.revisions} revisions to {asked.out}; {saved.lost} could not be read."
    )
    console.result({"path": str(asked.out), "revisions": saved.revisions, "lost": saved.lost})
    return 1 if saved.lost else 0


def _rescue_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("file", type=Path, help="a rescue file, rescue-….age")


def _rescue(asked: Namespace, console: Console) -> int:
    found = rescuing.bring_back(desk_of(asked), asked.file)
    console.say(f"Brought back: {len(found.taken)} unfinished.")
    if found.older:
        console.say(f"Left as they are, because later words stand there: {len(found.older)}.")
    console.result({"taken": list(found.taken), "older": list(found.older)})
    return 0


COMMANDS = (
    Command(
        "check",
        "Check pages, ledger, projections and attachments; say what was found.",
        "evidencekit check lead.evidence",
        workspace_argument,
        _check,
    ),
    Command(
        "rebuild",
        "Drop and rebuild lists, links and search from the ledger.",
        "evidencekit rebuild lead.evidence",
        workspace_argument,
        _rebuild,
    ),
    Command(
        "backup",
        "Copy a workspace; the copy is opened and checked before it counts.",
        "evidencekit backup lead.evidence /media/safe/lead-monday.evidence",
        _backup_arguments,
        _backup,
    ),
    Command(
        "restore",
        "Make a workspace from a backup.",
        "evidencekit restore lead-monday.evidence lead-again.evidence",
        _restore_arguments,
        _restore,
    ),
    Command(
        "salvage",
        "Save every readable revision of a damaged workspace into a new one.",
        "evidencekit salvage broken.evidence saved.evidence",
        _salvage_arguments,
        _salvage,
    ),
    Command(
        "rescue",
        "Bring back words that were saved to a rescue file when the disk would not take them.",
        "evidencekit rescue ben.evidence rescue-20121120T101502Z.age",
        _rescue_arguments,
        _rescue,
    ),
)
