"""The log of what the area was told before the report, the latest first."""

from dataclasses import dataclass

from evidencekit.analysis.snapshot import Item
from evidencekit.ids import RecordId
from evidencekit.operations import reading
from evidencekit.operations.desk import Desk
from evidencekit.records.given import YES, text, texts
from evidencekit.records.words import label_of
from evidencekit.store.listing import Only

FEEDBACK = "feedback"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One time the area or an agency was told something."""

    record: RecordId
    at: str
    to: tuple[str, ...]  # labels
    agency: str
    by: str
    provisional: bool
    points: str
    response: str


def log(desk: Desk) -> tuple[Told, ...]:
    """Give every piece of feedback that stands, the latest first (DESK)."""
    rows = reading.rows(desk, Only(kind=FEEDBACK), limit=reading.EVERY)
    people = {str(each.id): each.name for each in reading.people_of(desk).values()}
    found = [_told(reading.item(desk, row.record), people) for row in rows]
    return tuple(sorted(found, key=lambda one: (one.at, one.record), reverse=True))


def _told(item: Item, people: dict[str, str]) -> Told:
    fields = item.fields
    agency, by = text(fields, "agency"), text(fields, "by")
    return Told(
        record=item.record, at=text(fields, "at"),
        to=tuple(label_of("practitioner-roles", each) for each in texts(fields, "to")),
        agency=label_of("agencies", agency) if agency else "", by=people.get(by, by),
        provisional=text(fields, "provisional") == YES, points=text(fields, "points"),
        response=text(fields, "response"),
    )  # fmt: skip
