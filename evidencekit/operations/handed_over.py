"""Handed over or not: which days' records are on this laptop only, counted from the ledger."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from evidencekit import clock
from evidencekit.ids import RecordId
from evidencekit.operations import remembering
from evidencekit.operations.desk import Desk
from evidencekit.records.kinds import KINDS
from evidencekit.records.revision import Revision
from evidencekit.store import revisions

_OF_A_DAY = frozenset(key for key, kind in KINDS.items() if kind.is_evidence) | {"concern"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBehind:
    """A day before today of which something was never handed over."""

    day: str  # "2012-11-20"
    records: int


def behind(desk: Desk) -> tuple[DayBehind, ...]:
    """Give the earlier days whose notes are on this laptop only, oldest first."""
    upto = remembering.last_sent(desk).upto
    today = desk.clock.now().astimezone(ZoneInfo(desk.clock.zone)).date().isoformat()
    by_day: dict[str, set[RecordId]] = defaultdict(set)
    first: dict[RecordId, str] = {}
    for revision in revisions.of_author(desk.database, desk.me.id, after=upto):
        if revision.header.kind in _OF_A_DAY:
            day = first.setdefault(revision.header.record, _written_on(revision))
            by_day[day].add(revision.header.record)
    return tuple(
        DayBehind(day=day, records=len(found)) for day, found in sorted(by_day.items())
        if day < today
    )  # fmt: skip


def behind_words(each: DayBehind) -> str:
    """Say it in a sentence: Tuesday's 14 notes are only on this laptop."""
    day = date.fromisoformat(each.day)
    notes = "one note is" if each.records == 1 else f"{each.records} notes are"
    return f"{day:%A}'s {notes} only on this laptop."


def _written_on(revision: Revision) -> str:
    zone = ZoneInfo(revision.header.tz)
    return clock.moment(revision.header.written).astimezone(zone).date().isoformat()
