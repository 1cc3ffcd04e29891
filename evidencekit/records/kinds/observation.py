"""Observation: something watched as it happened, line by line."""

from evidencekit.records.fields import Kind
from evidencekit.records.kinds.asking import choice, choices, day, line, prose
from evidencekit.records.kinds.meeting_details import (
    ATTENDANCE,
    LINES,
    MAPPA,
    MARAC,
    MEETING_QUESTIONS,
    QUORACY,
)
from evidencekit.records.kinds.shared import (
    PRACTICE,
    actions,
    areas,
    cases,
    consent,
    ended,
    impact,
    my_view,
    outside_framework,
    patterns,
    place,
    started,
)

KIND = Kind(
    key="observation",
    label="Observation",
    plural="Observations",
    help="A meeting, a visit or a piece of work, watched as it happened.",
    title_from=("title", "what"),
    icon="eye",
    is_evidence=True,
    fields=(
        choice(
            "what", "What I am watching", "pack.observation-kinds",
            "The kind of meeting, visit or work.", required=True, source=PRACTICE,
        ),
        line("title", "In one line", "A few words to find it by. No names."),
        started(),
        ended(),
        place(),
        choice("clock", "Counted from", "meeting-clocks", "The event that the clock begins with."),
        day("counted_from", "Day of that event", "The day on the record, for counting only."),
        day("due", "Was due by", "The day on the local record, if it names one."),
        cases(),
        choices(
            "source_roles", "Whom I watched", "practitioner-roles",
            "The roles of those you watched. For a meeting, the attendance says it.",
        ),
        choice("position", "Where I sat", "observer-positions", "Where you watched from."),
        line("setting", "Setting", "What the room and the moment were like."),
        consent(),
        LINES,
        ATTENDANCE,
        QUORACY,
        *MEETING_QUESTIONS,
        actions(),
        MAPPA,
        MARAC,
        prose("write_up", "Write-up", "What happened, written up from your lines."),
        my_view(),
        impact(),
        areas(),
        patterns(),
        outside_framework(),
    ),
)  # fmt: skip
