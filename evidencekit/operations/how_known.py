"""How do we know? From a sentence, a finding or any record to what it rests on, in one step.

For each record: who saw it, when it was seen and when it was written, how, from which source, who
accepted it, which signed bundle brought it, what speaks against it. A missing link is said plainly.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evidencekit.analysis.disputes import Dispute, disputes
from evidencekit.analysis.report_text import FINDING, Told, look_over
from evidencekit.analysis.restricted import Restricted, why_restricted
from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.errors.knowing import NoSuchSentence
from evidencekit.errors.work import NoSuchRecord
from evidencekit.ids import RecordId
from evidencekit.operations import asking, reading, report_sections, wordbook
from evidencekit.operations.asking import Conversation
from evidencekit.operations.desk import Desk
from evidencekit.operations.report_sections import Ground
from evidencekit.operations.version_story import Version, how_written, versions
from evidencekit.records.fields import FieldKind
from evidencekit.records.given import record_refs, rows, text, texts
from evidencekit.records.happened import ended_at
from evidencekit.records.kinds import KINDS
from evidencekit.records.provenance import minutes_after
from evidencekit.records.told import written_words
from evidencekit.records.words import label_of
from evidencekit.report import dates
from evidencekit.report.entries import source_of, when
from evidencekit.report.naming import Naming

__all__ = ["Basis", "Decided", "HowKnown", "Version", "how_known", "of_sentence"]

_LINKS = frozenset({FieldKind.RECORD, FieldKind.RECORDS})
_AGAINST = "counter_evidence"
_RESTS = frozenset({"evidence", "findings", "tests", "basis"})
_ROLES = frozenset({"voices", "practitioner-roles"})
_AN_HOUR, _A_DAY = 60, 24 * 60
_WHY = {
    Restricted.VIEW_ONLY: "From papers that may only be viewed.",
    Restricted.IN_CONFIDENCE: "Told in confidence.",
    Restricted.CONSENT: "Consent was refused or withdrawn.",
    Restricted.MARKING: "Marked above the usual.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What the lead or a deputy decided of a record."""

    outcome: str  # in words
    by_name: str
    at: str  # UTC
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """One record something rests on, with everything that says how it is known."""

    record: RecordId
    kind: str  # in words
    kind_key: str
    title: str
    role: str  # "Evidence", "Evidence against", "Asked about"
    who: str
    inspectorate: str
    seen: str
    written: str  # of the first version
    gap: str
    provenance: str
    how: str
    source: str
    speakers: tuple[str, ...]
    versions: tuple[Version, ...]
    decided: tuple[Decided, ...]
    against: tuple[str, ...]
    restricted: str
    questions: tuple[Conversation, ...]
    is_deleted: bool
    is_evidence: bool  # seen or read, and not made of what others saw


@dataclass(frozen=True, slots=True, kw_only=True)
class HowKnown:
    """The answer to one question: what was asked about, and what it rests on."""

    title: str
    said: str
    about: RecordId | None
    stands_out: tuple[str, ...]
    bases: tuple[Basis, ...]
    missing: tuple[str, ...]


def how_known(desk: Desk, named: str) -> HowKnown:
    """Answer for a record, or for a sentence of the report named as strengths:3."""
    section, colon, number = named.rpartition(":")
    if colon and number.isdigit():
        return of_sentence(desk, section, int(number))
    snapshot = reading.snapshot(desk)
    record = reading.find_record(desk, named)
    item = snapshot.items.get(record)
    if item is None:
        raise NoSuchRecord(record=named)
    return _Reader(desk, snapshot).of_record(item)


