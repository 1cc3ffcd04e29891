"""Moderation: who scored alone, when the scores were laid open, the agreed view and the dissent."""

from evidencekit.records.fields import Kind, Writer
from evidencekit.records.kinds.asking import choice, member, members, moment, prose, records, rows
from evidencekit.records.kinds.shared import AREAS, case

_DISSENT = rows(
    "dissent",
    "Dissent",
    (
        member("by", "By", "Who does not agree.", required=True),
        prose("says", "What they hold", "In their own words.", required=True, verbatim=True),
    ),
    "Who does not share the agreed view. Both stand.",
)

KIND = Kind(
    key="moderation",
    label="Moderation",
    plural="Moderations",
    help="Each scores alone, then all are laid open and talked over. Nothing is worked out.",
    writer=Writer.LEAD,
    title_from=("area",),
    icon="scale",
    fields=(
        choice("area", "Area", "pack.areas", "The area that is scored.", required=True,
               source=AREAS),
        case(),
        members("named", "Who scores alone first", "Nobody sees another's score before.",
                required=True),
        moment("started", "Begun", "When it was asked for."),
        moment("revealed_at", "Laid open", "When the scores were laid open; not before that.",
               required=True),
        records("scores", "Scores", ("score",), "The scores that were laid side by side."),
        prose("view", "Agreed view", "What the team holds now, in words.", required=True),
        choice("grade", "Agreed score", "pack.grades",
               "Chosen by the people in the room, where the framework has a scale."),
        prose("why", "Why", "The evidence that decided it."),
        members("agreed_by", "Agreed by", "Who shares this view."),
        _DISSENT,
    ),
)  # fmt: skip
