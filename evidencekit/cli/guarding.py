"""Words for the identity guard: where something that is about to leave could name somebody."""

from argparse import ArgumentParser, Namespace

from evidencekit.cli.command import Command, desk_of, workspace_argument
from evidencekit.cli.console import Console, counted
from evidencekit.operations import guarding
from evidencekit.operations.guarding import Place

SOMETHING_IS_MARKED = 1  # the exit status of a question that was answered


def _arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("--show", action="store_true", help="print the words themselves")


def _guard(asked: Namespace, console: Console) -> int:
    found = guarding.about_to_leave(desk_of(asked))
    console.say(*(_line(place, show=asked.show) for place in found))
    if found:
        console.say(f"{counted(len(found), 'place')} could name somebody.")
    else:
        console.say("Nothing that waits to be handed over looks like a name or a number.")
    console.result({"places": [_told(place, show=asked.show) for place in found]})
    return SOMETHING_IS_MARKED if found else 0


def _line(place: Place, *, show: bool) -> str:
    likely = place.span.what.value if place.span.sure else f"{place.span.what.value}?"
    words = f'  "{place.words}"' if show else ""
    return f"{place.record}  {place.kind}  {place.path}  {likely}{words}"


def _told(place: Place, *, show: bool) -> dict[str, str | int | bool]:
    told: dict[str, str | int | bool] = {
        "record": place.record, "kind": place.kind, "field": place.path,
        "what": place.span.what.value, "sure": place.span.sure,
        "start": place.span.start, "end": place.span.end,
    }  # fmt: skip
    return told | ({"words": place.words} if show else {})


COMMANDS = (
    Command(
        "guard",
        "List where what waits to be handed over could name somebody; status 1 while it could.",
        "evidencekit guard anna.evidence",
        _arguments,
        _guard,
    ),
)
