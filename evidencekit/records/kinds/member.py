"""Member: one person of the inspection team."""

from evidencekit.records.fields import Kind, Writer
from evidencekit.records.kinds.asking import choice, line, member, prose, yes_no

KIND = Kind(
    key="member",
    label="Team member",
    plural="Team members",
    help="One person of the team. Keys and trust are in the roster; this is what the team needs.",
    writer=Writer.LEAD,
    title_from=("name",),
    icon="user-round",
    fields=(
        line("name", "Name", "The inspector's own name or initials.", required=True),
        member("member", "Member", "The person on the roster this is about."),
        choice("inspectorate", "Inspectorate", "pack.inspectorates", "The inspectorate.",
               required=True, source="120081 ¶11"),
        choice("role", "Role", "member-roles", "The role in this inspection.", required=True),
        line("specialism", "Specialism", "What this person knows best."),
        yes_no("seconded", "Seconded", "Whether seconded from elsewhere.", source="120081 ¶36"),
        yes_no("conflict_declared", "Conflict of interest",
               "Whether there is a connection with the area. Declared before the first evidence.",
               required=True),
        prose("conflict", "What it is", "The connection, and what was agreed about it."),
    ),
)  # fmt: skip
