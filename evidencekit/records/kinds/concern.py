"""Concern: a child at risk now; who was told, and when; it must be closed."""

from evidencekit.records.fields import Kind
from evidencekit.records.kinds.asking import (
    choice,
    line,
    member,
    moment,
    prose,
    rows,
    yes_no,
)
from evidencekit.records.kinds.shared import case

_TOLD = rows(
    "told",
    "Agencies told",
    (
        choice("agency", "Agency", "agencies", "The agency told.", required=True),
        choice("role", "Role", "practitioner-roles", "The role of the person told."),
        choice("how", "How", "told-ways", "How they were told."),
        moment("at", "When", "When they were told.", required=True),
        member("by", "By", "Who told them."),
    ),
    "Each agency that was told, by whom, how and when.",
)

KIND = Kind(
    key="concern",
    label="Concern",
    plural="Concerns",
    help="A child who may be at risk now. Tell the lead first, then write. It must be closed.",
    title_from=("nature", "concern_kind"),
    icon="siren",
    asked_first=(
        "nature", "immediate", "concern_kind", "case", "identity", "lead_told", "lead_told_at",
        "told", "raised_at",
    ),
    fields=(
        moment("raised_at", "Raised", "When you saw or heard it.", required=True),
        case(),
        prose("identity", "Who the child is",
              "Only here may a name or an identifying detail stand, so that the child is found.",
              identity=True, verbatim=True),
        choice("concern_kind", "What is the concern", "concern-kinds", "The nearest kind.",
               required=True),
        prose("nature", "What I saw or heard", "What makes you think so. No names here.",
              required=True),
        yes_no("immediate", "Immediate", "Whether the child may come to harm today.",
               required=True),
        member("lead_told", "Lead or deputy told", "Whom you told in the team."),
        moment("lead_told_at", "Lead told at", "When you told the lead.", required=True),
        _TOLD,
        yes_no("host_told", "Host authority told", "For a child placed or held away from home.",
               source="120081 ¶32"),
        yes_no("placing_told", "Placing authority told", "For a child placed from elsewhere.",
               source="120081 ¶32"),
        prose("response", "What the agency did", "What they did, and when."),
        moment("response_due", "Answer due", "When they said you would hear."),
        yes_no("satisfied", "Satisfied", "Whether what was done makes the child safe."),
        choice("state", "How it stands", "concern-states", "How far it has come."),
        moment("closed_at", "Closed", "When it was closed. An inspection cannot end before."),
        member("closed_by", "Closed by", "Who closed it."),
        line("outcome", "Outcome", "How it ended for the child."),
    ),
)  # fmt: skip
