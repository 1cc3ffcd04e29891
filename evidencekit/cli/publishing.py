"""Words for publishing: sections and their sentences, versions, snapshots, days that count."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from evidencekit import canonical
from evidencekit.analysis.report_links import carried
from evidencekit.analysis.rewording import Reworded
from evidencekit.canonical import Json
from evidencekit.checks.sentences import sentences
from evidencekit.cli.command import Command, count, desk_of, workspace_argument
from evidencekit.cli.console import Console, counted
from evidencekit.cli.recording import both, day
from evidencekit.errors.work import FileUnreadable
from evidencekit.framework import library
from evidencekit.framework.timetable import Due, days_of, timetable
from evidencekit.operations import (
    accuracy,
    reading,
    report_final,
    report_sections,
    report_versions,
    snapshots,
)
from evidencekit.operations.accuracy import Decision
from evidencekit.operations.publish import Published
from evidencekit.operations.report_sections import Slot, Written
from evidencekit.operations.report_versions import Made
from evidencekit.report import dates

NOT_READY = 1


def _sections(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    ground = report_sections.ground(desk)
    found = [
        (slot, report_sections.review(ground, slot))
        for slot in report_sections.slots(ground.snapshot)
    ]
    console.table(
        ("section", "words", "at most", "sentences", "to put right"),
        [
            (slot.key, str(looked.words), str(looked.words_at_most or ""), str(len(looked.told)),
             str(sum(told.blocks for told in looked.told)))
            for slot, looked in found
        ],
    )  # fmt: skip
    for slot, looked in found:
        for told in looked.told:
            console.say(*(f"{slot.key} {told.number}: {mark.words}" for mark in told.marks))
    points = report_final.open_points(ground)
    console.say(*(f"To put right: {point}." for point in points))
    console.result({
        "sections": [_section_document(slot, looked) for slot, looked in found],
        "to_put_right": list(points),
    })  # fmt: skip
    return NOT_READY if points else 0


def _section_document(slot: Slot, looked: Written) -> dict[str, Json]:
    return {
        "section": slot.key, "label": slot.label, "record": slot.record, "words": looked.words,
        "words_at_most": looked.words_at_most, "over": looked.over, "loose": list(looked.loose),
        "sentences": [
            {
                "number": told.number, "rests_on": list(told.rests_on), "about_us": told.about_us,
                "flags": [mark.flag.value for mark in told.marks], "blocks": told.blocks,
            }
            for told in looked.told
        ],
    }  # fmt: skip


def _write_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("section", help="as `sections` lists it, such as strengths")
    parser.add_argument("--from", dest="source", required=True, metavar="FILE", help="- for stdin")


def _write(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    slot = report_sections.slot(reading.whole(desk), asked.section)
    body = _read(asked.source)
    before, after = ([each.text for each in sentences(text)] for text in (slot.text, body))
    links = carried(report_sections.links_of(slot), before, after)
    made = report_sections.keep(desk, slot, body, list(links))
    console.say(f"Kept as {made.record}: {counted(len(after), 'sentence')}.")
    console.result({"record": made.record, "revision": made.revision.id, "sentences": len(after)})
    return 0


def _read(source: str) -> str:
    try:
        return sys.stdin.read() if source == "-" else Path(source).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(path=source) from error


def _version_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("stage", choices=report_versions.STAGES, help="what this version is")
    parser.add_argument("files", nargs="*", type=Path, help="the files that were made of it")
    parser.add_argument("--name", default="", help="a few words to know it by")
    parser.add_argument("--on", type=day, metavar="DATE", help="published on that day")
    parser.add_argument("--where", default="", help="where it can be read")
    parser.add_argument("--changes", default="", help="what differs from the version before")


def _version(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    files = tuple(_file(path) for path in asked.files)
    on = asked.on.isoformat() if asked.on else ""
    wanted = Made(
        stage=asked.stage, name=asked.name, files=files, published_on=on,
        published_where=asked.where, changes=asked.changes,
    )  # fmt: skip
    made = report_versions.record_version(desk, wanted)
    number = made.revision.body.fields["number"]
    console.say(f"Version {number} is kept as {made.record}.")
    console.result({"record": made.record, "number": number, "stage": asked.stage})
    return 0


def _file(path: Path) -> Published:
    try:
        sha256 = canonical.sha256(path.read_bytes())
    except OSError as error:
        raise FileUnreadable(path=str(path)) from error
    return Published(path=path, kind="report", sha256=sha256, fingerprint="")


def _snapshot_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("name", nargs="?", help="the name of the moment; without it, list them")
    parser.add_argument("--note", default="", help="why it is taken")
    parser.add_argument("--compare", metavar="SNAPSHOT", help="hold that record beside today")


def _snapshot(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    if asked.compare:
        return _compare(console, snapshots.compare(desk, reading.find_record(desk, asked.compare)))
    if asked.name is None:
        held = snapshots.listed(desk)
        console.table(("snapshot", "name", "taken"), held)
        console.result({
            "snapshots": [{"record": r, "name": name, "taken_at": at} for r, name, at in held]
        })  # fmt: skip
        return 0
    made = snapshots.take(desk, asked.name, asked.note)
    fields = made.revision.body.fields
    console.say(f"Taken as {made.record}.", f"Fingerprint: {fields['fingerprint']}")
    console.result({"record": made.record, "fingerprint": fields["fingerprint"]})
    return 0


def _compare(console: Console, found: snapshots.Comparison) -> int:
    console.say(f"{found.name}, {dates.local(found.taken_at)}: {found.fingerprint}")
    console.say(f"Today: {found.fingerprint_now}")
    whole = "All it held is here, to the letter."
    console.say(whole if found.is_whole else "What it held is not all here as it was.")
    console.table(
        ("kind", "new", "changed", "set aside", "deleted"),
        [
            (one.label, str(one.new), str(one.changed), str(one.aside), str(one.deleted))
            for one in found.since
        ],
    )
    for each in found.texts:
        console.say(each.title)
        for answer in each.answers:
            console.say(*both(Reworded(answer.before, answer.after)))
    console.result({
        "name": found.name, "taken_at": found.taken_at, "fingerprint": found.fingerprint,
        "fingerprint_now": found.fingerprint_now, "whole": found.is_whole, "held": found.held,
        "now": found.now, "records": [{"record": r, "what": what} for r, what in found.records],
        "texts": [
            {"record": each.record, "label": answer.label, "before": answer.before,
             "after": answer.after}
            for each in found.texts for answer in each.answers
        ],
    })  # fmt: skip
    return 0 if found.is_whole else NOT_READY


def _accuracy_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("point", help="the factual accuracy point")
    parser.add_argument("outcome", choices=accuracy.DECISIONS, help="what is decided")
    parser.add_argument("--reason", default="", help="why; the area is told this")
    parser.add_argument("--after", metavar="FILE", help="the sentence as it is to stand")
    parser.add_argument("--sentence", default="", help="the one meant, as it stands now")


def _accuracy(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    after = _read(asked.after) if asked.after else ""
    decided = Decision(
        outcome=asked.outcome, reason=asked.reason, after=after, sentence=asked.sentence
    )
    made = accuracy.settle(desk, reading.find_record(desk, asked.point), decided)
    console.say("Decided." if not after else "Decided, and the sentence is changed.")
    console.result({"record": made.record, "changed": sorted(made.changes.records)})
    return 0


def _timetable_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("told", type=day, help="the day the area was told, day 1")
    parser.add_argument("--framework", default="", help="count by this framework's own days")
    parser.add_argument("--notice", type=count, default=0, help="working days of notice")


def _timetable(asked: Namespace, console: Console) -> int:
    notice, statement = days_of(library.get(asked.framework)) if asked.framework else (0, 0)
    found = timetable(asked.told, notice=asked.notice or notice, statement=statement)
    console.table(("what", "day", "counted"), [_due(one) for one in found])
    console.result({
        "days": [
            {"key": one.key, "label": one.label, "day": one.day.isoformat() if one.day else "",
             "working_days": one.working_days, "source": one.source}
            for one in found
        ]
    })  # fmt: skip
    return 0


def _due(one: Due) -> tuple[str, str, str]:
    day = f"{one.day:%a} {dates.day(one.day.isoformat())}" if one.day else "in no calendar here"
    return (one.label, day, f"{one.working_days} working days" if one.working_days else "")


COMMANDS = (
    Command(
        "sections",
        "Look over each sentence of the report; tells what stops a final version.",
        "evidencekit sections lead.evidence",
        workspace_argument,
        _sections,
    ),
    Command(
        "write",
        "Put a section's text in place; each sentence keeps what it rests on.",
        "evidencekit write lead.evidence strengths --from strengths.txt",
        _write_arguments,
        _write,
    ),
    Command(
        "version",
        "Remember a version of the report; a final one only when every sentence stands.",
        "evidencekit version lead.evidence accuracy draft.pdf --name 'Draft to the Board'",
        _version_arguments,
        _version,
    ),
    Command(
        "snapshot",
        "Freeze the base under a name, list those taken, or hold one beside today.",
        "evidencekit snapshot lead.evidence 'Final feedback'",
        _snapshot_arguments,
        _snapshot,
    ),
    Command(
        "accuracy",
        "Decide a factual accuracy point; new words take the sentence's place.",
        "evidencekit accuracy lead.evidence 01a2… accepted --reason 'The file shows it.'",
        _accuracy_arguments,
        _accuracy,
    ),
    Command(
        "timetable",
        "Count the days of a targeted inspection in England's working days.",
        "evidencekit timetable 2017-11-21 --notice 9",
        _timetable_arguments,
        _timetable,
    ),
)
