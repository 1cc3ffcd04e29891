"""Settle one open thing of the day: a new version of the record, which can be taken back."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from evidencekit.canonical import Json
from evidencekit.checks.safety import CLOSED
from evidencekit.errors.work import ChangedSince, NoSuchRecord, ReasonNeeded
from evidencekit.ids import RecordId, RevisionId
from evidencekit.operations import capture, reading, submit
from evidencekit.operations.capture import Captured, Entry
from evidencekit.operations.changes import NOTHING, Changes
from evidencekit.operations.desk import Desk
from evidencekit.records.happened import when_asked
from evidencekit.records.meeting_line import MeetingLine, lines_of
from evidencekit.records.revision import State

_TIDIED = "Tidied at the end of the day."
_BACK = "Taken back at the end of the day."
_NAMED = "Something that could name a person was written by mistake."


def answer(desk: Desk, record: RecordId, answers: Mapping[str, Json]) -> Captured:
    """Put answers into a record; None takes one out, and what was submitted stays submitted."""
    item = reading.item(desk, record)
    fields = {key: value for key, value in item.fields.items() if key not in answers}
    fields |= {key: value for key, value in answers.items() if value not in (None, "")}
    entry = Entry(
        kind=item.kind, fields=fields, record=record, state=item.state,
        reason=_TIDIED if item.state == State.SUBMITTED.value else "",
    )  # fmt: skip
    return capture.capture(desk, entry)


def sort_line(desk: Desk, record: RecordId, line: str, area: str) -> Captured:
    """Name the area that one line of an observation speaks to."""
    lines = lines_of(reading.item(desk, record).fields)
    _line(lines, record, line)
    now = f"{desk.clock.now().astimezone(ZoneInfo(desk.clock.zone)):%Y-%m-%dT%H:%M}"
    rows: list[Json] = [
        (replace(each, areas=(area,), typed="", edited=now) if each.key == line else each).to_json()
        for each in lines
    ]
    return answer(desk, record, {"lines": rows})


def give_area(desk: Desk, record: RecordId, area: str, polarity: str) -> Captured:
    """Name an area that a record speaks to, and which way it points."""
    held = reading.item(desk, record).fields.get("areas")
    rows: list[Json] = list(held) if isinstance(held, list | tuple) else []
    return answer(desk, record, {"areas": [*rows, {"area": area, "polarity": polarity}]})


def give_date(desk: Desk, record: RecordId, day: str, time: str = "") -> Captured:
    """Say when it happened; a journey event may know the day alone."""
    kind = reading.item(desk, record).kind
    at: Json = f"{day}T{time}" if time else day
    if kind == "journey-event":
        at = {"date": day, "precision": "exact"}
    return answer(desk, record, {when_asked(kind): at})


def close_concern(desk: Desk, record: RecordId, answers: Mapping[str, Json]) -> Captured:
    """Close a concern; ReasonNeeded until it says who closed it, when, and how it ended."""
    for key, what in (
        ("closed_by", "name who closes a concern"), ("closed_at", "say when a concern is closed"),
        ("outcome", "close a concern"),
    ):  # fmt: skip
        if not str(answers.get(key) or "").strip():
            raise ReasonNeeded(what=what)
    return answer(desk, record, {**answers, "state": CLOSED})


def put_text(desk: Desk, record: RecordId, path: str, words: str) -> Captured:
    """Put other words where something could name a person."""
    item = reading.item(desk, record)
    top, _, rest = path.partition(".")
    return answer(desk, record, {top: _put(item.fields.get(top), rest, words)})


def erase_before(desk: Desk, made: Captured, words: Iterable[str]) -> Changes:
    """Destroy the earlier versions of a record that hold any of these words; it is final."""
    touched = NOTHING
    sought = [each.encode() for each in words if each.strip()]
    for earlier in reading.history(desk, made.record):
        holds = earlier.content is not None and any(each in earlier.content for each in sought)
        if holds and earlier.id != made.revision.id:
            touched |= capture.erase(desk, earlier.id, _NAMED).changes
    return touched


def submit_ready(desk: Desk, records: Iterable[RecordId]) -> tuple[Captured, ...]:
    """Submit these records; each was looked at before, and what blocks raises NotReady."""
    return tuple(submit.submit(desk, record) for record in records)


def take_back(desk: Desk, made: Captured) -> Captured:
    """Make the version before the current one again; ChangedSince when others followed it."""
    before = made.revision.header.parents
    item = reading.item(desk, made.record)
    if not before or item.head.id != made.revision.id:
        raise ChangedSince(kind=submit.label_of(item.kind))
    return capture.restore(desk, RevisionId(before[0]), _BACK)


def _line(lines: Iterable[MeetingLine], record: RecordId, key: str) -> MeetingLine:
    found = next((each for each in lines if each.key == key), None)
    if found is None:
        raise NoSuchRecord(record=record)
    return found


def _put(value: Json, path: str, words: str) -> Json:
    """Give a value with other words at a path inside it; where there is no such path, itself."""
    if not path:
        return words
    part, _, rest = path.partition(".")
    if isinstance(value, Mapping):
        return {**value, part: _put(value.get(part), rest, words)}
    if isinstance(value, list | tuple) and part.isdigit():
        return [_put(v, rest, words) if n == int(part) else v for n, v in enumerate(value)]
    return value
