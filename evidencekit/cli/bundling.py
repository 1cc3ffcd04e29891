"""Words for bundles: export, verify, merge, receipt, withdraw, clashes, decide."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from pathlib import Path

from evidencekit.canonical import Json
from evidencekit.cli import pairing
from evidencekit.cli.command import Command, count, desk_of, workspace_argument
from evidencekit.cli.console import Console, counted
from evidencekit.cli.merging import merge_all
from evidencekit.errors.crypto import SignatureMismatch
from evidencekit.errors.usage import WrongUsage
from evidencekit.ids import AuthorId, RevisionId
from evidencekit.operations import (
    clash_view,
    decide,
    deciding_again,
    dependents,
    hand_over,
    reading,
    receipts,
    receive,
    withdrawing,
)
from evidencekit.operations.desk import Desk

THE_ANSWER_IS_NO = 1  # the exit status of a question that was answered


def _export_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("out", type=Path, help="a folder, or the bundle's file name")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--since-last", action="store_true", help="what is new (the default)")
    which.add_argument("--full", action="store_true", help="everything you hold of yours")
    which.add_argument("--set-up", action="store_true", help="lead: a set-up pack for the team")
    which.add_argument("--return", dest="back", action="store_true", help="lead: a return pack")
    parser.add_argument("--for", dest="to", nargs="+", default=(), metavar="ID", help="readers")


def _export(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    wanted = hand_over.Wanted(
        kind=hand_over.kind_of(full=asked.full, set_up=asked.set_up, back=asked.back),
        to=tuple(AuthorId(member) for member in asked.to),
    )
    made = hand_over.hand_over(desk, asked.out, wanted, progress=console.progress)
    console.say(
        f"Wrote {made.path}: bundle no. {made.seq}, {counted(made.revisions, 'revision')}.",
        *(f"  {kind}: {count}" for kind, count in sorted(made.counts.items())),
        *(f"  left out: {why}" for why in made.left_out),
        f"SHA-512 of the file: {made.sha512}",
    )
    console.result(
        {
            "path": str(made.path), "seq": made.seq, "counts": dict(made.counts),
            "revisions": made.revisions, "sha512": made.sha512, "left_out": list(made.left_out),
        }
    )  # fmt: skip
    return 0


def _verify_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--workspace", type=Path, required=True, metavar="W")


def _verify(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    try:
        facts = receive.facts_of(receive.verify(desk, asked.bundle, console.progress))
    except SignatureMismatch as error:
        console.refuse(error)
        return THE_ANSWER_IS_NO
    console.say(*facts.words)
    console.result(facts.document)
    return 0


def _merge_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("bundle", type=Path, nargs="+")
    parser.add_argument("--preview", action="store_true", help="show, and change nothing")


def _merge(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    return merge_all(desk, asked.bundle, console, is_preview=asked.preview)


def _receipt_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("batch", type=count, help="the number of the merge")
    parser.add_argument("out", type=Path, help="a folder, or the receipt's file name")


def _receipt(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    path = receipts.write_receipt(desk, asked.batch, asked.out)
    console.say(f"Wrote {path}.")
    console.result({"path": str(path)})
    return 0


def _withdraw_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("batch", type=count, nargs="?", help="the number of the merge")
    parser.add_argument("--evening", action="store_true", help="and all joined in one step with it")
    parser.add_argument("--reason", default="withdrawn on the command line", metavar="TEXT")
    parser.add_argument("--preview", action="store_true", help="show what depends on it")
    parser.add_argument("--undo", action="store_true", help="bring back what was withdrawn last")


def _withdraw(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    if asked.undo:
        return _bring_back(desk, console)
    if asked.batch is None:
        raise WrongUsage(why="Name the number of the merge, or --undo")
    alone = (asked.batch,)
    numbers = withdrawing.evening_of(desk, asked.batch) if asked.evening else alone
    if asked.preview:
        return _show_dependents(desk, numbers, console)
    withdrawn = withdrawing.withdraw(desk, numbers, asked.reason)
    console.say(f"Withdrew {_merges(numbers)}: {withdrawn.revisions} revisions are inactive.")
    console.say(*(f"  stood on it: {title}" for _record, title in withdrawn.impact))
    console.result(
        {
            "batch": asked.batch, "batches": list(numbers), "revisions": withdrawn.revisions,
            "impact": [{"record": record, "title": title} for record, title in withdrawn.impact],
        }
    )  # fmt: skip
    return 0


def _bring_back(desk: Desk, console: Console) -> int:
    back = withdrawing.bring_back(desk)
    console.say(f"Brought back {_merges(back.batches)}: {back.revisions} revisions are active.")
    console.result({"batches": list(back.batches), "revisions": back.revisions})
    return 0


def _show_dependents(desk: Desk, numbers: Sequence[int], console: Console) -> int:
    """Say what depends on merges; nothing is withdrawn."""
    found = dependents.of_merges(desk, numbers)
    console.say(*(f"stands on it: {each.words}" for each in found))
    if not found:
        console.say(f"Nothing stands on {_merges(numbers)}.")
    listed: list[Json] = [{"record": each.record, "title": each.words} for each in found]
    console.result(
        {"batch": numbers[0], "batches": list(numbers), "impact": listed, "preview": True}
    )
    return 0


def _merges(numbers: Sequence[int]) -> str:
    names = ", ".join(f"no. {number}" for number in numbers)
    return f"merge {names}" if len(numbers) == 1 else f"merges {names}"


def _clashes_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("--decided", action="store_true", help="those that were decided, instead")


def _clashes(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    if asked.decided:
        return _decided(desk, console)
    found = decide.clashes(desk)
    for clash in found:
        console.say(f"{clash.record}  {clash.kind}  {clash.title}")
        for side in clash.sides:
            header = side.header
            console.say(
                f"    {side.id}  by {header.author}, written {header.written}  {header.reason}"
            )
    if not found:
        console.say("No clash is open.")
    listed: list[Json] = [
        {
            "record": clash.record, "kind": clash.kind, "title": clash.title,
            "revisions": [side.id for side in clash.sides],
        }
        for clash in found
    ]  # fmt: skip
    console.result({"clashes": listed})
    return THE_ANSWER_IS_NO if found else 0


def _decided(desk: Desk, console: Console) -> int:
    """List what was decided, with the versions that can still be chosen between."""
    found = deciding_again.decided(desk)
    listed: list[Json] = []
    for each in found:
        sides = [side.id for side in deciding_again.former(desk, each.record).sides]
        console.say(f"{each.record}  {each.kind}  {each.title}")
        console.say(f"    {each.who}, {each.written}: {each.reason}")
        console.say(*(f"    {side}" for side in sides))
        listed.append(
            {
                "record": each.record, "kind": each.kind, "title": each.title, "by": each.who,
                "written": each.written, "reason": each.reason, "times": each.times,
                "revisions": sides,
            }
        )  # fmt: skip
    if not found:
        console.say("No clash was decided.")
    console.result({"decided": listed})
    return 0


def _decide_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("record", help="the record in dispute")
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--keep", metavar="REVISION", help="one version, whole")
    how.add_argument(
        "--choose", type=_choice, nargs="+", metavar="FIELD=WHICH",
        help="by field: a, b, base, combined or both; FIELD#2 is one paragraph alone; "
        "of three versions or more 0, 1, 2 …",
    )  # fmt: skip
    parser.add_argument("--reason", required=True, metavar="TEXT")
    parser.add_argument("--again", action="store_true", help="in place of a decision made before")


def _choice(text: str) -> tuple[str, str]:
    field, equals, which = text.partition("=")
    if not (field and equals and which):
        why = "it is not FIELD=WHICH"
        raise ArgumentTypeError(why)
    return field, which


def _decide(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    record = reading.find_record(desk, asked.record)
    if asked.keep:
        kept = reading.find_revision(desk, record, RevisionId(asked.keep))
        keep = deciding_again.keep if asked.again else decide.decide
        made = keep(desk, record, kept, asked.reason)
    else:
        chosen = dict(asked.choose)
        made = clash_view.decide_fields(desk, record, chosen, asked.reason, again=asked.again)
    console.say(f"Decided. The record stands as {made.revision.id}; both sides stay readable.")
    console.result({"record": record, "revision": made.revision.id})
    return 0


COMMANDS = (
    Command(
        "export",
        "Write a signed, encrypted bundle; prints its number, counts and SHA-512.",
        "evidencekit export anna.evidence /media/stick --since-last",
        _export_arguments,
        _export,
    ),
    Command(
        "verify",
        "Check a bundle in every way, change nothing.",
        "evidencekit verify TEAM-SENDER-000012.evb --workspace lead.evidence",
        _verify_arguments,
        _verify,
    ),
    Command(
        "merge",
        "Join bundles, each whole or not at all; --preview only shows.",
        "evidencekit merge lead.evidence bundles/*.evb --preview",
        _merge_arguments,
        _merge,
    ),
    Command(
        "receipt",
        "Write the signed receipt of a merge for its sender.",
        "evidencekit receipt lead.evidence 3 receipts/",
        _receipt_arguments,
        _receipt,
    ),
    Command(
        "withdraw",
        "Undo a merge, or a whole evening's; lists what stood on it. --undo brings it back.",
        'evidencekit withdraw lead.evidence 3 --reason "wrong stick"',
        _withdraw_arguments,
        _withdraw,
    ),
    Command(
        "clashes",
        "List records with two versions that nobody has decided on; or those decided.",
        "evidencekit clashes lead.evidence --decided",
        _clashes_arguments,
        _clashes,
    ),
    Command(
        "decide",
        "Lead: decide a clash, or decide it again; every side stays readable.",
        'evidencekit decide lead.evidence RECORD --keep REVISION --reason "seen by two of us"',
        _decide_arguments,
        _decide,
    ),
    *pairing.COMMANDS,
)
