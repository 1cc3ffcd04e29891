"""Inspection: the area, the dates, the conditions, and what the lead keeps for the team."""

from evidencekit.records.fields import Kind, Writer
from evidencekit.records.kinds.asking import (
    choice,
    choices,
    day,
    group,
    line,
    member,
    members,
    moment,
    prose,
    rows,
    yes_no,
)

_FORCE_CHECK = group(
    "force_check",
    "Police force",
    (
        yes_no("first_in_force", "First in this force",
               "Whether this is the first inspection in the force's area."),
        yes_no("changes_since", "Changes since", "Whether the force has changed since the last."),
        prose("summary", "What changed", "The force-wide changes that matter."),
        choice("depth", "How wide to look", "force-depths", "The whole force or locally."),
    ),
    "A force serves several areas, so force-wide evidence is gathered once.",
    source="120081 ¶31",
)  # fmt: skip

_ENQUIRIES = rows(
    "enquiries",
    "Lines of enquiry",
    (
        line("key", "Line", "A short name that stays with it."),
        line("question", "Question", "What you need to find out.", required=True),
        choice("origin", "Where from", "enquiry-sources", "What made you ask."),
        choices("areas", "Areas", "pack.areas", "The areas it concerns."),
        choice("triage", "How it stands", "triage", "Brought up to date as evidence comes."),
        member("owner", "Owner", "Who follows it."),
        line("outcome", "Outcome", "What came of it."),
    ),
    "What the team sets out to find, earlier recommendations included.",
)

_REQUESTS = rows(
    "requests",
    "Information requests",
    (
        line("what", "What", "What was asked for.", required=True),
        choice("agency", "From", "agencies", "The agency asked."),
        moment("requested_at", "Asked", "When it was asked for."),
        day("due", "Due", "When it is due."),
        moment("received_at", "Received", "When it came."),
        yes_no("reviewed", "Read", "Whether someone has read it."),
        line("not_supplied", "Not supplied", "The reason given, if it was not supplied."),
    ),
    "What was asked of the area, and what came.",
)

_TEAM_MEETINGS = rows(
    "team_meetings",
    "Team meetings",
    (
        moment("at", "When", "When the team met.", required=True),
        members("present", "There", "Who was there."),
        prose("points", "What was weighed", "Strengths, concerns and gaps for each area."),
        prose("challenge", "Challenge", "Who challenged what, and how it was settled."),
        prose("dissent", "Dissent", "What stayed open between members."),
    ),
    "What the team weighed together, with challenge and dissent.",
)

_STATEMENT = group(
    "statement",
    "Statement of proposed action",
    (
        yes_no("needed", "Needed", "Whether a written statement of proposed action is needed."),
        line("principal_authority", "Principal authority", "Who must write it."),
        prose("notice", "Notice", "The text of the notice as it stands in the report."),
        day("received_on", "Report received", "When the authority received the report."),
        day("due", "Due", "The last day for the statement."),
    ),
    "Only where the framework's output asks for one.",
    source="SI 2015/1792",
)

_MOVES = rows(
    "framework_moves",
    "Moved to a corrected framework",
    (
        moment("at", "When", "When the inspection was moved.", required=True),
        line("from_version", "From version", "The version it used."),
        line("to_version", "To version", "The version it uses since."),
        line("from_sha256", "Digest before", "The content it used."),
        line("to_sha256", "Digest since", "The content it uses since."),
        line("areas", "Areas with another id", "Found to be the same by their text."),
        line("kept", "Areas kept as they were", "In use, and without a like in the new version."),
    ),
    "Written by the program when the lead moves the inspection; nothing else changes it.",
    by_app=True,
)

KIND = Kind(
    key="inspection",
    label="Inspection",
    plural="Inspections",
    help="The area inspected, its dates and conditions. There is one in each workspace.",
    writer=Writer.LEAD,
    title_from=("area_name",),
    icon="building-2",
    fields=(
        line("area_name", "Local authority area", "The area inspected.", required=True,
             source="120081 ¶9"),
        line("reference", "Reference", "The inspection's own number."),
        line("framework", "Framework", "The framework's id, such as macp-2012.", required=True,
             by_app=True),
        line("framework_version", "Framework version", "The version of the framework used.",
             by_app=True),
        line("police_force", "Police force", "The force that serves the area. Its area is wider.",
             required=True, source="120081 ¶31"),
        line("probation_area", "Probation area", "The probation area that serves it."),
        rows(
            "health_bodies", "Health bodies",
            (
                line("name", "Name", "The organisation.", required=True),
                choice("agency", "Kind", "agencies", "What it does."),
            ),
            "Commissioners and providers. They seldom share the area's borders.",
        ),
        day("starts", "First day on site", "The first day on site.", required=True),
        day("ends", "Last day on site", "The last day on site.", required=True),
        day("second_part", "Second part starts", "When the whole team arrives.",
            source="120081 ¶37-38"),
        moment("notified_at", "Area told", "When the area was told."),
        line("deep_dive_theme", "Deep-dive theme", "The theme, where the framework has one.",
             source="150092 ¶11-14"),
        choices("establishments", "In this area there is", "pack.establishments",
                "These bring HMI Prisons into the team.", source="120081 ¶11, ¶18, ¶32"),
        _FORCE_CHECK,
        rows(
            "previous", "Earlier inspections",
            (
                day("date", "Date", "When it was."),
                line("title", "Inspection", "What it was.", required=True),
                prose("recommendations", "Recommendations", "What it asked for."),
            ),
            "What was found before, so that it is not forgotten.",
        ),
        _ENQUIRIES,
        rows(
            "contacts", "Whom to tell of a concern",
            (
                choice("agency", "Agency", "agencies", "The agency.", required=True),
                choice("role", "Role", "practitioner-roles", "The role to ask for."),
                line("how", "How", "How to reach them day and night."),
            ),
            "Agreed at the start, for when a child may be at risk.",
        ),
        prose("local_quoracy", "Local quoracy rules", "Who must be there, by the local rules."),
        _REQUESTS,
        _TEAM_MEETINGS,
        _STATEMENT,
        _MOVES,
        choice("state", "Where the inspection is", "inspection-states", "How far it has come."),
    ),
)  # fmt: skip
