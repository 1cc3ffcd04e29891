"""The matrix kept up to date while it is open: a change costs what it changed, not the base."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from evidencekit.analysis.counting import Counting
from evidencekit.analysis.coverage import By, Column, Coverage
from evidencekit.analysis.snapshot import SCORE, Item, Snapshot
from evidencekit.errors.work import NoSuchRecord
from evidencekit.ids import AuthorId, RecordId
from evidencekit.operations import blind, reading
from evidencekit.operations.desk import Desk
from evidencekit.operations.evaluating import WATCHED, Matrix, matrix_of
from evidencekit.records.given import text

MOST_CHANGED = 200  # records; more than that are read with all the rest

OBSERVATION = "observation"


@dataclass(frozen=True, slots=True)
class Changed:
    """Records as they stand now; None for one that does not stand any more."""

    items: Mapping[RecordId, Item | None]


def take_changed(
    desk: Desk, records: Collection[RecordId], hidden: frozenset[RecordId]
) -> Changed | None:  # fmt: skip
    """Read only what was changed (DESK); None when everything must be read again.

    `hidden` is what could not be seen when everything was read: a score of one's own may have
    opened scores by colleagues since, which no change names.
    """
    if len(records) > MOST_CHANGED or blind.hidden(desk) != hidden:
        return None
    return Changed({record: _item(desk, record) for record in records if record not in hidden})


class Live:
    """What is known of the evidence, counted; belongs to the BENCH lane."""

    def __init__(self, snapshot: Snapshot, hidden: frozenset[RecordId]) -> None:
        self.hidden = hidden
        self.snapshot = snapshot
        self._counted: dict[By, Counting] = {}
        items = self.snapshot.items.values()
        self._scores = {i.record: i for i in items if i.kind == SCORE}
        self._watched = {i.record: i for i in items if i.kind == OBSERVATION}

    def change(self, changed: Changed) -> "Live":
        """Take changed records up."""
        before = {record: self.snapshot.items.get(record) for record in changed.items}
        items = dict(self.snapshot.items)
        for record, item in changed.items.items():
            items.pop(record, None)
            if item is not None:
                items[record] = item
        self.snapshot = replace(self.snapshot, items=items)
        for kind, known in ((SCORE, self._scores), (OBSERVATION, self._watched)):
            for record in changed.items:
                known.pop(record, None)
            known.update({r: i for r, i in changed.items.items() if i and i.kind == kind})
        for counting in self._counted.values():
            counting.change(before, self.snapshot)
        return self

    def matrix(self, by: By, me: AuthorId) -> Matrix:
        """Give the matrix; by case, the kinds of observation stand beside the children."""
        scores = [item for item in self._scores.values() if not item.is_deleted]
        found = self._counting(by).coverage()
        return matrix_of(self._with_watched(found) if by is By.CASE else found, scores, me)

    def records_at(self, by: By, area: str, column: str) -> tuple[Item, ...]:
        """Give the records behind a crossing, newest first; column "*" is the whole row."""
        found = self._counting(by).at(area, column)
        return tuple(sorted(found, key=lambda item: (item.at, item.record), reverse=True))

    def _counting(self, by: By) -> Counting:
        known = self._counted.get(by)
        if known is None:
            more = _watched_at if by is By.CASE else None
            known = self._counted[by] = Counting(self.snapshot, by, more)
        return known

    def _with_watched(self, found: Coverage) -> Coverage:
        standing = (item for item in self._watched.values() if not item.is_deleted)
        what = {text(item.fields, "what") for item in standing}
        kinds = [kind for kind in self.snapshot.pack.observation_kinds if kind.id in what]
        children = [column for column in found.columns if column.key]
        elsewhere = [column for column in found.columns if not column.key]
        meetings = [Column(f"{WATCHED}{kind.id}", kind.label) for kind in kinds]
        return replace(found, columns=(*children, *meetings, *elsewhere))


def _watched_at(item: Item) -> tuple[str, ...]:
    what = text(item.fields, "what") if item.kind == OBSERVATION else ""
    return (f"{WATCHED}{what}",) if what else ()


def _item(desk: Desk, record: RecordId) -> Item | None:
    try:
        return reading.item(desk, record)
    except NoSuchRecord:
        return None
