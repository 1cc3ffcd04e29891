"""Findings and judgements beside what they rest on. It counts sources; it never grades."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.analysis.triangulation import Flag, Support, support_of
from evidencekit.analysis.weakest import Doubts, doubts, rests_on, weak_links
from evidencekit.framework.items import SHARED
from evidencekit.framework.pack import FrameworkPack
from evidencekit.ids import RecordId
from evidencekit.operations import reading
from evidencekit.operations.desk import Desk
from evidencekit.records.acceptance import ACCEPTED, NEW_INFORMATION, SET_ASIDE
from evidencekit.records.given import record_refs, text
from evidencekit.records.revision import State
from evidencekit.records.vocabularies.evidence import EVIDENCE_TYPES
from evidencekit.records.words import label_of

NO_GRADE = "no-grade-at-all"
_AGAINST = ("weighing", "contrary", "why_outweighed")
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
    addressee: str = ""  # in words; "" for a judgement, or when nobody said
    weak: tuple[str, ...] = ()  # what is weak about it, the weakest link first
    is_weighed: bool = False  # somebody wrote what speaks against it, or why that is outweighed
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
    no_judgements: str  # why the framework makes none, with its paragraph; "" when it makes some
    is_lead: bool


def look(desk: Desk) -> FindingsDesk:
    """Read the findings and judgements."""
    return look_at(reading.snapshot(desk), is_lead=desk.is_lead)


def look_at(found: Snapshot, *, is_lead: bool) -> FindingsDesk:
    """Gather the findings and judgements of what was read (BENCH)."""
    known = doubts(found)
    begun = {text(item.fields, "judgement") for item in found.of_kind(JUDGEMENT)}
    return FindingsDesk(
        findings=_resting(found, FINDING, known, can_adopt=is_lead),
        judgements=_resting(found, JUDGEMENT, known, can_adopt=False),
        not_begun=tuple(
            (each.id, judgement_words(found.pack, each.id))
            for each in found.pack.judgements
            if each.id not in begun
        ),
        no_judgements=no_judgements(found.pack),
        is_lead=is_lead,
    )


def judgement_words(pack: FrameworkPack, judgement: str) -> str:
    """Name a judgement, with the inspectorate that makes it where each makes its own."""
    found = pack.judgement(judgement)
    if found is None:
        return judgement
    if found.owner == SHARED:
        several = any(each.owner != SHARED for each in pack.judgements)
        return f"{found.label} (shared)" if several else found.label
    return f"{pack.label('pack.inspectorates', found.owner)}: {found.label}"


def no_judgements(pack: FrameworkPack) -> str:
    """Say that a framework makes no judgement, and where it says so; "" when it makes some."""
    if pack.judgements:
        return ""
    ground = pack.ground(NO_GRADE)
    cited = f" ({ground})" if ground else ""
    return f"This framework makes no graded judgement{cited}. Findings say it in words."


def _resting(found: Snapshot, kind: str, known: Doubts, *, can_adopt: bool) -> tuple[Resting, ...]:
    items = sorted(found.of_kind(kind), key=lambda item: item.written, reverse=True)
    return tuple(_one(found, item, known, can_adopt=can_adopt) for item in items)


def _one(found: Snapshot, item: Item, known: Doubts, *, can_adopt: bool) -> Resting:
    support, missing = _support(found, item, "evidence")
    counter, _missing = _support(found, item, "counter_evidence")
    return Resting(
        record=item.record, kind=item.kind, title=_title(found, item), what=_what(found, item),
        author=found.name_of(item.author), state=_state(item),
        sources=_sources(found, support.evidence), inspectors=len(support.inspectors),
        counter=len(counter.evidence), flags=tuple(FLAGS[flag] for flag in support.flags),
        is_single_source=support.is_single_source,
        is_contradicted=bool(known.contradicted & set(support.evidence)), missing=missing,
        can_adopt=can_adopt and item.accepted != ACCEPTED, place=_place(found, item),
        of=len(found.pack.grades), addressee=_addressee(item),
        weak=weak_links(found, rests_on(found, item), known),
        is_weighed=any(text(item.fields, key) for key in _AGAINST),
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
    counted = Counter(item.source_type for item in items)
    return tuple((EVIDENCE_TYPES.label_of(key), many) for key, many in counted.most_common())


def _title(found: Snapshot, item: Item) -> str:
    if item.kind == JUDGEMENT:
        return judgement_words(found.pack, text(item.fields, "judgement")) or item.title
    return item.title


def _what(found: Snapshot, item: Item) -> str:
    if item.kind == JUDGEMENT:
        grade = text(item.fields, "grade")
        return found.pack.label("pack.grades", grade) if grade else ""
    kind = text(item.fields, "finding_kind")
    if found.pack.finding_kinds and kind in dict(found.pack.words("pack.finding-kinds") or ()):
        return found.pack.label("pack.finding-kinds", kind)
    return label_of("finding-kinds", kind) if kind else ""


def _addressee(item: Item) -> str:
    addressee = text(item.fields, "addressee")
    return label_of("addressees", addressee) if addressee else ""


def _place(found: Snapshot, item: Item) -> int:
    scale = [grade.id for grade in found.pack.grades]
    grade = text(item.fields, "grade")
    return scale.index(grade) + 1 if item.kind == JUDGEMENT and grade in scale else 0


def _state(item: Item) -> str:
    if item.accepted in _STATES:
        return _STATES[item.accepted]
    return "Submitted" if item.state == State.SUBMITTED.value else "Draft"
