"""Disclosure: who asks for the evidence, by when, for what, and what was given in answer."""

from evidencekit.records.fields import Kind, Writer
from evidencekit.records.kinds.asking import (
    choice,
    choices,
    day,
    group,
    line,
    members,
    moment,
    number,
    prose,
    records,
    rows,
    suggested,
    yes_no,
)

_CHECK = group(
    "check",
    "Second person's check",
    (
        line("by", "By", "Who looked it over: a member of the team, or a role."),
        moment("at", "When", "When they had looked it over."),
        prose("note", "What they say", "What was looked at, and what they say of it."),
        line("state", "State", "The state of records and decisions that was looked over."),
    ),
    "Somebody who decided none of it looks it over before it goes out.",
    by_app=True,
)

_PACKS = rows(
    "packs",
    "Packs made",
    (
        moment("made_at", "Made", "When it was made.", required=True),
        yes_no("for_release", "For release", "No for one that was made to be checked."),
        line("name", "Name", "The name of its folder."),
        line("sha256", "SHA-256", "The number of its list of files: only these files have it."),
        number("records", "Records", "How many records it prints."),
        number("withheld", "Withheld", "How many pieces of text it withholds."),
        prose("undecided", "Made with open points because", "Why it was made with some undecided."),
    ),
    "Every pack that was made, with the number that only its files have.",
    by_app=True,
)

KIND = Kind(
    key="disclosure",
    label="Disclosure",
    plural="Disclosures",
    help="A complaint, request or challenge, what of the evidence it asks for, and the answer.",
    writer=Writer.LEAD,
    title_from=("reference", "asked_for", "route"),
    icon="scale",
    asked_first=("route", "reference", "asked_by", "asked_for", "received", "due"),
    fields=(
        choice("route", "How it is asked for", "disclosure-routes", "By which right or challenge.",
               required=True),
        line("reference", "Reference", "The number the request goes by where names are kept."),
        suggested("asked_by", "Asked by", "owners",
                  "Who asks, by role: a parent, a journalist. Never a name."),
        prose("asked_for", "What is asked for", "What they ask for, as they wrote it."),
        day("received", "Received", "The day it came.", required=True),
        day("due", "Answer due", "Leave it empty, and it is counted by the rule."),
        line("due_rule", "Counted by", "The rule the day was counted by.", by_app=True),
        records("in_cases", "Cases", ("case",), "Only what speaks of these cases."),
        choices("in_kinds", "Kinds of record", "record-kinds", "Only records of these kinds."),
        choices("in_areas", "Areas", "pack.areas", "Only what speaks to these areas."),
        members("by_members", "Inspectors", "Only what these people recorded."),
        day("from_day", "From", "Only what happened from this day on."),
        day("to_day", "To", "Only what happened up to this day."),
        records("in_records", "Records", (), "These records, whatever else is in scope."),
        yes_no("team_names", "Print the inspectors' names",
               "No prints their roles and inspectorates instead."),
        yes_no("legal_hold", "Legal hold", "Whether nothing may be destroyed until it is over."),
        _CHECK,
        _PACKS,
        day("closed_on", "Closed", "The day it was over."),
        prose("outcome", "Outcome", "What came of it."),
    ),
)  # fmt: skip
