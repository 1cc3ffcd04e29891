"""How independent the evidence is, and where inspectors contradict each other.

Kinds of source, agencies, inspectors and cases are counted. Nothing is weighed or graded: people
do that.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import combinations

from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.ids import AuthorId, RecordId
from evidencekit.records.given import record_refs, text
from evidencekit.records.sources import method_of

GRADES_APART = 2
_OPPOSED = ("strength", "weakness")


class Flag(Enum):
    """What to look at again about a body of evidence."""

    NO_EVIDENCE = "no-evidence"
    ONE_SOURCE_TYPE = "one-source-type"
    ONE_INSPECTOR = "one-inspector"
    ONE_INSPECTORATE = "one-inspectorate"
    ONE_CASE = "one-case"


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """What a claim rests on, counted by how independent it is."""

    evidence: tuple[RecordId, ...]
    source_types: tuple[str, ...]
    methods: tuple[str, ...]
    agencies: tuple[str, ...]
    inspectors: tuple[AuthorId, ...]
    inspectorates: tuple[str, ...]
    cases: tuple[RecordId, ...]
    missing: tuple[RecordId, ...] = ()  # named, and not held or deleted

    @property
    def flags(self) -> tuple[Flag, ...]:
        """Give what to look at again."""
        if not self.evidence:
            return (Flag.NO_EVIDENCE,)
        looked_at = (
            (self.source_types, Flag.ONE_SOURCE_TYPE),
            (self.inspectors, Flag.ONE_INSPECTOR),
            (self.inspectorates, Flag.ONE_INSPECTORATE),
            (self.cases, Flag.ONE_CASE),
        )
        return tuple(flag for found, flag in looked_at if len(found) == 1)

    @property
    def is_single_source(self) -> bool:
        """Tell whether one kind of source or one inspector carries it all."""
        return bool({Flag.ONE_SOURCE_TYPE, Flag.ONE_INSPECTOR} & set(self.flags))


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingSupport:
    """A finding between its evidence and its counter-evidence."""

    finding: RecordId
    support: Support
    counter: Support


class ContradictionSort(Enum):
    """In what two inspectors contradict each other."""

    POLARITY = "polarity"
    SCORES = "scores"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one inspector's record says."""

    record: RecordId
    author: AuthorId
    says: str  # a polarity or a grade


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two inspectors who say opposite things of one area and case; listed, never resolved here."""

    sort: ContradictionSort
    area: str
    case: RecordId  # "" for scores of the whole area
    one: tuple[Side, ...]
    other: tuple[Side, ...]


def support_of(items: Iterable[Item], missing: Iterable[RecordId] = ()) -> Support:
    """Count independent sources; scores rest on other records and are no source."""
    sources = [item for item in items if item.source_type]
    types = _sorted(item.source_type for item in sources)
    return Support(
        evidence=tuple(dict.fromkeys(item.record for item in sources)),
        source_types=types,
        methods=_sorted(method_of(each) for each in types),
        agencies=_sorted(text(item.fields, "agency") for item in sources),
        inspectors=tuple(sorted({item.author for item in sources})),
        inspectorates=_sorted(item.inspectorate for item in sources),
        cases=tuple(sorted({case for item in sources for case in item.cases})),
        missing=tuple(missing),
    )


def support_by_area(snapshot: Snapshot) -> Mapping[str, Support]:
    """Give what each area's evidence comes from."""
    return {area.id: support_of(snapshot.evidence_for(area.id)) for area in snapshot.pack.areas}


def support_by_finding(snapshot: Snapshot) -> tuple[FindingSupport, ...]:
    """Give what each finding rests on, and what speaks against it."""
    return tuple(
        FindingSupport(
            finding=finding.record,
            support=_support_in(snapshot, finding, "evidence"),
            counter=_support_in(snapshot, finding, "counter_evidence"),
        )
        for finding in snapshot.of_kind("finding")
    )


def contradictions(snapshot: Snapshot) -> tuple[Contradiction, ...]:
    """Give where inspectors see the same area of the same case differently."""
    return (*_opposed_polarity(snapshot), *_scores_apart(snapshot))


def _support_in(snapshot: Snapshot, finding: Item, key: str) -> Support:
    named = record_refs(finding.fields, key)
    held = {
        record: item
        for record in named
        if (item := snapshot.items.get(record)) and not item.is_deleted
    }
    return support_of(held.values(), (record for record in named if record not in held))


def _opposed_polarity(snapshot: Snapshot) -> Iterable[Contradiction]:
    sides = _sides(snapshot)
    for area in snapshot.pack.areas:
        for case, (one, other) in sorted(sides.get(area.id, {}).items()):
            if _are_different_people(one, other):
                yield Contradiction(
                    sort=ContradictionSort.POLARITY, area=area.id, case=case,
                    one=tuple(one), other=tuple(other),
                )  # fmt: skip


def _sides(snapshot: Snapshot) -> dict[str, dict[RecordId, tuple[list[Side], list[Side]]]]:
    """Give for each area and case who shows the one and who the other; each record is met once."""
    found: dict[str, dict[RecordId, tuple[list[Side], list[Side]]]] = {}
    for item in snapshot.standing():
        if not item.is_evidence or not item.cases:
            continue
        for area, says in {(link.area, link.polarity) for link in item.area_links}:
            if says in _OPPOSED:
                side = Side(record=item.record, author=item.author, says=says)
                of_area = found.setdefault(area, {})
                for case in item.cases:
                    of_area.setdefault(case, ([], []))[_OPPOSED.index(says)].append(side)
    return found


def _scores_apart(snapshot: Snapshot) -> Iterable[Contradiction]:
    place = {grade.id: number for number, grade in enumerate(snapshot.pack.grades)}
    for area in snapshot.pack.areas:
        sides: dict[RecordId, dict[str, list[Side]]] = {}
        for item in snapshot.scores_for(area.id):
            grade = text(item.fields, "grade")
            if item.is_evidence and grade in place:
                side = Side(record=item.record, author=item.author, says=grade)
                case = item.cases[0] if item.cases else RecordId("")
                sides.setdefault(case, {}).setdefault(grade, []).append(side)
        for case in sorted(sides):
            # There are only as many grades as the scale has steps, however many scores there are.
            for one, other in combinations(sorted(sides[case], key=place.__getitem__), 2):
                if place[other] - place[one] < GRADES_APART:
                    continue
                if _are_different_people(sides[case][one], sides[case][other]):
                    yield Contradiction(
                        sort=ContradictionSort.SCORES, area=area.id, case=case,
                        one=tuple(sides[case][one]), other=tuple(sides[case][other]),
                    )  # fmt: skip


def _are_different_people(one: Iterable[Side], other: Iterable[Side]) -> bool:
    people, others = ({side.author for side in sides} for sides in (one, other))
    return bool(people and others) and len(people | others) > 1


def _sorted(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words) - {""}))