def of_sentence(desk: Desk, section: str, number: int) -> HowKnown:
    """Answer for a sentence of the report, counted from 1 in its section."""
    snapshot = reading.snapshot(desk)
    slot = report_sections.slot(snapshot, section)
    ground = Ground(snapshot, wordbook.let_be(desk))
    told = look_over(ground, {**slot.fields, "section": slot.section,
                              "inspectorate": slot.inspectorate}).told  # fmt: skip
    if not 1 <= number <= len(told):
        raise NoSuchSentence(number=number, section=slot.label, count=len(told))
    return _Reader(desk, snapshot).of_told(slot.label, told[number - 1], slot.record)


class _Reader:
    """One reading of the base, for all records of one answer."""

    def __init__(self, desk: Desk, snapshot: Snapshot) -> None:
        self._desk, self._snapshot = desk, snapshot
        self._naming = Naming(snapshot, snapshot.pack)
        self._disputes = disputes(snapshot)

    def of_told(self, label: str, told: Told, record: RecordId | None) -> HowKnown:
        """Answer for a sentence."""
        missing = []
        if told.about_us:
            missing.append("It tells of our own work, so it needs no evidence.")
        elif not told.rests_on:
            missing.append("It rests on nothing: no evidence is linked to it.")
        bases = self._bases(told.rests_on, "Evidence")
        return HowKnown(
            title=f"{label}, sentence {told.number}", said=told.sentence.text, about=record,
            stands_out=tuple(dict.fromkeys(mark.words for mark in told.marks)),
            bases=tuple(bases), missing=(*missing, *self._gone(told.rests_on)),
        )  # fmt: skip

    def of_record(self, item: Item) -> HowKnown:
        """Answer for a record: its own story, then that of what it rests on."""
        rests, against = tuple(_rests_on(item)), record_refs(item.fields, _AGAINST)
        own = self._basis(item, "Asked about")
        bases = (
            own, *self._bases(rests, "Evidence"), *self._bases(against, "Evidence against"),
        )  # fmt: skip
        seen = dict.fromkeys(each.record for each in bases)
        missing = []
        if item.kind in {FINDING, "judgement"} and not rests:
            missing.append("It rests on nothing: no evidence is linked to it.")
        return HowKnown(
            title=f"{own.kind}: {own.title}", said=_said(item), about=item.record, stands_out=(),
            bases=tuple(next(b for b in bases if b.record == each) for each in seen),
            missing=(*missing, *self._gone((*rests, *against))),
        )  # fmt: skip

    def _bases(self, records: Iterable[RecordId], role: str) -> Iterator[Basis]:
        """Give what is rested on, and behind a finding the evidence it rests on itself."""
        seen: set[RecordId] = set()
        wanted = [(each, role) for each in records]
        while wanted:
            record, why = wanted.pop(0)
            item = self._snapshot.items.get(record)
            if item is None or record in seen:
                continue
            seen.add(record)
            yield self._basis(item, why)
            if item.kind in {FINDING, "judgement"}:
                wanted += [(each, role) for each in _rests_on(item)]
                wanted += [
                    (each, "Evidence against") for each in record_refs(item.fields, _AGAINST)
                ]

    def _gone(self, records: Iterable[RecordId]) -> Iterator[str]:
        for record in dict.fromkeys(records):
            item = self._snapshot.items.get(record)
            if item is None:
                yield f"Record {record[:12]} is not here: its bundle did not arrive."
            elif item.is_deleted:
                yield f"Record {record[:12]} was deleted; its versions are below."

    def _basis(self, item: Item, role: str) -> Basis:
        kind, naming = KINDS.get(item.kind), self._naming
        first = (item.history[0] if item.history else item.head).header
        closed = why_restricted(self._snapshot.pack, item.kind, item.fields, item.marking)
        return Basis(
            record=item.record, kind=naming.kind(item.kind), kind_key=item.kind,
            title=item.title, role=role,
            who=naming.person(item.author), inspectorate=naming.inspectorate(item.inspectorate),
            seen=when(item), written=dates.written(first.written, first.tz),
            gap=_gap(item, first.written, first.tz),
            provenance=_capital(written_words(item.kind, item.provenance)), how=how_written(item),
            source=source_of(kind, item.fields, naming) if kind else "",
            speakers=tuple(_speakers(item, naming)),
            versions=versions(self._desk, item, naming),
            decided=tuple(self._decided(item.record)),
            against=tuple(self._against(item)),
            restricted=_WHY[closed] if closed else "",
            questions=asking.conversations(self._desk, item.record), is_deleted=item.is_deleted,
            is_evidence=kind is not None and kind.is_evidence,
        )  # fmt: skip

    def _decided(self, record: RecordId) -> Iterator[Decided]:
        for each in sorted(self._snapshot.of_kind("decision"), key=lambda item: item.written):
            if text(each.fields, "subject") == record:
                yield Decided(
                    outcome=label_of("decision-outcomes", text(each.fields, "outcome")),
                    by_name=self._naming.person(each.author), at=each.written,
                    reason=text(each.fields, "reason") or each.head.header.reason,
                )  # fmt: skip

    def _against(self, item: Item) -> Iterator[str]:
        if item.is_disputed:
            yield f"Two versions of it stand, {len(item.heads)} in all: nobody has decided."
        yield from (self._dispute(each, item) for each in self._disputes if _is_in(each, item))
        for finding in self._snapshot.of_kind(FINDING):
            if item.record in record_refs(finding.fields, _AGAINST):
                yield f"It speaks against the finding: {finding.title}"

    def _dispute(self, found: Dispute, item: Item) -> str:
        others = [each.record for each in found.sides if each.record != item.record]
        titles = [self._snapshot.items[each].title for each in others[:3]]
        made = f" {label_of('contradiction-outcomes', found.outcome)}." if found.outcome else ""
        return f"{self._naming.area(found.area)}: {'; '.join(titles)}. {found.stand.words}.{made}"


