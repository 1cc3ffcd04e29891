"""The sample: every case with what a list shows of it, and what no case shows yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evidencekit import clock
from evidencekit.analysis.gaps import gaps
from evidencekit.analysis.sampling import Dimension, gap_sentences, sampling, unread_sentence
from evidencekit.analysis.snapshot import Item, Person, Snapshot
from evidencekit.ids import AuthorId, RecordId
from evidencekit.operations import reading
from evidencekit.operations.desk import Desk
from evidencekit.records.given import record_refs, text, texts
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
    is_unborn: bool = False
    is_elsewhere: bool = False  # placed out of the area, in custody, or of another authority
    host: str = ""
    placing: str = ""
    siblings: tuple[str, ...] = ()  # references, linked from either side
    inspectorates: frozenset[str] = frozenset()  # whose case it is: own sample, or tracked by
    tracked_by: tuple[str, ...] = ()  # names
    is_mine: bool = False

    @property
    def is_started(self) -> bool:
        """Tell whether anything was recorded about this case."""
        return self.notes > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The cases, brothers and sisters together, and what the sample does not cover yet."""

    cases: tuple[CaseLine, ...]
    stages: tuple[str, ...]  # of the journey, that no case shows (¶41)
    scope_groups: tuple[str, ...]  # that no case belongs to (¶42)
    dimensions: tuple[Dimension, ...] = ()
    sentences: tuple[str, ...] = ()  # what no case shows yet, and whose record nobody read


def sample(desk: Desk) -> Sample:
    """Read the cases; what stands in other records is only counted."""
    named = reading.rows(desk, Only(kind="case"), limit=reading.EVERY)
    items = reading.items_of(desk, {row.record for row in named})
    cases = {row.record: items[row.record] for row in named}
    snapshot = _only(desk, cases)
    found, seen = gaps(snapshot), sampling(snapshot)
    families = _families(cases)
    people = reading.people_of(desk)
    lines = [_line(desk, case, families[case.record], cases, people) for case in cases.values()]
    return Sample(
        cases=tuple(sorted(lines, key=_with_siblings)),
        stages=found.stages,
        scope_groups=found.scope_groups,
        dimensions=seen,
        sentences=(*gap_sentences(seen), *filter(None, (unread_sentence(snapshot.cases()),))),
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


def _families(cases: Mapping[RecordId, Item]) -> dict[RecordId, frozenset[RecordId]]:
    """Give each case its whole family, linked from either side and through one another."""
    families = {record: frozenset({record}) for record in cases}
    for record, case in cases.items():
        for other in record_refs(case.fields, "siblings"):
            if other in families:
                whole = families[record] | families[other]
                families |= dict.fromkeys(whole, whole)
    return families


def _with_siblings(line: CaseLine) -> tuple[str, str]:
    first = min((line.reference, *line.siblings), key=str.casefold)
    return first.casefold(), line.reference.casefold()


def _line(
    desk: Desk, case: Item, family: Iterable[RecordId], cases: Mapping[RecordId, Item],
    people: Mapping[AuthorId, Person],
) -> CaseLine:  # fmt: skip
    about, fields = Only(case=case.record), case.fields
    newest = listing.list_current(desk.database, about, limit=1)
    kind = next((s for s in desk.pack.sample_types if s.id == text(fields, "sample_type")), None)
    is_shared = kind is not None and kind.shared
    trackers = [AuthorId(each) for each in texts(fields, "tracked_by")]
    whose = trackers if is_shared else [*trackers, case.author]
    return CaseLine(
        record=case.record,
        reference=case.title,
        sample_type=text(fields, "sample_type"),
        is_shared=is_shared,
        is_tracked=kind is not None and kind.tracked,
        tracking=text(fields, "tracking_state"),
        plan=text(fields, "plan"),
        age_band=text(fields, "age_band"),
        stages=texts(fields, "stages"),
        notes=listing.count_current(desk.database, about),
        touched=max(case.written, newest[0].written if newest else ""),
        is_disputed=case.is_disputed,
        is_unborn=text(fields, "unborn") == "yes" or text(fields, "age_band") == "unborn",
        is_elsewhere=_is_elsewhere(case),
        host=text(fields, "host_authority"),
        placing=text(fields, "placing_authority"),
        siblings=tuple(sorted(cases[each].title for each in set(family) - {case.record})),
        inspectorates=frozenset(people[each].inspectorate for each in whose if each in people),
        tracked_by=tuple(people[each].name for each in trackers if each in people),
        is_mine=desk.me.id in whose,
    )


def _is_elsewhere(case: Item) -> bool:
    if any(text(case.fields, key) == "yes" for key in ("out_of_area", "in_custody")):
        return True
    return any(text(case.fields, key) for key in ("host_authority", "placing_authority"))
