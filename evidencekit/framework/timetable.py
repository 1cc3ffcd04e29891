"""The days of a targeted inspection, from the call to the statement: counted in working days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from evidencekit.framework.pack import FrameworkPack
from evidencekit.framework.shapes import misfit
from evidencekit.framework.tables import read_table, shipped_text
from evidencekit.framework.working_days import Calendar, england

FILE = "timetable.toml"
NOTHING: Mapping[str, date] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One day of the plan, and how it is counted."""

    key: str
    label: str
    source: str
    after: str = ""
    working_days: int = 0
    from_notice: bool = False  # the framework's own days of notice, where it publishes them
    from_statement: bool = False  # the framework's own days for the statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """The whole plan."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One day as it comes out; None when it stands in no calendar held here."""

    key: str
    label: str
    day: date | None
    source: str
    working_days: int
    after: str  # the label of the step it is counted from
    is_known: bool  # the day is recorded, not counted


@cache
def plan() -> Steps:
    """Give the plan that ships with this version."""
    return read_plan(shipped_text(FILE))


def read_plan(untrusted: str, file: str = FILE) -> Steps:
    """Read a plan; BadTable names the line of a step that counts from none before it."""
    return read_table(Steps, untrusted, file, _steps_follow)


def timetable(
    told: date, *, notice: int = 0, statement: int = 0, known: Mapping[str, date] = NOTHING,
    calendar: Calendar | None = None,
) -> tuple[Due, ...]:  # fmt: skip
    """Count every day from the day the area was told; a day that is known stands as it is."""
    days: dict[str, date | None] = {}
    labels: dict[str, str] = {}
    found = []
    for step in plan().steps:
        wide = (step.from_notice and notice) or (step.from_statement and statement)
        count = wide or step.working_days
        start = days.get(step.after)
        day = known.get(step.key) or _counted(step, told, start, count, calendar or england())
        days[step.key], labels[step.key] = day, step.label
        found.append(
            Due(
                key=step.key, label=step.label, day=day, source=step.source,
                working_days=count if step.after else 0, after=labels.get(step.after, ""),
                is_known=step.key in known or not step.after,
            )
        )  # fmt: skip
    return tuple(found)


def days_of(pack: FrameworkPack) -> tuple[int, int]:
    """Give a framework's own working days of notice and for the statement; 0 for none."""
    notice = pack.notice.working_days if pack.notice else 0
    return notice, pack.statement.working_days if pack.statement else 0


def _counted(
    step: Step, told: date, start: date | None, count: int, calendar: Calendar
) -> date | None:
    if not step.after:
        return told
    return calendar.after(start, count) if start else None


def _steps_follow(found: Steps) -> None:
    seen: set[str] = set()
    for place, step in enumerate(found.steps):
        if step.after and step.after not in seen:
            misfit(("steps", place, "after"), f'"{step.after}" is no step before this one')
        seen.add(step.key)
