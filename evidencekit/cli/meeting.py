"""Words for talking together: agenda of a team meeting, and moderation."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from evidencekit.canonical import Json
from evidencekit.cli.asking import words_of
from evidencekit.cli.command import Command, desk_of, workspace_argument
from evidencekit.cli.console import Console
from evidencekit.ids import AuthorId
from evidencekit.operations import agenda, moderation, reading
from evidencekit.operations.desk import Desk
from evidencekit.operations.moderation import Agreed, Moderation


def _agenda_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("--begin", action="store_true", help="write a draft of a meeting (lead)")


def _agenda(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    record = agenda.begin(desk).record if asked.begin else ""
    points = agenda.agenda(desk)
    console.table(("point", "why"), [(each.item, each.why) for each in points])
    if not points:
        console.say("Nothing is open.")
    if record:
        console.say(f"Begun: {record}")
    rows: list[Json] = [each.to_row() for each in points]
    console.result({"points": rows, "meeting": record})
    return 0


def _moderate_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--begin", metavar="AREA", help="ask people to score an area alone (lead)")
    what.add_argument("--reveal", metavar="RECORD", help="lay the scores of a round open (lead)")
    what.add_argument("--agree", metavar="RECORD", help="write down the agreed view (lead)")
    parser.add_argument("--named", nargs="+", default=[], metavar="ID", help="who scores alone")
    parser.add_argument("--case", metavar="REF", help="with --begin: this case only")
    parser.add_argument("--reason", default="", metavar="TEXT", help="why before all are in")
    parser.add_argument("--view", default="", metavar="TEXT", help="- reads it from standard input")
    parser.add_argument("--grade", default="", metavar="G", help="of the framework's scale")
    parser.add_argument("--why", default="", metavar="TEXT")
    parser.add_argument("--agreed", nargs="+", default=[], metavar="ID", help="who agrees")
    parser.add_argument(
        "--dissent", nargs="+", default=[], type=_dissent, metavar="ID=TEXT", help="who does not"
    )


def _dissent(given: str) -> tuple[AuthorId, str]:
    who, equals, says = given.partition("=")
    if not equals or not says.strip():
        why = "it is not ID=TEXT"
        raise ArgumentTypeError(why)
    return AuthorId(who), says.strip()


def _moderate(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    _change(asked, desk)
    rounds = moderation.rounds(desk)
    for each in rounds:
        console.say(*_lines(each))
    if not rounds:
        console.say("No moderation is written down yet.")
    console.result({"rounds": [_document(each) for each in rounds]})
    return 0


def _change(asked: Namespace, desk: Desk) -> None:
    if asked.begin:
        case = reading.find_record(desk, asked.case) if asked.case else None
        moderation.begin(desk, asked.begin, map(AuthorId, asked.named), case)
    elif asked.reveal:
        moderation.reveal(desk, reading.find_record(desk, asked.reveal), asked.reason)
    elif asked.agree:
        agreed = Agreed(
            view=words_of(asked.view), grade=asked.grade, why=asked.why,
            agreed_by=tuple(map(AuthorId, asked.agreed)), dissent=dict(asked.dissent),
        )  # fmt: skip
        moderation.agree(desk, reading.find_record(desk, asked.agree), agreed)


def _lines(each: Moderation) -> list[str]:
    child = f", {each.case_name}" if each.case_name else ""
    named = ", ".join(f"{one.name} ({'in' if one.is_in else 'not in'})" for one in each.named)
    lines = [f"{each.record}  {each.area}{child}: {named}"]
    lines += [f"    {score.name}: {score.says}. {score.why}" for score in each.scores]
    if each.view:
        lines.append(f"    Agreed: {each.view}" + (f" ({each.grade})" if each.grade else ""))
    return lines + [f"    {name} does not agree: {says}" for name, says in each.dissent]


def _document(each: Moderation) -> dict[str, Json]:
    named: list[Json] = [{"member": one.member, "in": one.is_in} for one in each.named]
    scores: list[Json] = [
        {"record": score.record, "by": score.name, "says": score.says} for score in each.scores
    ]
    dissent: list[Json] = [{"by": name, "says": says} for name, says in each.dissent]
    return {
        "record": each.record, "area": each.area, "case": each.case, "named": named,
        "revealed": each.is_revealed, "scores": scores, "view": each.view, "grade": each.grade,
        "agreed_by": list(each.agreed_by), "dissent": dissent,
    }  # fmt: skip


COMMANDS = (
    Command(
        "agenda",
        "Say what a team meeting would talk about: differences, gaps, claims, open questions.",
        "evidencekit agenda lead.evidence --begin",
        _agenda_arguments,
        _agenda,
    ),
    Command(
        "moderate",
        "Moderate an area: each scores alone, then all are laid open, then one agreed view.",
        "evidencekit moderate lead.evidence --begin E4 --named 7KQ2M4XAB3 B4TT2M9XQ1",
        _moderate_arguments,
        _moderate,
    ),
)
