"""Team meeting: who was there, what was challenged and answered, and who did not agree."""

from evidencekit.records.fields import Kind, Writer
from evidencekit.records.kinds.asking import (
    choice,
    day,
    line,
    member,
    members,
    moment,
    prose,
    record,
    rows,
    yes_no,
)

_PRESENT = rows(
    "present",
    "Present",
    (
        choice("inspectorate", "Inspectorate", "pack.inspectorates", "The inspectorate.",
               required=True),
        members("who", "Who", "Who was there of this inspectorate."),
        line("note", "Note", "Who was away, and why; who joined by telephone."),
    ),
    "One row for each inspectorate.", required=True,
)  # fmt: skip

_ITEMS = rows(
    "items",
    "Agenda",
    (
        line("item", "Item", "What is talked about.", required=True),
        line("why", "Why", "What is missing, or what does not fit."),
        choice("area", "Area", "pack.areas", "The area it is about."),
        record("about", "About", (), "The record it is about."),
        prose("said", "What was said", "By whom, and on what evidence."),
        prose("outcome", "What came of it", "What the team will do, or holds now."),
    ),
    "Drawn from what is missing and where inspectors differ; add what else matters.",
)

_CHALLENGE = rows(
    "challenge",
    "Challenge",
    (
        member("by", "By", "Who challenged.", required=True),
        line("about", "About", "The view, score or finding that was challenged.", required=True),
        record("record", "Record", (), "The record it stands in, if there is one."),
        prose("challenge", "Challenge", "What was put against it.", required=True),
        prose("response", "Response", "What was answered, and on what evidence."),
        yes_no("resolved", "Resolved", "Whether the one who challenged is content."),
    ),
    "What was put in question, by whom, and what was answered. Nobody is left out.",
)

_DISSENT = rows(
    "dissent",
    "Dissent",
    (
        member("by", "By", "Who does not agree.", required=True),
        prose("says", "What they hold", "In their own words.", required=True, verbatim=True),
    ),
    "Who went home with another view. It stands beside the outcome.",
)

_DEPLOYMENTS = rows(
    "deployments",
    "Who goes where next",
    (
        member("member", "Member", "Who goes.", required=True),
        day("day", "Day", "When."),
        line("doing", "Doing", "What they look for, where.", required=True),
        choice("area", "Area", "pack.areas", "The area it is for."),
    ),
    "What was agreed for the next day.",
)

KIND = Kind(
    key="team-meeting",
    label="Team meeting",
    plural="Team meetings",
    help="What the team said to one another: agenda, challenge, outcome, and who did not agree.",
    writer=Writer.LEAD,
    title_from=("title", "summary"),
    icon="user-check",
    fields=(
        line("title", "In one line", "Such as: Team meeting, second day."),
        moment("started", "Started", "When the meeting began.", required=True),
        moment("ended", "Ended", "When it ended."),
        _PRESENT,
        _ITEMS,
        _CHALLENGE,
        _DISSENT,
        _DEPLOYMENTS,
        prose("summary", "Outcome", "What the team holds now, in a few sentences."),
    ),
)
