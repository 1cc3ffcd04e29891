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
from evidencekit.operations import frameworks, moving


def _frameworks_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--check", type=Path, metavar="FILE", help="check one pack")
    parser.add_argument(
        "--compare", nargs=2, metavar=("A", "B"), help="two frameworks, each an id or a file"
    )


def _frameworks(asked: Namespace, console: Console) -> int:
    if asked.compare:
        return _compare(frameworks.compared(*asked.compare), console)
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


def _compare(found: Comparison, console: Console) -> int:
    names = [f"{pack.id} version {pack.version}" for pack in (found.first, found.second)]
    if found.is_same:
        console.say(f"{names[0]} and {names[1]} say the same.")
    console.table((names[0], names[1], "matched by"), _area_rows(found))
    for each in found.differences:
        console.say(f"{each.name.replace('_', ' ')}:")
        console.say(*(f"  only in {names[0]}: {one}" for one in each.only_first))
        console.say(*(f"  only in {names[1]}: {one}" for one in each.only_second))
    console.result(_document(found))
    return 0


def _area_rows(found: Comparison) -> list[tuple[str, str, str]]:
    return [
        *((_area(one.first), _area(one.second), one.how.value) for one in found.matches),
        *((_area(one), "", "") for one in found.only_first),
        *(("", _area(one), "") for one in found.only_second),
    ]


def _area(area: Area) -> str:
    return f"{area.id} {area.label}"


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


def _move(asked: Namespace, console: Console) -> int:
    if asked.back == bool(asked.file):
        raise WrongUsage(why="Name the corrected file, or say --back")
    desk = desk_of(asked)
    if asked.back:
        moving.take_back(desk)
        console.say(f"Moved back to version {desk.pack.version} of {desk.pack.id}.")
        console.result({"framework": desk.pack.id, "version": desk.pack.version})
        return 0
    planned = moving.look(desk, asked.file)
    console.say(*planned.words)
    if not asked.preview:
        moving.move(desk, planned)
        console.say(f"This workspace uses version {desk.pack.version} now.")
    console.result(
        {
            "framework": planned.after.id, "from": planned.before.version,
            "to": planned.after.version, "areas": dict(planned.areas),
            "reworded": list(planned.reworded), "kept": list(planned.kept),
            "used": dict(planned.used), "moved": not asked.preview,
        }
    )  # fmt: skip
    return 0


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
