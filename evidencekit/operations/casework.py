"""One case from every side: what is written about it, its journey, and where nobody looked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from evidencekit import clock
from evidencekit.analysis.coverage import By, Cell, coverage
from evidencekit.analysis.items import read_items
from evidencekit.analysis.journey import Journey, journey
from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.errors.work import NoSuchRecord
from evidencekit.ids import RecordId
from evidencekit.operations import blind, reading
from evidencekit.operations.desk import Desk
from evidencekit.operations.reading import Row
from evidencekit.records.given import record_refs
from evidencekit.records.revision import Revision
from evidencekit.store import listing, relations, revisions
from evidencekit.store.listing import Only

SIBLINGS = "siblings"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """A case with everything recorded about it."""

    case: Item
    siblings: tuple[tuple[RecordId, str], ...]  # cases of brothers and sisters, with references
    rows: tuple[Row, ...]  # all records about the case, newest first
    journey: Journey
    snapshot: Snapshot  # of the case and these records
    areas: tuple[tuple[str, Cell], ...]  # area, how far it was looked at for this child

    @property
    def open_areas(self) -> tuple[str, ...]:
        """Give the areas with nothing for this child yet: the questions still to ask."""
        return tuple(area for area, cell in self.areas if not cell.count)


def case_view(desk: Desk, case: RecordId) -> CaseView:
    """Read one case and what speaks of it; the rest of the evidence is left alone."""
    rows = reading.rows(desk, Only(case=case), limit=reading.EVERY)
    snapshot = case_snapshot(desk, case)
    found = snapshot.items.get(case)
    if found is None:
        raise NoSuchRecord(record=case)
    seen = coverage(snapshot, By.CASE)
    siblings = _siblings(desk, case, snapshot.items) & set(snapshot.items)
    named = sorted((snapshot.items[each].title, each) for each in siblings)
    return CaseView(
        case=found,
        siblings=tuple((each, title) for title, each in named),
        rows=rows,
        journey=journey(snapshot, case),
        snapshot=snapshot,
        areas=tuple((area, seen.cell(area, case)) for area in seen.areas),
    )


def case_snapshot(desk: Desk, case: RecordId) -> Snapshot:
    """Freeze one case, its siblings' cases and all records about it."""
    closed = blind.hidden(desk)
    listed = listing.list_current(desk.database, Only(case=case), limit=reading.EVERY)
    about = [each for each in listed if each.record not in closed]
    people = reading.people_of(desk)
    moved = desk.pack.moved_areas
    found = (case, *(each.record for each in about))
    items = read_items(_revisions(desk, found), people, moved)
    siblings = _siblings(desk, case, items) - set(items)
    items |= read_items(_revisions(desk, sorted(siblings)), people, moved)
    return Snapshot(
        inspection={}, pack=desk.pack, people=people, items=items, fingerprint="",
        taken_at=clock.stamp(desk.clock.now()),
    )  # fmt: skip


def journey_of(desk: Desk, case: RecordId) -> tuple[Journey, Snapshot]:
    """Put together one child's chronology; the snapshot holds the records behind it."""
    snapshot = case_snapshot(desk, case)
    return journey(snapshot, case), snapshot


def _siblings(desk: Desk, case: RecordId, items: Mapping[RecordId, Item]) -> set[RecordId]:
    """Give the cases this one names as brothers and sisters, and those that name it."""
    own = record_refs(items[case].fields, SIBLINGS) if case in items else ()
    naming = (each for each in relations.links_to(desk.database, case) if each.field == SIBLINGS)
    return {*own, *(each.record for each in naming)} - {case}


def _revisions(desk: Desk, records: Iterable[RecordId]) -> Iterable[Revision]:
    return chain.from_iterable(revisions.of_record(desk.database, each) for each in records)
