"""Questions that several kinds ask in the same words."""

from typing import Unpack

from evidencekit.records.fields import Field
from evidencekit.records.kinds.asking import (
    More,
    choice,
    choices,
    day,
    group,
    line,
    moment,
    prose,
    record,
    records,
    rows,
    suggested,
    yes_no,
)

EVIDENCE_KINDS = (
    "case-note",
    "journey-event",
    "observation",
    "voice",
    "document",
    "data-point",
    "claim",
    "score",
)

CASE_TRACKING = "120081 ¶41-43"
PRACTICE = "120081 ¶46"
VIEWS = "120081 ¶47"
AREAS = "120081 ¶45"


def areas(source: str = AREAS, *, polarity_required: bool = True) -> Field:
    """Ask which areas this speaks to, and which way it points in each."""
    columns = (
        choice("area", "Area", "pack.areas", "The evaluation area it speaks to.", required=True),
        choice(
            "polarity", "What it shows", "polarity",
            "A strength, a weakness, mixed, or context only.", required=polarity_required,
        ),
        choice("weight", "How far it goes", "weight", "One instance, some, or a pattern."),
        line("note", "Note", "Why it speaks to this area, if that is not plain."),
    )  # fmt: skip
    return rows(
        "areas", "Areas", columns,
        "The evaluation areas this speaks to. One piece of evidence may speak to several.",
        source=source,
    )  # fmt: skip


def case(*, required: bool = False) -> Field:
    """Ask which child's case this is about."""
    return record(
        "case", "Case", ("case",), "The child's reference, such as SH-04. Never a name.",
        required=required, source=CASE_TRACKING,
    )  # fmt: skip


def cases() -> Field:
    """Ask which children's cases this is about."""
    return records(
        "cases", "Cases", ("case",), "Every child this is about, by reference. Never a name.",
        source=CASE_TRACKING,
    )  # fmt: skip


def evidence(hint: str, **more: Unpack[More]) -> Field:
    """Ask for the records this rests on."""
    return records("evidence", "Evidence", EVIDENCE_KINDS, hint, **more)


def counter_evidence(hint: str) -> Field:
    """Ask for the records that speak against it."""
    return records("counter_evidence", "Evidence against", EVIDENCE_KINDS, hint)


def started(hint: str = "The date and the time it began.") -> Field:
    """Ask when it began."""
    return moment("started", "Started", hint, required=True)


def ended() -> Field:
    """Ask when it ended."""
    return moment("ended", "Ended", "The time it ended. Notes written by then count as made then.")


def place() -> Field:
    """Ask for the kind of place, never the address."""
    return choice(
        "place_type", "Kind of place", "place-types",
        "The kind of place only. Leave out the address and the name.",
    )  # fmt: skip


def my_view() -> Field:
    """Ask for the inspector's own evaluation, in a box of its own."""
    return prose(
        "my_view", "My view", "What you make of it. Kept apart from what you saw and were told."
    )


def impact() -> Field:
    """Ask what it meant for the child."""
    return prose(
        "impact", "What it meant for the child",
        "What was better, worse or no different for the child because of this.",
        source="120081 ¶23",
    )  # fmt: skip


def patterns() -> Field:
    """Ask for the recurrent themes it shows."""
    return choices(
        "patterns", "Patterns", "pack.themes",
        "Themes that keep coming back. They help the team to see the same thing in many cases.",
        source="120081 ¶19-21",
    )  # fmt: skip


def in_confidence() -> Field:
    """Ask whether it was told in confidence."""
    return yes_no(
        "in_confidence", "Told in confidence",
        "Whether the person asked that it not be repeated. It is then kept out of quotations.",
    )  # fmt: skip


def corroborate() -> Field:
    """Ask what would confirm it."""
    return line(
        "corroborate", "To confirm", "What to read or whom to ask to confirm this, if anything."
    )


def outside_framework() -> Field:
    """Ask whether the framework has no place for it."""
    return yes_no(
        "outside_framework", "Outside the framework",
        "Yes when it matters and no area has a place for it. It is still read and counted.",
    )  # fmt: skip


def actions() -> Field:
    """Ask what was to be done, by whom and by when."""
    columns = (
        line("action", "Action", "What is to be done.", required=True),
        suggested("owner", "Owner", "owners", "The role or agency that will do it."),
        day("due", "Due", "When it is to be done by."),
        line("due_said", "Due, as said", "As it was said: within 10 working days."),
    )
    return rows(
        "actions", "Actions", columns, "Each action with its owner and date, as it was agreed."
    )


def consent(*, required: bool = True) -> Field:
    """Ask who agreed, to what and how."""
    columns = (
        choice("status", "Consent", "consent", "Whether it was given.", required=True),
        choices(
            "given_by", "From whom", "consent-from",
            "Everyone who agreed. A parent's consent does not stand for the child's own.",
        ),
        choice("how", "How it was asked", "consent-ways", "How they were asked."),
        moment("at", "When", "When they agreed."),
        choices("scope", "To what", "consent-scopes", "What they agreed to."),
        yes_no("explained", "Explained", "Whether it was explained in words fit for their age."),
        moment("withdrawn_at", "Withdrawn", "When it was withdrawn, if it was."),
        line("note", "Note", "Why it was not sought, or what else matters."),
        choices("who", "Who, by role", "practitioner-roles", "Their roles. Never a name."),
    )  # fmt: skip
    return group(
        "consent", "Consent", columns,
        "Consent to watch, read or talk. The power to inspect does not depend on it.",
        required=required, source=PRACTICE,
    )  # fmt: skip
