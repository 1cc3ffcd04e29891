"""Case note: what the record, the worker, the child and the inspector each say, kept apart."""

from evidencekit.records.fields import Kind
from evidencekit.records.kinds.asking import choice, choices, line, number, prose, yes_no
from evidencekit.records.kinds.shared import (
    CASE_TRACKING,
    PRACTICE,
    areas,
    case,
    corroborate,
    ended,
    impact,
    in_confidence,
    my_view,
    outside_framework,
    patterns,
    place,
    started,
)

KIND = Kind(
    key="case-note",
    label="Case note",
    plural="Case notes",
    help="What you read and heard while tracking one child, beside the practitioner.",
    title_from=("headline", "record_says", "worker_says", "child_says", "i_saw", "impact"),
    icon="notebook-pen",
    is_evidence=True,
    fields=(
        case(required=True),
        line("headline", "In one line", "What this note is about, in a few words."),
        choice(
            "source_type", "Kind of evidence", "evidence-types",
            "A record read, a talk with the practitioner, supervision, or another kind.",
            required=True,
        ),
        started("The date, and the time you began to read or talk."),
        ended(),
        place(),
        choice("agency", "Whose record or practitioner", "agencies", "The agency it comes from."),
        choices(
            "source_roles", "Who was with me", "practitioner-roles",
            "The roles of those you spoke with. Roles only, never names.",
            required=True, source=PRACTICE,
        ),
        number("reading_minutes", "Minutes reading", "How long the file was read for this note."),
        yes_no("manager_present", "Manager present", "Whether a manager sat in.", source=PRACTICE),
        prose(
            "record_says", "The record says", "What the case record shows, with its dates.",
            source=CASE_TRACKING,
        ),
        prose("worker_says", "The worker says", "What the practitioner told you."),
        prose(
            "child_says", "The child says",
            "The child's own words, as recorded or as told to you. Say which.", verbatim=True,
        ),
        prose("i_saw", "I saw", "What you saw for yourself."),
        my_view(),
        impact(),
        yes_no("worker_knows_child", "Worker knows the child", "Whether it showed in the talk."),
        prose("next_step", "What the worker would do next", "What they would do next, and why."),
        number("caseload", "Caseload", "How many children this worker holds."),
        line("supervision", "Supervision", "How often, and what difference it makes."),
        areas(),
        patterns(),
        outside_framework(),
        in_confidence(),
        corroborate(),
    ),
)  # fmt: skip
