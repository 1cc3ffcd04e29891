"""Words for asking and deciding: ask, answer, questions, accept, set-aside, take-back."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable

from evidencekit.canonical import Json
from evidencekit.cli.command import Command, desk_of, workspace_argument
from evidencekit.cli.console import Console, counted
from evidencekit.errors.work import FileUnreadable
from evidencekit.ids import AuthorId, RecordId
from evidencekit.operations import accepting, asking, decide, reading, verdicts
from evidencekit.operations.asking import Conversation
from evidencekit.operations.capture import Captured
from evidencekit.operations.desk import Desk
from evidencekit.records.words import VOCABULARIES

STANDARD_INPUT = "-"
_RECORD = "a record's id, its beginning, or a case's reference"


def words_of(given: str) -> str:
    """Give the words of an argument; "-" reads them from standard input."""
    if given != STANDARD_INPUT:
        return given
    try:
        return sys.stdin.read()
    except UnicodeDecodeError as error:
        raise FileUnreadable(path="Standard input") from error


def _ask_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("record", help=_RECORD)
    parser.add_argument("question", help="what you need to know; - reads it from standard input")
    parser.add_argument("--to", metavar="ID", help="a member's id (the record's author)")
    parser.add_argument(
        "--by", choices=[word.key for word in VOCABULARIES["urgency"].words], default="",
        help="by when",
    )  # fmt: skip


def _ask(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    record = reading.find_record(desk, asked.record)
    to = AuthorId(asked.to) if asked.to else None
    made = asking.ask(desk, record, words_of(asked.question), to=to, urgency=asked.by)
    name = reading.people_of(desk)[AuthorId(str(made.revision.body.fields["to"]))].name
    console.say(f"Asked {name}. The question travels in the next return pack.", made.record)
    console.result({"query": made.record, "to": made.revision.body.fields["to"]})
    return 0


def _answer_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("query", help="the question's id, or the beginning of it")
    parser.add_argument("answer", help="what you know, and how; - reads it from standard input")
    parser.add_argument("--evidence", nargs="+", default=[], metavar="RECORD")


def _answer(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    evidence = [reading.find_record(desk, each) for each in asked.evidence]
    query = reading.find_record(desk, asked.query)
    made = asking.answer(desk, query, words_of(asked.answer), evidence)
    console.say("Answered. It travels in your next bundle.", made.record)
    console.result({"answer": made.record, "query": query})
    return 0


def _questions_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("--about", metavar="RECORD", help=_RECORD)
    parser.add_argument("--all", action="store_true", help="what is settled as well")


def _questions(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    about = reading.find_record(desk, asked.about) if asked.about else None
    every = asking.conversations(desk, about)
    shown = [each for each in every if asked.all or each.is_open]
    for each in shown:
        console.say(*_lines(each))
    if not shown:
        console.say("No open questions.")
    elif len(every) > len(shown):
        more = counted(len(every) - len(shown), "question")
        console.say(f"And {more} with nothing left to do; --all shows them.")
    console.result({"questions": [_document(each) for each in shown]})
    return 0


def _lines(each: Conversation) -> list[str]:
    by_when = f", {each.urgency.lower()}" if each.urgency else ""
    lines = [
        f"{each.query}  {each.standing.value}{by_when}",
        f"  {each.by_name} asks {each.to_name} about {each.about_kind} “{each.about_title}”:",
        f"  {each.question}",
    ]
    lines += [f"    {reply.by_name}: {reply.words}" for reply in each.replies]
    return [*lines, *(["  The record was changed since."] if each.is_corrected else [])]


def _document(each: Conversation) -> dict[str, Json]:
    replies: list[Json] = [
        {
            "answer": reply.record, "by": reply.by, "written": reply.written,
            "words": reply.words, "accepted": reply.is_accepted, "evidence": list(reply.evidence),
        }
        for reply in each.replies
    ]  # fmt: skip
    return {
        "query": each.query, "standing": each.standing.value, "open": each.is_open,
        "question": each.question, "about": each.about, "by": each.by, "to": each.to,
        "asked": each.asked, "corrected": each.is_corrected, "answers": replies,
    }  # fmt: skip


def _several_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("records", nargs="+", metavar="record", help=_RECORD)
    parser.add_argument("--reason", default="", metavar="TEXT", help="why; it stays with it")


def _accept(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    reason = asked.reason or "Accepted by the lead."
    made = decide.accept_all(desk, _found(desk, asked.records), reason)
    console.say(f"Accepted {counted(len(made), 'record')}.")
    console.result(_decided(made))
    return 0


def _one_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("record", help=_RECORD)
    parser.add_argument("--reason", default="", metavar="TEXT", help="why; it stays with it")


def _set_aside(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    made = accepting.set_aside_all(desk, _found(desk, asked.records), asked.reason)
    console.say(f"Set aside {counted(len(made), 'record')}. What is set aside stays readable.")
    console.result(_decided(made))
    return 0


def _ready(asked: Namespace, console: Console) -> int:
    """Exit 1 while any waits for a decision."""
    found = accepting.ready(desk_of(asked))
    console.table(
        ("record", "kind", "when", "author", "title", ""),
        [(r.record, r.kind, r.at, r.author_name, r.title, "changed since" if r.accepted else "")
         for r in found.rows],
    )  # fmt: skip
    console.say(f"{counted(found.every, 'record')} wait for a decision.")
    waiting: list[Json] = [r.record for r in found.rows]
    console.result({"every": found.every, "records": waiting})
    return 1 if found.every else 0


def _take_back(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    record = reading.find_record(desk, asked.record)
    made = verdicts.take_back_last(desk, record, asked.reason)
    now = verdicts.verdicts(desk, record)
    console.say(f"Taken back. It stands now: {verdicts.SAYS.get(now.accepted, 'Not decided')}.")
    console.result({"decisions": [made.record], "accepted": now.accepted})
    return 0


def _found(desk: Desk, named: Iterable[str]) -> list[RecordId]:
    return [reading.find_record(desk, each) for each in named]


def _decided(made: Iterable[Captured]) -> dict[str, Json]:
    return {"decisions": [each.record for each in made]}


COMMANDS = (
    Command(
        "ask",
        "Lead: ask the author of a record something; it travels in the return pack.",
        'evidencekit ask lead.evidence 01a2f3 "Who was in the room?" --by tomorrow',
        _ask_arguments,
        _ask,
    ),
    Command(
        "answer",
        "Answer a question that was put to you; it travels in your next bundle.",
        'evidencekit answer anna.evidence 01b7c4 "The chair and both parents."',
        _answer_arguments,
        _answer,
    ),
    Command(
        "questions",
        "List open questions with what was answered so far.",
        "evidencekit questions anna.evidence",
        _questions_arguments,
        _questions,
    ),
    Command(
        "accept",
        "Lead: accept submitted records into the evidence base, all or none.",
        "evidencekit accept lead.evidence 01a2f3 01b7c4",
        _several_arguments,
        _accept,
    ),
    Command(
        "undecided",
        "List what is submitted and nobody decided on as it stands; status 1 while any waits.",
        "evidencekit undecided lead.evidence",
        workspace_argument,
        _ready,
    ),
    Command(
        "set-aside",
        "Lead: leave records out of what counts, with a reason; they stay readable.",
        'evidencekit set-aside lead.evidence 01a2f3 --reason "Outside the period."',
        _several_arguments,
        _set_aside,
    ),
    Command(
        "take-back",
        "Lead: take back your last decision on a record, with a reason.",
        'evidencekit take-back lead.evidence 01a2f3 --reason "The date was misread."',
        _one_arguments,
        _take_back,
    ),
)
