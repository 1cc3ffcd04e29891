"""The days of this inspection, from the call to the statement: recorded, or counted."""

from collections.abc import Iterator, Mapping
from datetime import date

from evidencekit.canonical import Json
from evidencekit.framework.timetable import Due, days_of, timetable
from evidencekit.framework.working_days import england
from evidencekit.operations import accuracy_points, reading, report_record
from evidencekit.operations.desk import Desk
from evidencekit.operations.report_versions import ACCURACY
from evidencekit.records.given import Fields, group, text
from evidencekit.store.listing import Only

TOLD, STARTS, STATEMENT = "notified", "starts", "statement"


def days(desk: Desk) -> tuple[Due, ...]:
    """Give each day in order (DESK): those of the evidence base stand; the rest are counted.

    Only a framework that asks for a statement of proposed action has a plan to count by; any
    other gives the days that are recorded.
    """
    inspection = _inspection(desk)
    known = {key: day for key, day in _known(desk, inspection) if day is not None}
    first = known.get(TOLD) or known.get(STARTS)
    if first is None:
        return ()
    notice, statement = days_of(desk.pack)
    found = timetable(first, notice=notice, statement=statement, known=known)
    shown = (each for each in found if each.key != TOLD or TOLD in known)
    return tuple(each for each in shown if each.is_known or desk.pack.statement is not None)


def _known(desk: Desk, inspection: Fields) -> Iterator[tuple[str, date | None]]:
    yield TOLD, _day(text(inspection, "notified_at"))
    yield STARTS, _day(text(inspection, STARTS))
    yield "ends", _day(text(inspection, "ends"))
    versions = report_record.listed(desk)
    drafts = [each for each in versions if each.stage == ACCURACY]
    gone = [sent.on for each in drafts for sent in each.sent] or [each.made_at for each in drafts]
    yield "draft", _first(gone)
    points = accuracy_points.points(desk)
    yield "corrections", _first([each.received_on for each in points])
    yield "published", _first([each.published_on for each in versions])
    yield STATEMENT, _statement(desk, group(inspection, STATEMENT))


def _statement(desk: Desk, asked: Mapping[str, Json]) -> date | None:
    """Give the day it is due: as recorded, else counted from the day the report was received."""
    due, received = _day(text(asked, "due")), _day(text(asked, "received_on"))
    rule = desk.pack.statement
    if due is not None or received is None or rule is None:
        return due
    return england().after(received, rule.working_days)


def _first(stamps: list[str]) -> date | None:
    days = [day for day in map(_day, stamps) if day is not None]
    return min(days, default=None)


def _day(stamp: str) -> date | None:
    try:
        return date.fromisoformat(stamp[:10])
    except ValueError:
        return None


def _inspection(desk: Desk) -> Fields:
    rows = reading.rows(desk, Only(kind="inspection"), limit=1)
    return reading.item(desk, rows[0].record).fields if rows else {}
