"""How do we know? From a sentence, a finding or a record to who saw what, in one step."""

from argparse import ArgumentParser, Namespace

from evidencekit.cli.command import Command, desk_of, workspace_argument
from evidencekit.cli.console import Console
from evidencekit.operations import how_known_words
from evidencekit.operations.how_known import how_known

THE_ANSWER_IS_NO = 1


def _arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("about", help="a record, a case, or a sentence such as strengths:3")


def _how(asked: Namespace, console: Console) -> int:
    found = how_known(desk_of(asked), asked.about)
    console.say(*how_known_words.lines(found))
    console.result(how_known_words.document(found))
    return THE_ANSWER_IS_NO if found.missing else 0


COMMANDS = (
    Command(
        "how",
        "How do we know? Who saw it, when, how written, in which signed bundle; what is missing.",
        "evidencekit how lead.evidence strengths:3",
        _arguments,
        _how,
    ),
)
