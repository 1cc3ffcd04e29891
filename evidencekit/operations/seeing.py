"""What a snapshot shows, in words and as JSON: coverage and one child's journey."""

from evidencekit.analysis.coverage import By, Coverage, coverage
from evidencekit.analysis.journey import ALL, WATCHED, Event, Journey, journey
from evidencekit.analysis.silences import SEEN, SEEN_ALONE, SILENCE_DAYS
from evidencekit.analysis.snapshot import Snapshot
from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.records.words import label_of

BY = tuple(by.value for by in By)
_LISTENED = {ALL: "nothing-recorded", SEEN: "child-not-seen", SEEN_ALONE: "not-seen-alone"}


def coverage_lines(snapshot: Snapshot, by: str) -> list[str]:
    """Give the matrix in words, an area a paragraph, as a screen reader would have it."""
    found = coverage(snapshot, By(by))
    lines = []
    for area in found.areas:
        label = snapshot.pack.label("pack.areas", area)
        lines.append(f"{area} {label}: {found.total(area).words}")
        lines.extend(
            f"    {column.label}: {found.cell(area, column.key).words}" for column in found.columns
        )
    return lines


def coverage_document(snapshot: Snapshot, by: str) -> dict[str, Json]:
    """Give the matrix as JSON: counts, polarity, child's voice and how far anybody looked."""
    found = coverage(snapshot, By(by))
    areas: list[Json] = [_area(snapshot, found, area) for area in found.areas]
    columns: list[Json] = [{"key": c.key, "label": c.label} for c in found.columns]
    return {"by": by, "columns": columns, "areas": areas}


def _area(snapshot: Snapshot, found: Coverage, area: str) -> dict[str, Json]:
    cells: dict[str, Json] = {
        column.key: _cell(found, area, column.key) for column in found.columns
    }
    total = found.total(area)
    return {
        "area": area,
        "label": snapshot.pack.label("pack.areas", area),
        "cells": cells,
        "count": total.count,
        "voices": total.voices,
        "seen": total.seen.value,
        "polarity": dict(total.polarity),
    }


def _cell(found: Coverage, area: str, column: str) -> dict[str, Json]:
    cell = found.cell(area, column)
    return {
        "count": cell.count,
        "voices": cell.voices,
        "seen": cell.seen.value,
        "polarity": dict(cell.polarity),
    }


def journey_lines(
    snapshot: Snapshot, case: RecordId, silence_days: int = SILENCE_DAYS
) -> list[str]:  # fmt: skip
    """Give a child's chronology, with its silences, a line an event."""
    found = journey(snapshot, case, silence_days)
    title = snapshot.items[case].title if case in snapshot.items else case
    lines = [f"Journey of {title}: {len(found.events)} dated events"]
    lines.extend(f"  {each.words}" for each in (found.until_seen, found.until_seen_alone) if each)
    lines.extend(f"  {found.listen(of, silence_days).words}" for of in (ALL, SEEN, SEEN_ALONE))
    silent = {silence.before.record: silence for silence in found.silences}
    for event in found.events:
        if event.record in silent:
            lines.append(f"    … {silent[event.record].words} …")
        lines.append("  " + _event_line(event))
    lines.extend(f"  no date: {_event_line(event)}" for event in found.undated)
    lines.extend(f"  {voice.who}: “{voice.words}”" for voice in found.voices)
    return lines


def _event_line(event: Event) -> str:
    when = event.when.words if event.when else "no date"
    who = "Inspectors" if event.lane == WATCHED else label_of("agencies", event.lane)
    return f"{when}  {who}: {event.what}"


def journey_document(
    snapshot: Snapshot, case: RecordId, silence_days: int = SILENCE_DAYS
) -> dict[str, Json]:  # fmt: skip
    """Give a child's chronology as JSON."""
    found = journey(snapshot, case, silence_days)
    counted = {of: found.listen(of, silence_days) for of in (ALL, SEEN, SEEN_ALONE, *found.lanes)}
    return {
        "case": case,
        "events": [_event_json(event) for event in (*found.events, *found.undated)],
        "lanes": list(found.lanes),
        "silences": [
            {
                "after": s.after.record,
                "before": s.before.record,
                "days": s.days,
                "most": s.most,
                "words": s.words,
                "span": s.span,
            }
            for s in found.silences
        ],
        "silence_days": silence_days,
        "counted": {_LISTENED.get(of, of): each.words for of, each in counted.items()},
        "intervals": _intervals(found),
        "voices": [{"record": v.record, "who": v.who, "words": v.words} for v in found.voices],
    }


def _event_json(event: Event) -> dict[str, Json]:
    return {
        "record": event.record,
        "kind": event.kind,
        "when": event.when.words if event.when else "",
        "lane": event.lane,
        "stage": event.stage,
        "what": event.what,
        "author": event.author,
        "inspectorate": event.inspectorate,
        "child_seen": event.child_seen,
        "seen_alone": event.seen_alone,
    }


def _intervals(found: Journey) -> list[Json]:
    return [each.words for each in (found.until_seen, found.until_seen_alone) if each]
