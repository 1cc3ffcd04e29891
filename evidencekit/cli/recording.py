"""Words for what left the desk: versions and where they went, points, feedback, days."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date

from evidencekit.analysis.rewording import Reworded
from evidencekit.canonical import Json
from evidencekit.cli.command import Command, desk_of, workspace_argument
from evidencekit.cli.console import Console
from evidencekit.framework.timetable import Due
from evidencekit.operations import (
    accuracy_points,
    feedback_log,
    reading,
    report_days,
    report_record,
)
from evidencekit.operations.desk import Desk
from evidencekit.operations.report_record import Version
from evidencekit.records.words import VOCABULARIES
from evidencekit.report import dates

_ROLES = tuple(word.key for word in VOCABULARIES["practitioner-roles"].words)


def _versions_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--compare", nargs="+", metavar="VERSION",
                      help="one with what stands now, or two with each other")  # fmt: skip
    what.add_argument("--sent", metavar="VERSION", help="write down where this one went")
    parser.add_argument("--to", nargs="+", choices=_ROLES, default=[], metavar="ROLE",
                        help="with --sent: roles, never names, such as lscb-chair")  # fmt: skip
    parser.add_argument("--on", type=day, metavar="DATE", help="with --sent: the day")
    parser.add_argument("--note", default="", help="with --sent: what was asked of them")


def _versions(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    if asked.compare:
        return _compare(desk, asked.compare, console)
    if asked.sent:
        record, on = reading.find_record(desk, asked.sent), asked.on
        report_record.sent(desk, record, asked.to, on.isoformat() if on else "", asked.note)
    found = report_record.listed(desk)
    console.table(
        ("version", "name", "what it is", "made", "sent", "published"),
        [
            (str(each.number), each.name, each.stage_words, dates.local(each.made_at),
             "; ".join(f"{', '.join(one.to)} {dates.day(one.on)}" for one in each.sent),
             dates.day(each.published_on))
            for each in found
        ],
    )  # fmt: skip
    if not found:
        console.say("No version is kept yet; `version` keeps one.")
    console.result({"versions": [_version(each) for each in found]})
    return 0


def _version(each: Version) -> dict[str, Json]:
    return {
        "record": each.record, "number": each.number, "name": each.name, "stage": each.stage,
        "made_at": each.made_at, "fingerprint": each.fingerprint,
        "files": [{"name": name, "sha256": sha256} for name, sha256 in each.files],
        "sent": [{"to": list(one.to), "on": one.on, "note": one.note} for one in each.sent],
        "published_on": each.published_on, "published_where": each.published_where,
    }  # fmt: skip


def _compare(desk: Desk, named: list[str], console: Console) -> int:
    one, *other = (reading.find_record(desk, each) for each in named[:2])
    moved = report_record.between(desk, one, other[0] if other else None)
    if not moved:
        console.say("Word for word the same.")
    for section in moved:
        console.say(section.section, *(line for each in section.changes for line in both(each)))
    console.result({
        "changes": [
            {"section": section.section, "before": each.before, "after": each.after}
            for section in moved for each in section.changes
        ]
    })  # fmt: skip
    return 0


def both(each: Reworded) -> tuple[str, str]:
    """Say a change in two lines."""
    return f"  - {each.before or '(not there)'}", f"  + {each.after or '(not there)'}"


def _points(asked: Namespace, console: Console) -> int:
    found = accuracy_points.points(desk_of(asked))
    console.table(
        ("point", "received", "from", "section", "decision"),
        [
            (each.record, dates.day(each.received_on), each.agency, each.section_words,
             each.decision_words or "to decide")
            for each in found
        ],
    )  # fmt: skip
    for each in found:
        console.say(f"{each.record}: {each.comment}")
    console.result({
        "points": [
            {"record": each.record, "received_on": each.received_on, "decision": each.decision,
             "sentence": each.sentence, "before": each.before, "after": each.after}
            for each in found
        ]
    })  # fmt: skip
    return 0


def _told(asked: Namespace, console: Console) -> int:
    found = feedback_log.log(desk_of(asked))
    for each in found:
        to = ", ".join((*each.to, each.agency) if each.agency else each.to)
        console.say(f"{dates.local(each.at)}, to {to}: {each.points}")
        console.say(*([f"  They answered: {each.response}"] if each.response else []))
    if not found:
        console.say("No feedback is written down yet.")
    console.result({
        "feedback": [
            {"record": each.record, "at": each.at, "to": list(each.to), "points": each.points,
             "provisional": each.provisional, "response": each.response}
            for each in found
        ]
    })  # fmt: skip
    return 0


def _days(asked: Namespace, console: Console) -> int:
    found = report_days.days(desk_of(asked))
    console.table(("what", "day", "how"), [_due(each) for each in found])
    if not found:
        console.say("The day the area was told, and the days on site, are not recorded yet.")
    console.result({
        "days": [
            {"key": each.key, "label": each.label, "recorded": each.is_known,
             "day": each.day.isoformat() if each.day else ""}
            for each in found
        ]
    })  # fmt: skip
    return 0


def _due(each: Due) -> tuple[str, str, str]:
    on = f"{each.day:%a} {dates.day(each.day.isoformat())}" if each.day else "in no calendar here"
    how = "recorded" if each.is_known else f"{each.working_days} working days after {each.after}"
    return each.label, on, how


def day(text: str) -> date:
    """Read a day as people of a command line write it."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        why = "a date is written like 2017-11-21"
        raise ArgumentTypeError(why) from error


COMMANDS = (
    Command(
        "versions",
        "List the versions of the report, hold two beside each other, or say where one went.",
        "evidencekit versions lead.evidence --compare 01a2… 03b4…",
        _versions_arguments,
        _versions,
    ),
    Command(
        "points",
        "List the factual accuracy points, those still to decide first.",
        "evidencekit points lead.evidence",
        workspace_argument,
        _points,
    ),
    Command(
        "told",
        "List what the area was told before the report, and what it answered.",
        "evidencekit told lead.evidence",
        workspace_argument,
        _told,
    ),
    Command(
        "days",
        "Give the days of this inspection: recorded, or counted in England's working days.",
        "evidencekit days lead.evidence",
        workspace_argument,
        _days,
    ),
)
