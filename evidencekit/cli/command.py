"""Command: a word of the command line, its arguments, its help and what it does."""

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from dataclasses import dataclass, field
from getpass import getpass
from pathlib import Path

from evidencekit.cli.console import Console
from evidencekit.clock import Clock, SystemClock
from evidencekit.crypto.passphrase import DEFAULT_COST, Cost
from evidencekit.errors.usage import NoPassphrase, PassphrasesDiffer
from evidencekit.ids import IdMaker, SystemIds
from evidencekit.operations.desk import Desk
from evidencekit.operations.keys import check_strong
from evidencekit.operations.unlock import open_workspace

VARIABLE = "EVIDENCEKIT_PASSPHRASE"
MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Command:
    """One word: how it is spelled, what it takes, and the function that does it."""

    word: str
    summary: str
    example: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace, Console], int]


@dataclass(frozen=True, slots=True)
class Around:
    """What a command finds around it: no word and no variable sets it, only a caller in Python."""

    clock: Clock = field(default_factory=SystemClock)
    ids: IdMaker = field(default_factory=SystemIds)
    cost: Cost = DEFAULT_COST  # of a new passphrase


def workspace_argument(parser: ArgumentParser) -> None:
    """Ask for the workspace folder."""
    parser.add_argument("workspace", type=Path, help="the workspace folder, NAME.evidence")


def count(text: str) -> int:
    """Read a whole number that a person counts with."""
    if not text.isascii() or not text.isdigit() or len(text) > MOST_DIGITS:
        why = "it is not a whole number from 0 to 999999999"
        raise ArgumentTypeError(why)
    return int(text)


def passphrase_of(asked: Namespace) -> str:
    """Get the passphrase from a file, the environment or a prompt; never from an argument."""
    if asked.passphrase_file:
        return listed(asked.passphrase_file, getattr(asked, "workspace", None))
    given = os.environ.get(VARIABLE)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise NoPassphrase
    return getpass("Passphrase: ")


def new_passphrase_of(asked: Namespace) -> str:
    """Get a passphrase for a new workspace: asked for twice when typed."""
    if asked.passphrase_file or VARIABLE in os.environ or not sys.stdin.isatty():
        given = passphrase_of(asked)
        check_strong(given)
        return given
    return typed_twice()


def typed_twice() -> str:
    """Ask for a new passphrase twice; PassphrasesDiffer or GuessablePassphrase refuse it."""
    typed = getpass("New passphrase: ")
    check_strong(typed)
    if typed != getpass("The same again: "):
        raise PassphrasesDiffer
    return typed


def listed(path: Path, workspace: Path | None) -> str:
    """Give the passphrase of a file: its first line, or the line that names the workspace.

    A rehearsal's passphrases.txt has a line for each workspace: its folder, a tab, the passphrase.
    """
    for line in _lines(path):
        folder, tab, passphrase = line.partition("\t")
        if tab and workspace is not None and Path(folder).name == workspace.name:
            return passphrase
    return first_line(path)


def first_line(path: Path) -> str:
    """Give the first line of a file that holds a secret; NoPassphrase when there is none."""
    lines = _lines(path)
    if not lines or not lines[0]:
        raise NoPassphrase
    return lines[0]


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise NoPassphrase from error


def desk_of(asked: Namespace) -> Desk:
    """Open the workspace that was named; `main` locks it, however the command ends."""
    around: Around = asked.around
    desk = open_workspace(
        asked.workspace, passphrase_of(asked), clock=around.clock, ids=around.ids
    )  # fmt: skip
    asked.desks.append(desk)
    return desk
