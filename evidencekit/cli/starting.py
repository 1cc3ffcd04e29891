"""Words that begin: the window, the rehearsal, a new workspace, the fields there are."""

import subprocess
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from evidencekit.canonical import Json
from evidencekit.cli.command import Around, Command, count, new_passphrase_of
from evidencekit.cli.console import Console
from evidencekit.errors.records import UnknownKind
from evidencekit.framework import library
from evidencekit.framework.pack import FrameworkPack
from evidencekit.operations import unlock
from evidencekit.operations.unlock import NewWorkspace
from evidencekit.records.fields import Field, Kind
from evidencekit.records.kinds import KINDS
from evidencekit.records.words import VOCABULARIES

DEFAULT_FRAMEWORK = library.USUAL
WINDOW = "evidencekit-app"


def _app_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("workspace", nargs="?", type=Path, help="the workspace to open")


def _app(asked: Namespace, _console: Console) -> int:
    named = [str(asked.workspace)] if asked.workspace else []
    # A process of its own: the core never imports the screens.
    return subprocess.call([*_window(), *named])  # noqa: S603 - our own program


def _window() -> list[str]:
    """Give what starts the window: in a built app (packaging/) it stands beside the command."""
    if getattr(sys, "frozen", False):
        here = Path(sys.executable)
        return [str(here.with_name(f"{WINDOW}{here.suffix}"))]
    return [sys.executable, "-m", "ui"]


def _demo_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="a folder that does not exist yet")
    parser.add_argument(
        "--records", type=count, default=0, metavar="N", help="records each, for load"
    )
    parser.add_argument("--inspectors", type=count, default=3, metavar="K", help="default 3")
    parser.add_argument("--seed", default="amberford", metavar="S", help="same seed, same content")
    parser.add_argument(
        "--framework", default=DEFAULT_FRAMEWORK, metavar="ID", help="a small rehearsal of another"
    )


def _demo(asked: Namespace, console: Console) -> int:
    if asked.framework != DEFAULT_FRAMEWORK:
        return _small_demo(asked, console)
    from evidencekit.rehearsal import staging  # noqa: PLC0415 - a whole inspection of words
    from evidencekit.rehearsal.staging import Rehearsal  # noqa: PLC0415

    wanted = Rehearsal(
        folder=asked.folder, records=asked.records, inspectors=asked.inspectors, seed=asked.seed
    )
    staged = staging.stage(wanted, tell=console.note, progress=console.progress)
    console.say(*staged.words)
    console.result(staged.document)
    return 0


def _small_demo(asked: Namespace, console: Console) -> int:
    from evidencekit.rehearsal.small import stage_small  # noqa: PLC0415 - a whole inspection

    staged = stage_small(
        asked.folder, asked.framework, seed=asked.seed, tell=console.note,
        progress=console.progress,
    )  # fmt: skip
    console.say(*staged.words)
    console.result(staged.document)
    return 0


def _new_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("workspace", type=Path, help="the folder to make, NAME.evidence")
    parser.add_argument(
        "--framework", default=DEFAULT_FRAMEWORK, metavar="ID", help="an id or a file"
    )
    parser.add_argument("--area", required=True, metavar="NAME", help="the local authority area")
    parser.add_argument("--name", required=True, metavar="NAME", help="your name")
    parser.add_argument("--inspectorate", required=True, metavar="I", help="such as ofsted or cqc")
    parser.add_argument("--role", required=True, choices=("lead", "inspector"))


def _new(asked: Namespace, console: Console) -> int:
    around: Around = asked.around
    made = unlock.create_workspace(
        asked.workspace,
        NewWorkspace(
            framework=asked.framework, area=asked.area, name=asked.name,
            inspectorate=asked.inspectorate, role=asked.role, passphrase=new_passphrase_of(asked),
            cost=around.cost,
        ),
        clock=around.clock,
        ids=around.ids,
    )  # fmt: skip
    me, code = made.desk.me, made.recovery_code
    unlock.lock(made.desk)
    console.say(
        f"Made {asked.workspace}. You are {me.id}.",
        "Recovery code, shown this once. Write it on paper and keep it apart from the laptop:",
        f"  {code}",
    )
    console.result({"workspace": str(asked.workspace), "id": me.id, "recovery_code": code})
    return 0


def _fields_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("kind", nargs="?", help="one kind of record; without it all are listed")
    parser.add_argument("--framework", default=DEFAULT_FRAMEWORK, metavar="ID")


def _fields(asked: Namespace, console: Console) -> int:
    pack = library.get(asked.framework)
    if asked.kind is None:
        console.table(("kind", "what it is"), [(kind.key, kind.help) for kind in KINDS.values()])
        console.result({"kinds": [_kind_json(kind, pack) for kind in KINDS.values()]})
        return 0
    kind = KINDS.get(asked.kind)
    if kind is None:
        raise UnknownKind(kind=asked.kind)
    console.say(f"{kind.label}: {kind.help}", *_field_lines(kind.fields, pack, "  "))
    console.result(_kind_json(kind, pack))
    return 0


def words_allowed(field: Field, pack: FrameworkPack) -> tuple[str, ...]:
    """Give the words a field takes, from the vocabularies or the framework."""
    if not field.words:
        return ()
    if field.words.startswith("pack."):
        return tuple(key for key, _label in pack.words(field.words) or ())
    return tuple(word.key for word in VOCABULARIES[field.words].words)


def _field_lines(fields: tuple[Field, ...], pack: FrameworkPack, indent: str) -> list[str]:
    lines = []
    for field in fields:
        required = ", required" if field.required else ""
        lines.append(f"{indent}{field.key} ({field.kind.value}{required}): {field.help}")
        if words := words_allowed(field, pack):
            lines.append(f"{indent}  words: {', '.join(words)}")
        lines.extend(_field_lines(field.columns, pack, indent + "    "))
    return lines


def _kind_json(kind: Kind, pack: FrameworkPack) -> dict[str, Json]:
    fields: list[Json] = [_field_json(field, pack) for field in kind.fields]
    return {"kind": kind.key, "label": kind.label, "help": kind.help, "fields": fields}


def _field_json(field: Field, pack: FrameworkPack) -> dict[str, Json]:
    document: dict[str, Json] = {
        "key": field.key, "label": field.label, "type": field.kind.value, "help": field.help,
        "required": field.required, "source": field.source,
    }  # fmt: skip
    if words := words_allowed(field, pack):
        document["words"] = list(words)
    if field.of_kinds:
        document["of_kinds"] = list(field.of_kinds)
    if field.columns:
        document["columns"] = [_field_json(column, pack) for column in field.columns]
    return document


APP = Command("app", "Open the window.", "evidencekit app lead.evidence", _app_arguments, _app)
COMMANDS = (
    APP,
    Command(
        "demo",
        "Build the rehearsal inspection of Amberford: invented people, real keys and bundles.",
        "evidencekit demo amberford --inspectors 3",
        _demo_arguments,
        _demo,
    ),
    Command(
        "new",
        "Create a workspace; prints the recovery code once.",
        "evidencekit new anna.evidence --framework macp-2012 --area Amberford "
        '--name "Anna Marsh" --inspectorate ofsted --role lead',
        _new_arguments,
        _new,
    ),
    Command(
        "fields",
        "Print each kind of record with its fields, the words allowed and help.",
        "evidencekit fields observation",
        _fields_arguments,
        _fields,
    ),
)
