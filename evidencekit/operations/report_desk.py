"""Before a report: what would stand in it, what to look at again, and a name that is free."""

from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path

from evidencekit.analysis.snapshot import Snapshot
from evidencekit.operations.desk import Desk
from evidencekit.operations.publish import DRAFTED
from evidencekit.operations.submit import across
from evidencekit.operations.today import this_day
from evidencekit.records.revision import State
from evidencekit.report.build import TITLES, build, report_kind
from evidencekit.store import fingerprint

_BESIDE = {".pdf": (".html",)}


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day, and the state of the base on it."""

    day: date
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """The state of the base a report would be made from."""

    day: date
    fingerprint: str
    records: int
    drafts: int
    disputed: int
    again: tuple[str, ...]  # what to look at again, in words; nothing of it blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What stands in a report: its parts, with what is printed in each."""

    title: str
    parts: tuple[str, ...]
    entries: int


def kinds() -> tuple[tuple[str, str], ...]:
    """Give what can be printed: (key, title)."""
    return tuple((kind.value, title) for kind, title in TITLES.items())


def may_be_draft(kind: str) -> bool:
    """Tell whether a kind is a draft until somebody says that it is not."""
    return report_kind(kind) in DRAFTED


def stamp(desk: Desk) -> Stamp:
    """Name the state of the base as it is now (DESK)."""
    return Stamp(this_day(desk), fingerprint.fingerprint(desk.database).groups)


def look(whole: Snapshot, seen: Snapshot, made_from: Stamp) -> Sight:
    """Look over what a report would be made from, and what this person sees of it (BENCH)."""
    standing = whole.standing()
    return Sight(
        day=made_from.day,
        fingerprint=made_from.fingerprint,
        records=len(standing),
        drafts=sum(each.state == State.DRAFT.value for each in standing),
        disputed=sum(each.is_disputed for each in standing),
        again=tuple(dict.fromkeys(problem.cited for problem in across(seen))),
    )


def contents(snapshot: Snapshot, kind: str) -> Contents:
    """Say what a report of this kind holds (BENCH)."""
    outline = build(snapshot, snapshot.pack, report_kind(kind))
    parts = tuple(heading.text for heading in outline.headings() if heading.level == 1)
    return Contents(title=outline.title, parts=parts, entries=len(tuple(outline.entries())))


def free_path(folder: Path, kind: str, day: date, ending: str) -> Path:
    """Give a name in a folder that nothing has; a report is never written over."""
    for number in count(1):
        more = f"-{number}" if number > 1 else ""
        path = folder / f"{kind}-{day.isoformat()}{more}{ending}"
        others = (path.with_suffix(each) for each in _BESIDE.get(ending, ()))
        if not any(each.exists() for each in (path, *others)):
            return path
    raise AssertionError  # pragma: no cover - counting does not end