def _rests_on(item: Item) -> Iterator[RecordId]:
    kind = KINDS.get(item.kind)
    for field in kind.fields if kind else ():
        if field.key in _RESTS and field.kind in _LINKS:
            yield from record_refs(item.fields, field.key)


def _is_in(found: Dispute, item: Item) -> bool:
    return any(side.record == item.record for side in found.sides)


def _said(item: Item) -> str:
    for key in ("text", "finding", "judgement", "i_saw", "own_words", "write_up", "claim"):
        if said := text(item.fields, key):
            return said
    return item.title


def _speakers(item: Item, naming: Naming) -> Iterator[str]:
    """Give whose words or doings it is, by role: from the form, then from the lines."""
    kind = KINDS.get(item.kind)
    asked = [each for each in (kind.fields if kind else ()) if each.words in _ROLES]
    found = [
        naming.label(each.words, key) for each in asked for key in texts(item.fields, each.key)
    ]
    spoken = (text(row, "speaker") for row in rows(item.fields, "lines"))
    found += [naming.label("practitioner-roles", each) for each in spoken if each]
    yield from dict.fromkeys(found)


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]


def _gap(item: Item, written: str, tz: str) -> str:
    """Say how long after the event it was first written."""
    minutes = minutes_after(at=item.at, tz=tz, written=written)
    if minutes is None:
        return "Only the day it happened is known." if item.at else "Nobody said when it happened."
    if minutes < 0:
        return "Begun before it happened."
    ended = ended_at(item.fields)
    until = minutes_after(at=ended, tz=tz, written=written) if ended else None
    if until is not None and until <= 0:
        return "Begun while it happened."
    if until is not None:
        return f"First written {_long(until)} after it ended."
    return f"First written {_long(minutes)} after it began."


def _long(minutes: int) -> str:
    if minutes < _AN_HOUR:
        return f"{minutes} {'minute' if minutes == 1 else 'minutes'}"
    unit, size = ("hour", _AN_HOUR) if minutes < 2 * _A_DAY else ("day", _A_DAY)
    number = minutes // size
    return f"{number} {unit if number == 1 else unit + 's'}"
