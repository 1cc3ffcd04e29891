"""What of a snapshot may be printed, in which order, and under which numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from evidencekit.analysis.coverage import By, Coverage, coverage
from evidencekit.analysis.snapshot import SET_ASIDE, Item, Snapshot
from evidencekit.framework.pack import FrameworkPack
from evidencekit.ids import RecordId, RevisionId
from evidencekit.records.kinds import KINDS
from evidencekit.records.links import area_links
from evidencekit.records.revision import State
from evidencekit.report.naming import Naming
from evidencekit.report.outline import Citation
from evidencekit.report.versions import fields_of, was_submitted

CONCERN = "concern"  # the one kind where an identity may stand: counted, never printed
FINDING, JUDGEMENT, CASE = "finding", "judgement", "case"


@dataclass(frozen=True)
class Base:
    """One reading of the evidence base for one report."""

    snapshot: Snapshot
    pack: FrameworkPack

    @cached_property
    def naming(self) -> Naming:
        """Give the words behind keys and ids, the numbers of the evidence included."""
        evidence = {
            item.record: Citation(str(number), f"evidence-{number}", item.record)
            for number, item in enumerate(self.evidence, 1)
        }
        findings = {
            item.record: Citation(f"F{number}", f"finding-{number}", item.record)
            for number, item in enumerate(self.findings, 1)
        }
        return Naming(self.snapshot, self.pack, {**evidence, **findings})

    @cached_property
    def by_area(self) -> Mapping[str, tuple[Item, ...]]:
        """Give the printed evidence of each area of the framework, each piece where it belongs."""
        groups: dict[str, list[Item]] = {area.id: [] for area in self.pack.areas}
        for item in self._printed:
            for area in self._areas[item.record]:
                groups[area].append(item)
        return {area: tuple(items) for area, items in groups.items()}

    @cached_property
    def without_area(self) -> tuple[Item, ...]:
        """Give the printed evidence that speaks to no area of this framework."""
        return tuple(item for item in self._printed if not self._areas[item.record])

    @cached_property
    def evidence(self) -> tuple[Item, ...]:
        """Give the printed evidence in the order of its numbers: by area, then by time."""
        placed = {item.record: item for area in self.pack.areas for item in self.by_area[area.id]}
        return (*placed.values(), *self.without_area)

    @cached_property
    def findings(self) -> tuple[Item, ...]:
        """Give the findings that were submitted and not set aside, in order of time."""
        found = (item for item in self.snapshot.of_kind(FINDING) if _is_submitted(item))
        standing = (item for item in found if not _is_set_aside(item))
        return tuple(sorted(standing, key=_by_time))

    @cached_property
    def judgements(self) -> tuple[Item, ...]:
        """Give the judgements that were submitted, in order of time."""
        found = (item for item in self.snapshot.of_kind(JUDGEMENT) if _is_submitted(item))
        return tuple(sorted(found, key=_by_time))

    @cached_property
    def disputed(self) -> tuple[Item, ...]:
        """Give the records of which two versions stand; concerns are left to their own count."""
        return tuple(
            item
            for item in sorted(self.snapshot.standing(), key=_by_time)
            if item.is_disputed and item.kind != CONCERN and item.kind in KINDS
        )

    @cached_property
    def drafts(self) -> tuple[Item, ...]:
        """Give the evidence, findings and judgements that are drafts: counted, not printed."""
        return tuple(
            item
            for item in self.snapshot.standing()
            if not _is_submitted(item) and (_is_evidence(item) or item.kind in {FINDING, JUDGEMENT})
        )

    @cached_property
    def erasures(self) -> Mapping[RevisionId, Item]:
        """Give the record of each erasure by the version it destroyed."""
        return {
            RevisionId(target): item
            for item in self.snapshot.of_kind("erasure")
            if isinstance(target := item.fields.get("target"), str)
        }

    @cached_property
    def by_inspectorate(self) -> Coverage:
        """Give the coverage of what is printed by inspectorate, which two sections tell of."""
        return self.counted(By.INSPECTORATE)

    def counted(self, by: By) -> Coverage:
        """Count what is printed, drafts left out, by the one rule that the screens use too."""
        printed = {item.record: item for item in (*self.evidence, *self.snapshot.cases())}
        return coverage(replace(self.snapshot, items=printed, pack=self.pack), by)

    def areas_of(self, item: Item) -> tuple[str, ...]:
        """Give the areas of this framework that a record speaks to, in the framework's order.

        A disputed record belongs where any of its standing versions puts it.
        """
        if item.is_disputed:
            contents = map(fields_of, item.heads)
            named = {link.area for fields in contents for link in area_links(item.kind, fields)}
        else:
            named = {link.area for link in item.area_links}
        return tuple(area.id for area in self.pack.areas if area.id in named)

    def numbers_of(self, items: Iterable[Item]) -> tuple[Citation, ...]:
        """Give the citations of these records."""
        return self.naming.cited(item.record for item in items)

    @cached_property
    def _areas(self) -> Mapping[RecordId, tuple[str, ...]]:
        return {item.record: self.areas_of(item) for item in self._printed}

    @cached_property
    def _printed(self) -> tuple[Item, ...]:
        found = (item for item in self.snapshot.standing() if _is_evidence(item))
        return tuple(sorted((item for item in found if _is_submitted(item)), key=_by_time))


def _is_evidence(item: Item) -> bool:
    kind = KINDS.get(item.kind)
    return kind is not None and kind.is_evidence


def _is_submitted(item: Item) -> bool:
    """Tell whether any standing version was submitted; one draft head hides no other."""
    if not item.is_disputed:
        return item.head.is_erased or item.state != State.DRAFT.value
    return any(was_submitted(head) for head in item.heads)


def _is_set_aside(item: Item) -> bool:
    return item.accepted == SET_ASIDE or item.fields.get("status") == SET_ASIDE


def _by_time(item: Item) -> tuple[bool, str, RecordId]:
    return not item.at, item.at, item.record
