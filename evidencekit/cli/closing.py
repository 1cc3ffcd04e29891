"""Words for the end of a day: what of one's own is still open."""

from argparse import Namespace
from dataclasses import replace

from evidencekit.cli.command import Command, desk_of, workspace_argument
from evidencekit.cli.console import Console, counted
from evidencekit.operations.closing_day import ClosingDay, Matter, Thing, closing_day
from evidencekit.operations.handed_over import behind, behind_words

SOMETHING_IS_OPEN = 1  # the exit status of a question that was answered


def _close_day(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    found, days = _without_names(closing_day(desk)), behind(desk)
    for matter in Matter:
        things = found.of(matter)
        if things:
            console.say(f"{_TITLES[matter]}: {len(things)}")
            console.say(*(f"  {_line(thing)}" for thing in things))
    if not found.things:
        console.say("Nothing is open.")
    console.say(*(behind_words(day) for day in days))
    console.say(_what_next(found))
    console.result(
        {
            "open": [
                {
                    "matter": each.matter.value, "kind": each.kind, "record": each.record,
                    "line": each.line, "form": each.form, "title": each.title,
                    "left": each.is_left, "problems": [one.words for one in each.problems],
                }
                for each in found.things
            ],
            "to_hand_over": found.to_hand_over,
            "last_handed_over": found.last_handed_over,
            "not_handed_over": [{"day": each.day, "records": each.records} for each in days],
        }
    )  # fmt: skip
    return SOMETHING_IS_OPEN if found.things else 0


_TITLES = {
    Matter.CONCERNS: "Concerns still open",
    Matter.IDENTITIES: "May name somebody",
    Matter.CONSENT: "Without consent",
    Matter.DRAFTS: "Unfinished",
    Matter.UNDATED: "Without a date",
    Matter.AREAS: "Without an area",
    Matter.SUBMITTING: "Not submitted",
}


_NAMED = frozenset({Matter.CONCERNS, Matter.IDENTITIES})


def _line(thing: Thing) -> str:
    where = f"{thing.record} {thing.line}".strip() or thing.form
    left = " (left for another day)" if thing.is_left else ""
    return "  ".join(part for part in (where, thing.kind, thing.title) if part) + left


def _without_names(found: ClosingDay) -> ClosingDay:
    """Leave out every title of a child at risk or of somebody named: a terminal keeps it."""
    named = {each.record for each in found.things if each.matter in _NAMED}
    things = (replace(each, title="") if each.record in named else each for each in found.things)
    return replace(found, things=tuple(things))


def _what_next(found: ClosingDay) -> str:
    if not found.to_hand_over:
        return "Everything is handed over."
    return f"{counted(found.to_hand_over, 'version')} to hand over: evidencekit export."


COMMANDS = (
    Command(
        "close-day",
        "List what of yours is still open this evening; status 1 while anything is.",
        "evidencekit close-day anna.evidence",
        workspace_argument,
        _close_day,
    ),
)
