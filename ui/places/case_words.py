"""What a case is called on screen: its plan, its age, how much was written and when last."""

from datetime import datetime
from zoneinfo import ZoneInfo

from evidencekit import clock
from evidencekit.framework.pack import FrameworkPack
from evidencekit.operations.sample import CaseLine
from evidencekit.records.words import label_of
from ui.places.cards import CardRow


def counted(number: int, one: str = "note", several: str = "notes") -> str:
    """Say how many, as in "No notes yet" or "26 notes"."""
    if not number:
        return f"No {several} yet"
    return f"1 {one}" if number == 1 else f"{number} {several}"


def day_words(day: str, year: int = 0) -> str:
    """Say a day such as 2012-11-19 as "19 November"; the year when it is another one."""
    try:
        read = datetime.strptime(day[:10], "%Y-%m-%d").replace(tzinfo=ZoneInfo("UTC"))
    except ValueError:
        return day
    ending = "" if read.year == year else f" {read.year}"
    return f"{read.day} {read:%B}{ending}"


def moment_words(at: str, year: int = 0) -> str:
    """Say a moment such as 2012-11-19T10:30 as "19 November, 10:30"."""
    day, _, time = at.partition("T")
    said = day_words(day, year) if day else "No date"
    return f"{said}, {time[:5]}" if time else said


def written_words(written: str, zone: str, year: int = 0) -> str:
    """Say when something was written, in local time."""
    if not written:
        return ""
    local = clock.moment(written).astimezone(ZoneInfo(zone))
    return moment_words(f"{local:%Y-%m-%dT%H:%M}", year)


def plan_and_age(plan: str, age_band: str) -> str:
    """Say the plan and the age in one line: "Child protection plan. Age 5 to 9."."""
    parts = []
    if plan:
        parts.append(f"{label_of('plans', plan)}.")
    if age_band:
        age = label_of("age-bands", age_band)
        parts.append(f"Age {age}." if age[0].isdigit() else f"{age}.")
    return " ".join(parts) or "Plan and age not filled in."


def said_of_place(host: str, placing: str) -> list[str]:
    """Say where the child is and who placed it there, as far as it is filled in."""
    pairs = (("Host authority", host), ("Placing authority", placing))
    return [f"{what}: {which}." for what, which in pairs if which]


def case_card(line: CaseLine, pack: FrameworkPack, zone: str, year: int) -> CardRow:
    """Show a case as a card."""
    stages = ", ".join(pack.label("pack.stages", stage) for stage in line.stages)
    touched = f"last touched {written_words(line.touched, zone, year)}" if line.notes else ""
    by = " · ".join(part for part in (counted(line.notes), touched, stages) if part)
    tags = tuple(_tags(line))
    text, whose = plan_and_age(line.plan, line.age_band), whose_case(line, pack)
    said = " ".join(f"{words}." for words, _ in tags)
    return CardRow(
        key=line.record, title=line.reference, text=text, by=by, tags=tags, when=whose,
        spoken=" ".join(f"{line.reference}. {said} {text} {whose} {counted(line.notes)}.".split()),
    )  # fmt: skip


def whose_case(line: CaseLine, pack: FrameworkPack) -> str:
    """Say who tracks a case, whose brother or sister it is, and where the child is."""
    parts = [
        f"Tracked by {', '.join(line.tracked_by)}." if line.tracked_by else _owner(line, pack),
        f"With {', '.join(line.siblings)}." if line.siblings else "",
        *said_of_place(line.host, line.placing),
    ]
    return " ".join(part for part in parts if part)


def _owner(line: CaseLine, pack: FrameworkPack) -> str:
    owners = sorted(pack.label("pack.inspectorates", each) for each in line.inspectorates)
    return f"Chosen by {', '.join(owners)}." if owners and not line.is_shared else ""


def _tags(line: CaseLine) -> list[tuple[str, str]]:
    tags = [("Two versions", "caution")] if line.is_disputed else []
    tags.append(("Shared sample", "info") if line.is_shared else ("Own sample", ""))
    if not line.is_started:
        tags.append(("Without a note", ""))
    elif line.is_tracked:
        tags.append(("Tracked", "ok"))
    if line.is_unborn:
        tags.append(("Unborn", "info"))
    if line.is_elsewhere:
        tags.append(("Placed elsewhere", "caution"))
    return tags


def words_in(line: CaseLine, pack: FrameworkPack) -> str:
    """Give all the words a case can be filtered by."""
    stages = (pack.label("pack.stages", stage) for stage in line.stages)
    sample = pack.label("pack.sample-types", line.sample_type)
    parts = (line.reference, sample, *stages, whose_case(line, pack))
    return " ".join((*parts, plan_and_age(line.plan, line.age_band))).casefold()
