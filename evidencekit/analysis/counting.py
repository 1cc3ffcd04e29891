"""Coverage kept up to date: a changed record is taken out and put in again, the rest stays counted.

Counting 100,000 records anew took a second and more; one change costs that change.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from evidencekit.analysis.coverage import By, Coverage, Tally, columns_of, is_empty_score, keys_by
from evidencekit.analysis.snapshot import SCORE, Item, Snapshot
from evidencekit.ids import RecordId

Place = tuple[str, str]  # area and column
More = Callable[[Item], Sequence[str]]  # further columns an item stands in


class Counting:
    """The tallies of one matrix, and the records behind each of its crossings."""

    def __init__(self, snapshot: Snapshot, by: By, more: More | None = None) -> None:
        self.by = by
        self._more = more
        self._pack = snapshot.pack
        self._areas = tuple(area.id for area in snapshot.pack.areas)
        self._known = frozenset(self._areas)
        self._begin(snapshot)

    def change(self, before: Mapping[RecordId, Item | None], after: Snapshot) -> None:
        """Count again what was changed: how each record was, and all as it is now."""
        now = {record: after.items.get(record) for record in before}
        both = (*before.values(), *now.values())
        if self.by is By.STAGE and any(item and item.kind == "case" for item in both):
            self._begin(after)  # a case's stages place every record about it
            return
        for item in before.values():
            self._count(item, -1)
        self._keep_cases(after, now)
        for item in now.values():
            self._count(item, 1)

    def coverage(self) -> Coverage:
        """Give the matrix."""
        used = {key for (_, key), tally in self._tallies.items() if tally}
        return Coverage(
            by=self.by,
            areas=self._areas,
            columns=columns_of(self._frame, self.by, used - self._extra),
            cells={place: tally.cell for place, tally in self._tallies.items() if tally},
            totals={area: self._totals[area].cell for area in self._areas},
        )

    def at(self, area: str, column: str) -> tuple[Item, ...]:
        """Give the records that a crossing counts; "*" is the whole row."""
        if column == "*":
            rows = (found for (row, _), found in self._there.items() if row == area)
            return tuple({each.record: each for found in rows for each in found.values()}.values())
        return tuple(self._there.get((area, column), {}).values())

    # -- counting

    def _begin(self, snapshot: Snapshot) -> None:
        self._tallies: dict[Place, Tally] = {}
        self._totals = {area: Tally() for area in self._areas}
        self._there: dict[Place, dict[RecordId, Item]] = {}
        self._extra: set[str] = set()  # columns that `more` added: others name them
        self._cases = {i.record: i for i in snapshot.items.values() if i.kind == "case"}
        self._set_frame(snapshot)
        for item in snapshot.standing():
            self._count(item, 1)

    def _keep_cases(self, after: Snapshot, now: Mapping[RecordId, Item | None]) -> None:
        cases = {record: item for record, item in now.items() if item and item.kind == "case"}
        self._cases = {**self._cases, **cases}
        self._set_frame(after)

    def _set_frame(self, snapshot: Snapshot) -> None:
        """Keep what columns are named from: the people and the cases, and none of the evidence."""
        self._frame = replace(snapshot, items=self._cases)
        self._keys = keys_by(self._frame, self.by)

    def _count(self, item: Item | None, sign: int) -> None:
        if item is None or item.is_deleted:
            return
        for area in self._areas_of(item):
            self._totals[area].add(area, item, sign)
            for key in self._places(item):
                self._tallies.setdefault((area, key), Tally()).add(area, item, sign)
                there = self._there.setdefault((area, key), {})
                if sign > 0:
                    there[item.record] = item
                else:
                    there.pop(item.record, None)

    def _places(self, item: Item) -> Iterator[str]:
        yield from self._keys(item) or ("",)
        for key in self._more(item) if self._more else ():
            self._extra.add(key)
            yield key

    def _areas_of(self, item: Item) -> Iterable[str]:
        if item.is_evidence or (item.kind == SCORE and is_empty_score(item)):
            found = dict.fromkeys(link.area for link in item.area_links)
            return [area for area in found if area in self._known]
        return ()
