"""Words for frameworks: listed, checked, compared, and put right in an inspection."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from evidencekit.canonical import Json
from evidencekit.cli.command import Command, desk_of, workspace_argument
from evidencekit.cli.console import Console
from evidencekit.errors.usage import WrongUsage
from evidencekit.framework import library
from evidencekit.framework.comparing import Comparison
from evidencekit.framework.items import Area
from evidencekit.operations import frameworks, moving, pack_files, standing


def _frameworks_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--check", type=Path, metavar="FILE", help="check one pack")
    parser.add_argument(
        "--compare", nargs=2, metavar=("A", "B"), help="two frameworks, each an id or a file"
    )
    parser.add_argument(
        "--to", type=Path, metavar="FILE.csv", help="with --compare: write it as a sheet"
    )


def _frameworks(asked: Namespace, console: Console) -> int:
    if asked.to is not None and not asked.compare:
        raise WrongUsage(why="Say --to together with --compare")
    if asked.compare:
        found = frameworks.compared(*asked.compare)
        if asked.to is not None:
            standing.save_sheet(asked.to, pack_files.sheet_of(found))
            console.say(f"Wrote {asked.to}.")
        return _compare(found, console)
    if asked.check:
        _every_fault(asked.check, console)
    packs = (library.read_file(asked.check),) if asked.check else library.shipped()
    console.table(
        ("id", "year", "status", "title"),
        [(pack.id, str(pack.year), pack.status.value, pack.title) for pack in packs],
    )
    listed: list[Json] = [
        {
            "id": pack.id, "year": pack.year, "status": pack.status.value, "title": pack.title,
            "sha256": pack.digest,
        }
        for pack in packs
    ]  # fmt: skip
    console.result({"frameworks": listed})
    return 0


def _every_fault(path: Path, console: Console) -> None:
    """Name every line that is not right before the first of them is refused."""
    for line, why in pack_files.look_at(path).wrong[1:]:
        console.note(f"{path.name}, line {line}: {why}")


def _compare(found: Comparison, console: Console) -> int:
    names = [f"{pack.id} version {pack.version}" for pack in (found.first, found.second)]
    if found.is_same:
        console.say(f"{names[0]} and {names[1]} say the same.")
    console.table((names[0], names[1], "pairing", "matched by"), _area_rows(found))
    for each in found.differences:
        console.say(f"{each.name.replace('_', ' ')}:")
        console.say(*(f"  only in {names[0]}: {one}" for one in each.only_first))
        console.say(*(f"  only in {names[1]}: {one}" for one in each.only_second))
    console.result(_document(found))
    return 0


def _area_rows(found: Comparison) -> list[tuple[str, str, str, str]]:
    how = {match.first.id: match.how.value for match in found.matches}
    return [
        (_area(each.first), _area(each.second), each.pairing.value,
         how.get(each.first.id, "") if each.first else "")
        for each in found.pairs
    ]  # fmt: skip


def _area(area: Area | None) -> str:
    return f"{area.id} {area.label}" if area else ""


def _document(found: Comparison) -> dict[str, Json]:
    return {
        "same": found.is_same,
        "first": {"id": found.first.id, "version": found.first.version},
        "second": {"id": found.second.id, "version": found.second.version},
        "areas": [
            {"first": one.first.id, "second": one.second.id, "by": one.how.value}
            for one in found.matches
        ],
        "only_first": [one.id for one in found.only_first],
        "only_second": [one.id for one in found.only_second],
        "differences": {
            each.name: {"only_first": list(each.only_first), "only_second": list(each.only_second)}
            for each in found.differences
        },
    }  # fmt: skip


def _move_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("file", nargs="?", help="the corrected framework, a higher version")
    parser.add_argument("--preview", action="store_true", help="say what it would do, and stop")
    parser.add_argument("--back", action="store_true", help="undo the last move")
    parser.add_argument(
        "--area", action="append", default=[], metavar="OLD=NEW",
        help="choose by hand what an area without a like is since; may be repeated",
    )  # fmt: skip
    parser.add_argument("--reason", default="", metavar="TEXT", help="why, for the ledger")


def _move(asked: Namespace, console: Console) -> int:
    if asked.back == bool(asked.file):
        raise WrongUsage(why="Name the corrected file, or say --back")
    desk = desk_of(asked)
    if asked.back:
        moving.take_back(desk)
        console.say(f"Moved back to version {desk.pack.version} of {desk.pack.id}.")
        console.result({"framework": desk.pack.id, "version": desk.pack.version})
        return 0
    planned = moving.lead_on(moving.look(desk, asked.file), _by_hand(asked.area))
    console.say(*planned.words)
    if not asked.preview:
        moving.move(desk, planned, asked.reason)
        console.say(f"This workspace uses version {desk.pack.version} now.")
    console.result(
        {
            "framework": planned.after.id, "from": planned.before.version,
            "to": planned.after.version, "areas": dict(planned.areas),
            "by_hand": dict(planned.by_hand), "reworded": list(planned.reworded),
            "kept": list(planned.kept),
            "used": dict(planned.used), "moved": not asked.preview,
        }
    )  # fmt: skip
    return 0


def _by_hand(chosen: list[str]) -> dict[str, str]:
    found = dict(each.partition("=")[::2] for each in chosen)
    if not all(old and new for old, new in found.items()):
        raise WrongUsage(why="Say --area OLD=NEW, such as --area E3=E14")
    return found


COMMANDS = (
    Command(
        "move-framework",
        "Move an inspection to a corrected version of its framework, or back.",
        "evidencekit move-framework lead.evidence macp-2012-v2.toml --preview",
        _move_arguments,
        _move,
    ),
    Command(
        "frameworks",
        "List the frameworks, check a file, or compare two.",
        "evidencekit frameworks --check mine.toml",
        _frameworks_arguments,
        _frameworks,
    ),
)
