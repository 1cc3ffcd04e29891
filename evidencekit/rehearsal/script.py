"""Script: what each inspector writes on which day, read from resources/rehearsal."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import cast

from evidencekit.rehearsal import week
from evidencekit.rehearsal.spelling import Spelled, as_text, cells, rows

TEAM = "team.toml"

_MANY_MINUTES = timedelta(minutes=1)
_OWN = frozenset({"kind", "by", "written", "of", "why", "declared", "left"})
_TABLES = {"journey-event": "events", "score": "scores"}  # by kind: many entries in one
_STATUSES = frozenset({"not-looked-at", "looked-none-found"})
_SEEN = {"seen": "child_seen", "alone": "seen_alone", "view": "childs_view"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that a person writes: a new record, or a new version of one."""

    name: str
    by: str
    written: datetime
    kind: str = ""  # "" for a new version: it has the kind of what it follows
    of: str = ""  # the name of the record it is a new version of
    why: str = ""
    declared: str = ""
    left: str = "submitted"  # or draft, when its writer never came back to it
    answers: Mapping[str, Spelled] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def record(self) -> str:
        """Give the name of the record this is a version of."""
        return self.of or self.name


@cache
def entries() -> tuple[Entry, ...]:
    """Give the whole script in the order of writing."""
    found = [entry for _file, table in sorted(tables().items()) for entry in _entries(table)]
    return tuple(sorted(found, key=lambda entry: entry.written))


def read_entries(table: Mapping[str, Mapping[str, Spelled]]) -> tuple[Entry, ...]:
    """Give the entries of one table of another rehearsal, in the order of writing."""
    return tuple(sorted(_entries(table), key=lambda entry: entry.written))


def tables() -> dict[str, dict[str, dict[str, Spelled]]]:
    """Give the script's files as they are written, but for the team's."""
    folder = files("resources").joinpath("rehearsal")
    return {
        each.name: tomllib.loads(each.read_text("utf-8"))
        for each in folder.iterdir()
        if each.name.endswith(".toml") and each.name != TEAM
    }


def _entries(table: Mapping[str, Mapping[str, Spelled]]) -> Iterator[Entry]:
    for name, spelled in table.items():
        entry = _entry(name, spelled)
        table_key = _TABLES.get(entry.kind, "")
        if table_key not in spelled:
            yield entry
        elif table_key == "events":
            yield from _events(entry, as_text(spelled["events"]))
        else:
            yield from _scores(entry, as_text(spelled["scores"]))


def _entry(name: str, spelled: Mapping[str, Spelled]) -> Entry:
    own = {key: as_text(spelled.get(key, "")) for key in _OWN}
    table_key = _TABLES.get(own["kind"])
    return Entry(
        name=name, by=own["by"], written=week.instant(own["written"]), kind=own["kind"],
        of=own["of"], why=own["why"], declared=own["declared"], left=own["left"] or "submitted",
        answers={key: value for key, value in spelled.items()
                 if key not in _OWN and key != table_key},
    )  # fmt: skip


def _events(entry: Entry, table: str) -> Iterator[Entry]:
    """Give a journey event for each row of an agency's lane."""
    for number, row in enumerate(rows(table), 1):
        when, stage, what, seen, timely, areas, impact = (*cells(row), "", "", "", "")[:7]
        answers = {
            **entry.answers, "when": when, "stage": stage, "what": what, "timely": timely,
            "areas": _area_rows(areas), "impact": impact, **_whether_seen(seen),
        }  # fmt: skip
        yield _numbered(entry, number, answers)


def _scores(entry: Entry, table: str) -> Iterator[Entry]:
    """Give a score for each row of an inspector's table."""
    for number, row in enumerate(rows(table), 1):
        area, case, status, evidence, against, sure, reason = cells(row)
        looked = status if status in _STATUSES else "graded"
        answers = {
            "area": area, "scope": "whole-area" if case == "all" else "case",
            "case": "" if case == "all" else case, "status": looked,
            "grade": "" if looked == status else status, "rationale": reason,
            "evidence": evidence, "counter_evidence": against, "confidence": sure,
            "started": entry.written.strftime("%Y-%m-%d %H:%M"),
        }  # fmt: skip
        yield _numbered(entry, number, cast("dict[str, Spelled]", answers))


def _numbered(entry: Entry, number: int, answers: Mapping[str, Spelled]) -> Entry:
    return replace(
        entry, name=f"{entry.name}.{number}", written=entry.written + number * _MANY_MINUTES,
        answers={key: value for key, value in answers.items() if value != ""},
    )  # fmt: skip


def _area_rows(areas: str) -> str:
    parts = (part.split() for part in areas.split(","))
    return "\n".join(" | ".join(part) for part in parts if part)


def _whether_seen(flags: str) -> dict[str, Spelled]:
    if flags == "not-seen":
        return {"child_seen": "no"}
    return {_SEEN[flag]: "yes" for flag in flags.split()}
