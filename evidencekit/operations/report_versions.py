"""Versions of the report: a final one only when every sentence stands, and where each went."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from evidencekit.analysis.report_text import Flag, Ground, Written
from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.canonical import Json
from evidencekit.errors.report import NotFinal, NothingWritten
from evidencekit.ids import RecordId
from evidencekit.operations import report_sections
from evidencekit.operations.capture import Captured, Entry, capture
from evidencekit.operations.desk import Desk
from evidencekit.operations.publish import Published
from evidencekit.operations.report_sections import Slot
from evidencekit.records import given
from evidencekit.records.given import YES, text
from evidencekit.records.revision import State

VERSION = "report-version"
DRAFT, ACCURACY, FINAL, PUBLISHED = "draft", "accuracy", "final", "published"
STAGES = (DRAFT, ACCURACY, FINAL, PUBLISHED)
_CLOSED = frozenset({FINAL, PUBLISHED})
_SHOWN = 12

_WHY = {
    Flag.UNSUPPORTED: "rests on no evidence",
    Flag.IDENTIFYING: "could name somebody",
    Flag.GRADE: "gives a grade",
}


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


def open_points(found: Ground) -> tuple[str, ...]:
    """Give what stops a final version, by place and never by content."""
    return (*_sentences(found), *_statement(found.snapshot))


def record_version(desk: Desk, made: Made) -> Captured:
    """Remember a version; NotFinal names what must be put right before it is final."""
    found = report_sections.ground(desk)
    written = [each for each in report_sections.slots(found.snapshot) if each.record]
    if not written:
        raise NothingWritten
    if made.stage in _CLOSED and (points := open_points(found)):
        more = (f"and {len(points) - _SHOWN} more",) if len(points) > _SHOWN else ()
        raise NotFinal(places=(*points[:_SHOWN], *more), count=len(points))
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


def _sentences(found: Ground) -> Iterator[str]:
    for slot in report_sections.slots(found.snapshot):
        if slot.record is None:
            continue
        looked = report_sections.review(found, slot)
        for told in looked.told:
            whys = dict.fromkeys(_WHY[mark.flag] for mark in told.marks if mark.flag in _WHY)
            if whys:
                yield f"{slot.label}, sentence {told.number} ({', '.join(whys)})"
        yield from _too_long(slot, looked)


def _too_long(slot: Slot, looked: Written) -> Iterator[str]:
    if looked.over:
        words = "word" if looked.over == 1 else "words"
        yield f"{slot.label} ({looked.over} {words} over {looked.words_at_most})"


def _statement(snapshot: Snapshot) -> Iterator[str]:
    """Name what the statement of proposed action still lacks, where the framework asks for it."""
    if snapshot.pack.statement is None:
        return
    asked = given.group(snapshot.inspection, "statement")
    needed = text(asked, "needed")
    if needed not in {YES, "no"}:
        yield "Statement of proposed action (say whether one is needed)"
    if needed == YES and not text(asked, "principal_authority"):
        yield "Statement of proposed action (name the principal authority)"
    if needed == YES and not text(asked, "notice"):
        yield "Statement of proposed action (write the notice)"
