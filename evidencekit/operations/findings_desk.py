"""Findings and judgements beside what they rest on. It counts sources; it never grades."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from evidencekit.analysis.reading import record_refs, text
from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.analysis.triangulation import Flag, Support, contradictions, support_of
from evidencekit.ids import RecordId
from evidencekit.operations import reading
from evidencekit.operations.desk import Desk
from evidencekit.records.acceptance import ACCEPTED, NEW_INFORMATION, SET_ASIDE
from evidencekit.records.revision import State
from evidencekit.records.sources import source_type_of
from evidencekit.records.vocabularies.evidence import EVIDENCE_TYPES
from evidencekit.records.words import label_of

FINDING, JUDGEMENT = "finding", "judgement"
FLAGS = {
    Flag.NO_EVIDENCE: "Rests on no evidence yet",
    Flag.ONE_SOURCE_TYPE: "One kind of source only",
    Flag.ONE_INSPECTOR: "One inspector only",
    Flag.ONE_INSPECTORATE: "One inspectorate only",
    Flag.ONE_CASE: "One case only",
}
_STATES = {ACCEPTED: "Adopted", SET_ASIDE: "Set aside", NEW_INFORMATION: "Changed since adopted"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """A finding or judgement, and what it rests on."""

    record: RecordId
    kind: str
    title: str
    what: str  # the kind of finding, or the grade; "" for none
    author: str
    state: str  # in words
    sources: tuple[tuple[str, int], ...]  # kind of source, pieces of evidence
    inspectors: int
    counter: int
    flags: tuple[str, ...]
    is_single_source: bool
    is_contradicted: bool
    missing: int  # evidence it names that is not here
    can_adopt: bool
    place: int = 0  # of a grade on the framework's scale, the best is 1; 0 for none
    of: int = 0

    @property
    def evidence(self) -> int:
        """Give the number of pieces of evidence."""
        return sum(many for _source, many in self.sources)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsDesk:
    """Everything the Findings page shows."""

    findings: tuple[Resting, ...]
    judgements: tuple[Resting, ...]
    not_begun: tuple[tuple[str, str], ...]  # judgements of the framework that nobody began
    is_lead: bool


def look(desk: Desk) -> FindingsDesk:
    """Read the findings and judgements."""
    found = reading.snapshot(desk)
    disputed = _contradicted(found)
    begun = {text(item.fields, "judgement") for item in found.of_kind(JUDGEMENT)}
    return FindingsDesk(
        findings=_resting(found, FINDING, disputed, can_adopt=desk.is_lead),
        judgements=_resting(found, JUDGEMENT, disputed, can_adopt=False),
        not_begun=tuple(
            (each.id, each.label) for each in found.pack.judgements if each.id not in begun
        ),
        is_lead=desk.is_lead,
    )


def _resting(
    found: Snapshot, kind: str, disputed: frozenset[RecordId], *, can_adopt: bool
) -> tuple[Resting, ...]:
    items = sorted(found.of_kind(kind), key=lambda item: item.written, reverse=True)
    return tuple(_one(found, item, disputed, can_adopt=can_adopt) for item in items)


def _one(
    found: Snapshot, item: Item, disputed: frozenset[RecordId], *, can_adopt: bool
) -> Resting:  # fmt: skip
    support, missing = _support(found, item, "evidence")
    counter, _missing = _support(found, item, "counter_evidence")
    return Resting(
        record=item.record, kind=item.kind, title=_title(found, item), what=_what(found, item),
        author=found.name_of(item.author), state=_state(item),
        sources=_sources(found, support.evidence), inspectors=len(support.inspectors),
        counter=len(counter.evidence), flags=tuple(FLAGS[flag] for flag in support.flags),
        is_single_source=support.is_single_source,
        is_contradicted=bool(disputed & set(support.evidence)), missing=missing,
        can_adopt=can_adopt and item.accepted != ACCEPTED, place=_place(found, item),
        of=len(found.pack.grades),
    )  # fmt: skip


def _support(found: Snapshot, item: Item, key: str) -> tuple[Support, int]:
    """Count what a record rests on; a judgement rests on the evidence of its findings too."""
    named = list(record_refs(item.fields, key))
    for finding in record_refs(item.fields, "findings"):
        if finding in found.items:
            named.extend(record_refs(found.items[finding].fields, key))
    named = list(dict.fromkeys(named))
    held = [found.items[one] for one in named if one in found.items]
    standing = [each for each in held if not each.is_deleted]
    return support_of(standing), len(named) - len(standing)


def _sources(found: Snapshot, evidence: Iterable[RecordId]) -> tuple[tuple[str, int], ...]:
    items = (found.items[record] for record in evidence)
    counted = Counter(source_type_of(item.kind, item.fields) for item in items)
    return tuple((EVIDENCE_TYPES.label_of(key), many) for key, many in counted.most_common())


def _contradicted(found: Snapshot) -> frozenset[RecordId]:
    return frozenset(
        side.record for each in contradictions(found) for side in (*each.one, *each.other)
    )


def _title(found: Snapshot, item: Item) -> str:
    if item.kind == JUDGEMENT:
        return found.pack.label("pack.judgements", text(item.fields, "judgement")) or item.title
    return item.title


def _what(found: Snapshot, item: Item) -> str:
    if item.kind == JUDGEMENT:
        grade = text(item.fields, "grade")
        return found.pack.label("pack.grades", grade) if grade else ""
    kind = text(item.fields, "finding_kind")
    return label_of("finding-kinds", kind) if kind else ""


def _place(found: Snapshot, item: Item) -> int:
    scale = [grade.id for grade in found.pack.grades]
    grade = text(item.fields, "grade")
    return scale.index(grade) + 1 if item.kind == JUDGEMENT and grade in scale else 0


def _state(item: Item) -> str:
    if item.accepted in _STATES:
        return _STATES[item.accepted]
    return "Submitted" if item.state == State.SUBMITTED.value else "Draft"
