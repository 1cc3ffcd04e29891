"""What stands: areas, contradictions, claims, children's words, journeys, tomorrow and the team."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evidencekit.analysis.claims import Claimed, Heard, board, heard
from evidencekit.analysis.coverage import By, coverage
from evidencekit.analysis.disputes import Dispute, disputes
from evidencekit.analysis.journey import WATCHED, journey
from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.analysis.standing import Standing, standings
from evidencekit.analysis.tomorrow import Suggestion, suggestions
from evidencekit.checks.conditions import Said, conditions
from evidencekit.checks.context import WholeContext
from evidencekit.ids import RecordId
from evidencekit.operations.tasking import Task, tasks
from evidencekit.records.given import rows, text
from evidencekit.records.words import label_of
from evidencekit.report import writing
from evidencekit.report.plain import safe

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedJourney:
    """One case of the shared sample: how much of its journey each agency's lane shows."""

    case: RecordId
    reference: str
    lanes: tuple[tuple[str, int], ...]  # label of the agency, events
    undated: int
    inspectorates: tuple[str, ...]  # who recorded them
    longest_silence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatStands:
    """Everything the page shows; counts and words, never a grade."""

    snapshot: Snapshot
    areas: tuple[Standing, ...]
    disputes: tuple[Dispute, ...]
    claims: tuple[Claimed, ...]
    heard: tuple[Heard, ...]
    journeys: tuple[SharedJourney, ...]
    suggestions: tuple[Suggestion, ...]
    tasks: tuple[Task, ...]
    team: tuple[Said, ...]


def what_stands(snapshot: Snapshot, today: date) -> WhatStands:
    """Read a snapshot from every side (BENCH)."""
    disputed = disputes(snapshot)
    areas = standings(snapshot, disputed)
    return WhatStands(
        snapshot=snapshot,
        areas=areas,
        disputes=disputed,
        claims=board(snapshot),
        heard=heard(snapshot),
        journeys=tuple(_journeys(snapshot)),
        suggestions=suggestions(snapshot, disputed, areas),
        tasks=tasks(snapshot, today),
        team=conditions(WholeContext(pack=snapshot.pack, items=snapshot.standing())),
    )


def area_table(found: WhatStands) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Give the areas as headers and rows in words."""
    headers = (
        "Area", "Records", "Kinds of source", "Agencies", "Inspectors", "Cases",
        "With a child's words", "Contradictions open", "Weakest point",
    )  # fmt: skip
    lines = tuple(_area_row(found.snapshot, each) for each in found.areas)
    return headers, lines


def areas_csv(found: WhatStands) -> bytes:
    """Give the areas as a sheet that no spreadsheet takes for formulas."""
    headers, lines = area_table(found)
    return sheet((headers, *lines))


def coverage_csv(snapshot: Snapshot, by: str) -> bytes:
    """Give the coverage by one kind of column as a sheet, areas in full."""
    headers, lines = coverage(snapshot, By(by)).table()
    named = ((area_name(snapshot, line[0]), *line[1:]) for line in lines)
    return sheet((headers, *named))


def sheet(lines: Iterable[Sequence[str]]) -> bytes:
    """Write rows as CSV, each cell safe to open."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for line in lines:
        writer.writerow([safe(cell) for cell in line])
    return (_BOM + out.getvalue()).encode()


def save_sheet(path: Path, lines: Iterable[Sequence[str]]) -> Path:
    """Put a sheet in its place, whole or not at all; give where it is."""
    writing.write(path, sheet(lines))
    return path


def area_name(snapshot: Snapshot, area: str) -> str:
    """Give an area as people read it: E4 Child's needs, wishes, feelings."""
    return f"{area} {snapshot.pack.label('pack.areas', area)}".strip()


def case_name(snapshot: Snapshot, case: RecordId) -> str:
    """Give a case by its reference; nothing for no case."""
    item = snapshot.items.get(case)
    return (text(item.fields, "reference") or item.title) if item else ""


def _area_row(snapshot: Snapshot, each: Standing) -> tuple[str, ...]:
    support = each.support
    counts = (
        len(support.evidence), len(support.source_types), len(support.agencies),
        len(support.inspectors), len(support.cases), each.voices, each.open_disputes,
    )  # fmt: skip
    return (area_name(snapshot, each.area), *map(str, counts), each.weakest)


def _journeys(snapshot: Snapshot) -> Iterable[SharedJourney]:
    shared = {sample.id for sample in snapshot.pack.sample_types if sample.shared}
    cases = (case for case in snapshot.cases() if text(case.fields, "sample_type") in shared)
    for case in sorted(cases, key=lambda item: item.title):
        yield _journey(snapshot, case)


def _journey(snapshot: Snapshot, case: Item) -> SharedJourney:
    found = journey(snapshot, case.record)
    events = (*found.events, *found.undated)
    known = (text(row, "agency") for row in rows(case.fields, "agencies"))
    lanes = dict.fromkeys((*found.lanes, *filter(None, known)), 0)  # a lane with nothing is one too
    for event in events:
        lanes[event.lane] += 1
    writers = {event.inspectorate for event in events} - {""}
    silence = max(found.silences, key=lambda each: each.days, default=None)
    return SharedJourney(
        case=case.record,
        reference=case_name(snapshot, case.record),
        lanes=tuple((_lane_name(lane), many) for lane, many in lanes.items()),
        undated=len(found.undated),
        inspectorates=tuple(snapshot.pack.label("inspectorates", each) for each in sorted(writers)),
        longest_silence=silence.words if silence else "",
    )


def _lane_name(lane: str) -> str:
    return "Inspectors" if lane == WATCHED else label_of("agencies", lane)
