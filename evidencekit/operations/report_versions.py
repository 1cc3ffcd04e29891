"""Versions of the report: a final one only when every sentence stands, and where each went."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.operations import report_sections
from evidencekit.operations.capture import Captured, Entry, capture
from evidencekit.operations.desk import Desk
from evidencekit.operations.publish import Published
from evidencekit.operations.report_final import check_final, written_slots
from evidencekit.operations.report_sections import Slot
from evidencekit.records.revision import State

VERSION = "report-version"
DRAFT, ACCURACY, FINAL, PUBLISHED = "draft", "accuracy", "final", "published"
STAGES = (DRAFT, ACCURACY, FINAL, PUBLISHED)
_CLOSED = frozenset({FINAL, PUBLISHED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What is to be remembered of a version."""

    stage: str
    name: str = ""
    files: tuple[Published, ...] = ()
    published_on: str = ""
    published_where: str = ""
    changes: str = ""
    form: str = ""  # the form whose unsaved words this settles


def record_version(desk: Desk, made: Made) -> Captured:
    """Remember a version; NotFinal names what must be put right before it is final."""
    found = report_sections.ground(desk)
    written = written_slots(found.snapshot)
    if made.stage in _CLOSED:
        check_final(found)
    fields = _fields(desk, found.snapshot, made, written)
    entry = Entry(kind=VERSION, fields=fields, state=State.SUBMITTED.value, form=made.form)
    return capture(desk, entry)


def versions(snapshot: Snapshot) -> tuple[Item, ...]:
    """Give the versions of the report, the first one first."""
    return tuple(sorted(snapshot.of_kind(VERSION), key=lambda item: (item.written, item.record)))


def _fields(desk: Desk, snapshot: Snapshot, made: Made, written: Sequence[Slot]) -> dict[str, Json]:
    heads: list[Json] = [
        {"section": each.record, "revision": snapshot.items[RecordId(str(each.record))].head.id}
        for each in written
    ]
    files: list[Json] = [{"name": each.path.name, "sha256": each.sha256} for each in made.files]
    now = f"{desk.clock.now().astimezone(ZoneInfo(desk.clock.zone)):%Y-%m-%dT%H:%M}"
    told: dict[str, Json] = {
        "name": made.name, "number": len(versions(snapshot)) + 1, "stage": made.stage,
        "made_at": now, "fingerprint": snapshot.fingerprint, "sections": heads, "files": files,
        "published_on": made.published_on, "published_where": made.published_where,
        "changes": made.changes,
    }  # fmt: skip
    return {key: value for key, value in told.items() if value}
