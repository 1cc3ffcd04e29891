"""Word for one event seen by two: seen-by-two."""

from argparse import ArgumentParser, Namespace

from evidencekit.analysis.snapshot import Item
from evidencekit.canonical import Json
from evidencekit.cli.command import Command, desk_of, workspace_argument
from evidencekit.cli.console import Console, counted
from evidencekit.cli.gathering import spelled
from evidencekit.ids import RecordId
from evidencekit.operations import reading, seen_by_two
from evidencekit.operations.desk import Desk
from evidencekit.operations.seen_by_two import Account, Pair

_SAYS = {
    "open": "To look at", "differ": "Lead and deputy differ", "same-event": "One event",
    "not-the-same": "Two events",
}  # fmt: skip
_TWO = "records, by their ids or the beginnings of them"


def _arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--link", nargs=2, metavar="RECORD", help=f"one event: two {_TWO}")
    what.add_argument("--apart", nargs=2, metavar="RECORD", help=f"not the same: two {_TWO}")
    what.add_argument("--take-back", nargs=2, metavar="RECORD", help="what you said of these two")
    what.add_argument("--show", nargs=2, metavar="RECORD", help="both accounts, side by side")
    parser.add_argument("--reason", default="", metavar="TEXT", help="why; it stays with it")
    parser.add_argument("--all", action="store_true", help="what is decided as well")


def _seen_by_two(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    if asked.show:
        return _show(desk, _two(desk, asked.show), console)
    if asked.link:
        seen_by_two.link(desk, *_two(desk, asked.link), asked.reason)
    elif asked.apart:
        seen_by_two.keep_apart(desk, *_two(desk, asked.apart), asked.reason)
    elif asked.take_back:
        seen_by_two.take_back(desk, *_two(desk, asked.take_back), asked.reason)
    every = seen_by_two.pairs(desk)
    shown = [each for each in every if asked.all or each.is_open]
    for each in shown:
        console.say(*lines(each))
    if not shown:
        console.say("Nothing to look at.")
    if len(every) > len(shown):
        more = counted(len(every) - len(shown), "pair")
        console.say(f"And {more} decided; --all shows them.")
    console.result({"pairs": [document(each) for each in shown]})
    return 0


def lines(pair: Pair) -> list[str]:
    """Say a pair and what was made of it."""
    said = [
        f"    {word.by_name}: {_SAYS[word.sameness.value].lower()}. {word.reason}"
        for word in pair.words
    ]
    return [
        f"{_SAYS[pair.sameness.value]}: {pair.line}", f"    {pair.one.record}",
        f"    {pair.other.record}", *said,
    ]  # fmt: skip


def document(pair: Pair) -> dict[str, Json]:
    """Give a pair as JSON."""
    return {
        "stands": pair.sameness.value, "case": pair.case,
        "one": _account_json(pair.one), "other": _account_json(pair.other),
        "said": [
            {
                "by": word.by, "says": word.sameness.value, "reason": word.reason,
                "written": word.written, "decision": word.decision,
            }
            for word in pair.words
        ],
    }  # fmt: skip


def _account_json(account: Account) -> dict[str, Json]:
    return {
        "record": account.record, "kind": account.kind, "title": account.title,
        "who": account.who, "inspectorate": account.inspectorate, "at": account.at,
        "written": account.written,
    }  # fmt: skip


def _show(desk: Desk, two: tuple[RecordId, RecordId], console: Console) -> int:
    """Put both accounts beside each other, question by question."""
    found = seen_by_two.pair_of(desk, *two)
    items = [reading.item(desk, record) for record in two]
    one, other = found.one, found.other
    asked = list(dict.fromkeys(key for item in items for key in item.fields))
    console.say(*lines(found))
    console.table(
        ("", one.who, other.who),
        [
            ("happened", one.at, other.at), ("written", one.written, other.written),
            *((key, *(_cell(item, key) for item in items)) for key in asked),
        ],
    )  # fmt: skip
    console.result({**document(found), "bodies": [dict(item.fields) for item in items]})
    return 0


def _cell(item: Item, key: str) -> str:
    value = item.fields.get(key)
    return "" if value is None else " ".join(spelled(value).split())


def _two(desk: Desk, named: list[str]) -> tuple[RecordId, RecordId]:
    one, other = (reading.find_record(desk, each) for each in named)
    return one, other


COMMANDS = (
    Command(
        "seen-by-two",
        "Lead: list what may be one event seen by two; link both accounts, or keep them apart.",
        "evidencekit seen-by-two lead.evidence --link 01a2f3 01b7c4",
        _arguments,
        _seen_by_two,
    ),
)
