"""Words for records: add, list, show, search."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from evidencekit.canonical import Json
from evidencekit.checks.problem import Problem
from evidencekit.cli.command import Command, count, desk_of, workspace_argument
from evidencekit.cli.console import Console, counted
from evidencekit.cli.filing import file_words
from evidencekit.errors.work import FileUnreadable
from evidencekit.operations import add, reading, submit
from evidencekit.operations.reading import Row
from evidencekit.records.revision import Revision
from evidencekit.store.listing import Only

STANDARD_INPUT = Path("-")


def _add_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("kind", help="the kind of record, such as case-note")
    parser.add_argument("--from", dest="source", type=Path, required=True, metavar="FILE.jsonl")


def _add(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    added = add.add_lines(desk, asked.kind, _lines(asked.source))
    console.say(f"Added {counted(len(added.records), 'record')} of kind {asked.kind}.")
    console.result({"added": list(added.records), "kind": asked.kind})
    return 0


def _lines(source: Path) -> Iterator[bytes]:
    if source == STANDARD_INPUT:
        yield from sys.stdin.buffer
        return
    try:
        with source.open("rb") as lines:
            yield from lines
    except OSError as error:
        raise FileUnreadable(path=str(source)) from error


def _list_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("--kind", default="", metavar="K")
    parser.add_argument("--case", metavar="REF", help="a case's reference, such as SH-04")
    parser.add_argument("--area", default="", metavar="E4")
    parser.add_argument("--author", default="", metavar="A", help="an author's id")
    parser.add_argument("--limit", type=count, default=200, metavar="N", help="at most (200)")


def _list(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    case = reading.find_record(desk, asked.case) if asked.case else ""
    only = Only(kind=asked.kind, case=case, area=asked.area, author=asked.author)
    rows = reading.rows(desk, only, limit=asked.limit)
    console.table(
        ("record", "kind", "when", "author", "state", "title"),
        [(r.record, r.kind, r.at, r.author_name, state_words(r), r.title) for r in rows],
    )
    if not rows:
        console.say("Nothing found.")
    console.result({"records": [row_json(row) for row in rows]})
    return 0


def state_words(row: Row) -> str:
    """Say how far a record has come, and whether versions of it clash."""
    state = row.accepted or row.state
    return f"{state}, clash" if row.heads > 1 else state


def row_json(row: Row) -> dict[str, Json]:
    """Give a row of a list as JSON."""
    return {
        "record": row.record, "kind": row.kind, "title": row.title, "author": row.author,
        "author_name": row.author_name, "inspectorate": row.inspectorate, "at": row.at,
        "written": row.written, "state": row.state, "accepted": row.accepted, "heads": row.heads,
    }  # fmt: skip


def _show_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("record", help="a record's id, its beginning, or a case's reference")
    parser.add_argument("--history", action="store_true", help="every version, oldest first")


def _show(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    record = reading.find_record(desk, asked.record)
    item, history = reading.item(desk, record), reading.history(desk, record)
    problems = submit.problems_of(desk, record)
    shown = history if asked.history else item.heads
    for revision in shown:
        console.say(*_revision_lines(revision))
    for problem in problems:
        console.say(f"look at: {problem.cited}")
    console.result(
        {
            **record_json(item.head),
            "title": item.title,
            "heads": [head.id for head in item.heads],
            "history": [revision_json(revision) for revision in shown],
            "problems": [problem_json(each) for each in problems],
        }
    )
    return 0


def problem_json(problem: Problem) -> dict[str, Json]:
    """Give one thing to look at again, with its rule and paragraph, and whether it stops."""
    return {
        "rule": problem.rule, "field": problem.field, "words": problem.words,
        "source": problem.source, "blocks": problem.blocks,
    }  # fmt: skip


def record_json(revision: Revision) -> dict[str, Json]:
    """Give a record as the command line spells it: kind, author, times, state, body."""
    header, body = revision.header, revision.body
    return {
        "kind": header.kind, "record": header.record, "author": header.author, "at": header.at,
        "tz": header.tz, "written": header.written, "state": body.state,
        "provenance": body.provenance, "marking": body.marking, "body": dict(body.fields),
    }  # fmt: skip


def revision_json(revision: Revision) -> dict[str, Json]:
    """Give one version, with its place in the ledger."""
    header = revision.header
    return {
        **record_json(revision), "revision": revision.id, "seq": header.seq,
        "parents": list(header.parents), "reason": header.reason, "erased": revision.is_erased,
    }  # fmt: skip


def _revision_lines(revision: Revision) -> list[str]:
    header, body = revision.header, revision.body
    lines = [
        f"{header.kind} {header.record}",
        f"  version {revision.id}",
        (
            f"  by {header.author} no. {header.seq}, written {header.written} ({body.provenance}),"
            f" happened {header.at or 'undated'}"
        ),
        f"  state {body.state}, {body.marking}"
        + (f", reason: {header.reason}" if header.reason else ""),
    ]
    if revision.is_erased:
        return [*lines, "  The content of this version was erased."]
    return [*lines, *(f"  {key}: {spelled(value)}" for key, value in sorted(body.fields.items()))]


def spelled(value: Json) -> str:
    """Spell an answer on one line."""
    if isinstance(value, list | tuple):
        return "; ".join(spelled(item) for item in value)
    if isinstance(value, dict) and "digest" in value:
        return file_words(value)
    if isinstance(value, dict):
        return ", ".join(f"{key}={spelled(item)}" for key, item in value.items())
    return str(value)


def _search_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("words", nargs="+", help="the last word may be half typed")
    parser.add_argument("--limit", type=count, default=50, metavar="N")


def _search(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    found = reading.search(desk, " ".join(asked.words), limit=asked.limit)
    for hit in found:
        console.say(f"{hit.row.record}  {hit.row.kind}  {hit.row.at}  {hit.row.title}")
        console.say(f"    {hit.snippet}")
    if not found:
        console.say("Nothing found.")
    console.result({"found": [{**row_json(hit.row), "snippet": hit.snippet} for hit in found]})
    return 0


def _submit_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("record", help="a record's id, its beginning, or a case's reference")


def _submit(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    made = submit.submit(desk, reading.find_record(desk, asked.record))
    console.say("Submitted.", *(f"look at: {problem.cited}" for problem in made.problems))
    look: list[Json] = [problem.words for problem in made.problems]
    console.result({"record": made.record, "revision": made.revision.id, "look": look})
    return 0


COMMANDS = (
    Command(
        "add",
        "Add records from JSON lines, all or none; a bad line is named.",
        "evidencekit add anna.evidence case-note --from notes.jsonl",
        _add_arguments,
        _add,
    ),
    Command(
        "submit",
        "Say that a record of yours is ready; what is missing is named, and it stays a draft.",
        "evidencekit submit anna.evidence 01a2f3",
        _submit_arguments,
        _submit,
    ),
    Command(
        "list",
        "List records, newest first.",
        "evidencekit list anna.evidence --kind observation --area E4",
        _list_arguments,
        _list,
    ),
    Command(
        "show",
        "Show one record, with --history every version of it.",
        "evidencekit show anna.evidence SH-04 --history",
        _show_arguments,
        _show,
    ),
    Command(
        "search",
        "Find words in what was written, newest first.",
        "evidencekit search anna.evidence health visitor",
        _search_arguments,
        _search,
    ),
)
