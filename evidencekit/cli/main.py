"""Read the words of the command line, do what they ask, and turn refusals into an exit status."""

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from evidencekit import __version__
from evidencekit.cli import (
    answering,
    asking,
    bundling,
    caring,
    case_key,
    closing,
    correcting,
    dataset,
    destroying,
    disclosing,
    filing,
    gathering,
    guarding,
    holding,
    keeping,
    knowing,
    meeting,
    packs,
    publishing,
    recording,
    redacting,
    retaining,
    sampling,
    scoring,
    seeing,
    standing,
    starting,
    teaming,
)
from evidencekit.cli.command import Around, Command
from evidencekit.cli.console import Console
from evidencekit.errors.base import Planned
from evidencekit.errors.usage import OwnFault
from evidencekit.errors.work import FileUnwritable
from evidencekit.operations import unlock
from evidencekit.progress import Stopped

COMMANDS: tuple[Command, ...] = (
    *starting.COMMANDS, *teaming.COMMANDS, *gathering.COMMANDS, *filing.COMMANDS, *closing.COMMANDS,
    *bundling.COMMANDS, *answering.COMMANDS, *seeing.COMMANDS, *keeping.COMMANDS, *caring.COMMANDS,
    *packs.COMMANDS, *correcting.COMMANDS,
    *case_key.COMMANDS,
    *sampling.COMMANDS, *scoring.COMMANDS, *asking.COMMANDS, *meeting.COMMANDS, *guarding.COMMANDS,
    *standing.COMMANDS, *publishing.COMMANDS, *recording.COMMANDS, *dataset.COMMANDS,
    *disclosing.COMMANDS, *redacting.COMMANDS, *knowing.COMMANDS,
    *holding.COMMANDS, *destroying.COMMANDS, *retaining.COMMANDS,
)  # fmt: skip

INTERRUPTED = 130


def main(words: Sequence[str] | None = None, around: Around | None = None) -> int:
    """Do one command; the exit status is that of the command line's table."""
    asked = build_parser().parse_args(words)
    asked.around = around or Around()
    command: Command = asked.command
    console = Console(as_json=asked.json)
    asked.desks = []
    try:
        return command.run(asked, console)
    except Planned as error:
        return console.refuse(error)
    except (KeyboardInterrupt, Stopped):
        console.note("Stopped. Nothing was changed.")
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone; there is nobody left to tell
        return INTERRUPTED
    except OSError as error:
        return console.refuse(FileUnwritable(path=str(error.filename or "The place named")))
    except Exception as error:  # noqa: BLE001 - the last resort: a traceback may quote evidence
        return console.refuse(OwnFault(where=_where(error)))
    finally:
        for desk in asked.desks:
            unlock.lock(desk)


def _where(error: Exception) -> str:
    """Name the fault by kind, module and line; its own text may hold what was typed."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    found = f"{Path(place.tb_frame.f_code.co_filename).name} {place.tb_lineno}" if place else ""
    return f"{type(error).__name__}, {found}"


@cache
def build_parser() -> ArgumentParser:
    """Give the parser of every word, with an example in each help."""
    common = ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", help="one JSON document on standard output")
    common.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help="read the passphrase from its first line",
    )
    parser = ArgumentParser(
        prog="evidencekit",
        description="Evidence-gathering for joint inspections, offline and never losing a word.",
        epilog="Each command shows an example with --help. Alone, evidencekit opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"EvidenceKit {__version__}")
    parser.set_defaults(command=starting.APP, json=False, workspace=None, passphrase_file=None)
    words = parser.add_subparsers(title="commands", metavar="COMMAND")
    for command in COMMANDS:
        one = words.add_parser(
            command.word,
            parents=[common],
            help=command.summary,
            description=command.summary,
            epilog=f"Example:\n  {command.example}",
            formatter_class=RawDescriptionHelpFormatter,
        )
        command.arguments(one)
        one.set_defaults(command=command)
    return parser
