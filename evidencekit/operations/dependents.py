"""What depends on a merge: shown before it is withdrawn, and told once it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evidencekit.ids import RecordId, RevisionId
from evidencekit.operations.desk import Desk
from evidencekit.records.kinds import KINDS
from evidencekit.records.titles import title_of
from evidencekit.store import batches, relations, revisions

WAITS = "a later version of it will wait until it comes back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependent:
    """A record that stands on what a merge brought, and how."""

    record: RecordId
    kind: str
    title: str
    how: str = ""

    @property
    def words(self) -> str:
        """Say what it is, and how it depends."""
        label = KINDS[self.kind].label if self.kind in KINDS else self.kind
        return f"{label}: {self.title}" + (f" ({self.how})" if self.how else "")


def of_merge(desk: Desk, batch: int) -> tuple[Dependent, ...]:
    """Give everything beside a merge that names its records or carries them on; what rests first.

    Records that came in the same merge go with it and are not named.
    """
    return of_merges(desk, (batch,))


def of_merges(desk: Desk, numbers: Iterable[int]) -> tuple[Dependent, ...]:
    """Give everything beside several merges that rests on any of them."""
    every = tuple(numbers)
    touched = frozenset(r for each in every for r in batches.records_of(desk.database, each))
    brought = frozenset(r for each in every for r in batches.revisions_of(desk.database, each))
    named = relations.naming(desk.database, touched, KINDS)
    resting = [
        Dependent(record=row.record, kind=row.kind, title=row.title)
        for row in named
        if row.record not in touched
    ]
    return (*resting, *_carried_on(desk, touched, brought))


def _carried_on(
    desk: Desk, touched: Iterable[RecordId], brought: frozenset[RevisionId]
) -> Iterator[Dependent]:
    for record in sorted(touched):
        for each in revisions.of_record(desk.database, record):
            if each.id not in brought and brought.intersection(each.header.parents):
                title = "" if each.is_erased else title_of(each.header.kind, each.body.fields)
                yield Dependent(record=record, kind=each.header.kind, title=title, how=WAITS)
                break
