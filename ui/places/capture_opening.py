"""What is said when a meeting is opened: its name, who is here, and what was kept of it."""

from collections.abc import Mapping
from datetime import date, datetime, tzinfo

from evidencekit.framework.prompts import shipped_prompts
from evidencekit.records.attendance import roles_here
from ui.places.capture_sheet import Answers, Opened, Stand

SUBMITTED = "This was finished and submitted."
SUBMITTED_MORE = "What you change now is a draft again, until you finish once more."
_NAMED = 3  # the title names a meeting and at most two cases


def day_words(day: date) -> str:
    """Say a day: "Tuesday 24 November 2026"."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def title_words(fields: Answers, kind: str, cases: Mapping[str, str]) -> str:
    """Name a meeting and whose it is."""
    name = str(fields.get("title", "")) or kind or "Observation"
    return ", ".join([name, *cases.values()][:_NAMED])


def place_words(fields: Answers) -> str:
    """Say on which day and where."""
    at, where = str(fields.get("started", "")), str(fields.get("setting", ""))
    day = [day_words(date.fromisoformat(at[:10]))] if at else []
    said = [*day, *([where] if where else [])]
    return " ".join(f"{part.rstrip('.')}." for part in said)


def started_words(fields: Answers) -> str:
    """Say when it began: "Started 10:30"."""
    at = str(fields.get("started", ""))
    return f"Started {datetime.fromisoformat(at):%H:%M}" if "T" in at else ""


def kept_words(opened: Opened, begun: Stand, zone: tzinfo | None) -> tuple[str, str]:
    """Say what was recovered and from when, or that it was submitted; nothing when all is plain."""
    draft = opened.draft
    if draft is None:
        return (SUBMITTED, SUBMITTED_MORE) if opened.is_submitted else ("", "")
    at = draft.at.astimezone(zone)
    if begun.composer or begun.change:
        return f"We kept 1 unfinished note from {at:%H:%M}.", "It is in the box."
    return (f"We kept everything you wrote until {at:%H:%M}." if begun.is_newer else ""), ""


def here_in(fields: Answers) -> list[str]:
    """Give the roles of those who are here, as the answers tell it."""
    return roles_here(fields, lambda agency: shipped_prompts().agency(agency).roles)
