"""What the list of observations says of each: when, what, how many notes, and in what state."""

from datetime import date, datetime

from evidencekit.analysis.snapshot import Item
from evidencekit.checks.voices import FIELD, withdrawn_words
from evidencekit.framework.pack import FrameworkPack
from evidencekit.records.given import group
from evidencekit.records.meeting_line import lines_of
from evidencekit.records.revision import State
from ui.qtmodels.record_table import RecordRow

_SOON = 6  # days within which a weekday says enough


def when_words(at: str, today: date) -> str:
    """Say when: "Today 10:30", "Mon 15:00" within a week, else "19 November 2012"."""
    if not at:
        return "No date"
    moment = datetime.fromisoformat(at)
    day = moment.date()
    if day == today:
        said = "Today"
    elif 0 < (today - day).days <= _SOON:
        said = f"{day:%a}"
    else:
        said = f"{day.day} {day:%B %Y}"
    return f"{said} {moment:%H:%M}" if "T" in at else said


def row_of(item: Item, pack: FrameworkPack, today: date, cases: tuple[str, ...]) -> RecordRow:
    """Give the row of an observation."""
    lines = lines_of(item.fields)
    kind = pack.observation_kind(str(item.fields.get("what", "")))
    label = kind.label if kind else "Observation"
    name = str(item.fields.get("title", "")) or label
    title = ", ".join((name, *cases))
    voices = sum(line.child_voice for line in lines)
    where = [label] if name != label else []
    where += [str(item.fields["setting"]).rstrip(".")] if item.fields.get("setting") else []
    notes = f"{len(lines)} {'note' if len(lines) == 1 else 'notes'}"
    where.append(f"{notes}, {voices} with the child's voice" if voices else notes)
    when = when_words(item.at, today)
    tags = tags_of(item)
    spoken = ". ".join([f"Open {title}, {when}", *(words for words, _ in tags), *where]) + "."
    return RecordRow(
        key=item.record, title=title, detail=". ".join(where) + ".", when=when, icon="eye",
        tags=tags, spoken=spoken,
    )  # fmt: skip


def tags_of(item: Item) -> tuple[tuple[str, str], ...]:
    """Say in what state it is, and whether notes wait for an area."""
    if item.is_disputed:
        return (("Two versions", "error"),)
    if withdrawn_words(group(item.fields, FIELD)):
        return (("Consent withdrawn", "caution"),)
    bare = sum(not line.areas for line in lines_of(item.fields))
    said = "1 note has no area" if bare == 1 else f"{bare} notes have no area"
    waiting = ((said, "caution"),) if bare else ()
    if item.state != State.SUBMITTED.value:
        return (*waiting, ("In progress", "info"))
    return waiting or (("Finished", "ok"),)
