"""The sample: every case with what a list shows of it, and what no case shows yet."""

from dataclasses import dataclass

from evidencekit import clock
from evidencekit.analysis.gaps import gaps
from evidencekit.analysis.reading import text, texts
from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.ids import RecordId
from evidencekit.operations import reading
from evidencekit.operations.desk import Desk
from evidencekit.store import listing
from evidencekit.store.listing import Only


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """One case, as the list of the sample shows it."""

    record: RecordId
    reference: str
    sample_type: str
    is_shared: bool
    is_tracked: bool
    tracking: str
    plan: str
    age_band: str
    stages: tuple[str, ...]
    notes: int  # records about this case
    touched: str  # UTC, the case itself or the newest record about it
    is_disputed: bool

    @property
    def is_started(self) -> bool:
        """Tell whether anything was recorded about this case."""
        return self.notes > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The cases in order of reference, and what the sample does not cover yet."""

    cases: tuple[CaseLine, ...]
    stages: tuple[str, ...]  # of the journey, that no case shows (¶41)
    scope_groups: tuple[str, ...]  # that no case belongs to (¶42)


def sample(desk: Desk) -> Sample:
    """Read the cases; what stands in other records is only counted."""
    named = reading.rows(desk, Only(kind="case"), limit=reading.EVERY)
    cases = {row.record: reading.item(desk, row.record) for row in named}
    found = gaps(_only(desk, cases))
    lines = (_line(desk, case) for case in cases.values())
    return Sample(
        cases=tuple(sorted(lines, key=lambda line: line.reference.casefold())),
        stages=found.stages,
        scope_groups=found.scope_groups,
    )


def holder_of(desk: Desk, reference: str) -> RecordId | None:
    """Give the case that already has a reference, however its letters are written."""
    wanted = reference.strip().casefold()
    rows = reading.rows(desk, Only(kind="case"), limit=reading.EVERY)
    return next((row.record for row in rows if row.title.casefold() == wanted), None)


def _only(desk: Desk, items: dict[RecordId, Item]) -> Snapshot:
    return Snapshot(
        inspection={}, pack=desk.pack, people={}, items=items, fingerprint="",
        taken_at=clock.stamp(desk.clock.now()),
    )  # fmt: skip


def _line(desk: Desk, case: Item) -> CaseLine:
    about = Only(case=case.record)
    newest = listing.list_current(desk.database, about, limit=1)
    kind = next(
        (s for s in desk.pack.sample_types if s.id == text(case.fields, "sample_type")), None
    )
    return CaseLine(
        record=case.record,
        reference=case.title,
        sample_type=text(case.fields, "sample_type"),
        is_shared=kind is not None and kind.shared,
        is_tracked=kind is not None and kind.tracked,
        tracking=text(case.fields, "tracking_state"),
        plan=text(case.fields, "plan"),
        age_band=text(case.fields, "age_band"),
        stages=texts(case.fields, "stages"),
        notes=listing.count_current(desk.database, about),
        touched=max(case.written, newest[0].written if newest else ""),
        is_disputed=case.is_disputed,
    )
