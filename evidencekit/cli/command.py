"""Command: a word of the command line, its arguments, its help and what it does."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from getpass import getpass
from pathlib import Path

from evidencekit.cli.console import Console
from evidencekit.errors.usage import NoPassphrase, PassphrasesDiffer
from evidencekit.operations.desk import Desk
from evidencekit.operations.unlock import open_workspace

VARIABLE = "EVIDENCEKIT_PASSPHRASE"


@dataclass(frozen=True, slots=True)
class Command:
    """One word: how it is spelled, what it takes, and the function that does it."""

    word: str
    summary: str
    example: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace, Console], int]


def workspace_argument(parser: ArgumentParser) -> None:
    """Ask for the workspace folder."""
    parser.add_argument("workspace", type=Path, help="the workspace folder, NAME.evidence")


def passphrase_of(asked: Namespace) -> str:
    """Get the passphrase from a file, the environment or a prompt; never from an argument."""
    if asked.passphrase_file:
        return first_line(asked.passphrase_file)
    given = os.environ.get(VARIABLE)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise NoPassphrase
    return getpass("Passphrase: ")


def new_passphrase_of(asked: Namespace) -> str:
    """Get a passphrase for a new workspace: asked for twice when typed."""
    if asked.passphrase_file or VARIABLE in os.environ or not sys.stdin.isatty():
        return passphrase_of(asked)
    typed = getpass("New passphrase: ")
    if typed != getpass("The same again: "):
        raise PassphrasesDiffer
    return typed


def first_line(path: Path) -> str:
    """Give the first line of a file that holds a secret; NoPassphrase when there is none."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise NoPassphrase from error
    line = text.split("\n", 1)[0].rstrip("\r")
    if not line:
        raise NoPassphrase
    return line


def desk_of(asked: Namespace) -> Desk:
    """Open the workspace that was named."""
    return open_workspace(asked.workspace, passphrase_of(asked))
