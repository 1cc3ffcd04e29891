"""Every factual accuracy point of the area's answer, open ones first, with what it is about."""

from dataclasses import dataclass

from evidencekit.analysis.snapshot import Item
from evidencekit.checks.sentences import sentences
from evidencekit.errors.report import NotAPoint
from evidencekit.errors.work import NoSuchRecord
from evidencekit.ids import RecordId
from evidencekit.operations import reading, report_sections
from evidencekit.operations.accuracy import POINT
from evidencekit.operations.desk import Desk
from evidencekit.records.given import record_refs, text
from evidencekit.records.words import label_of
from evidencekit.store.listing import Only


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point as it was received, and what was decided of it."""

    record: RecordId
    section: RecordId
    section_words: str
    sentence: str
    reference: str
    agency: str  # its label
    received_on: str
    comment: str
    evidence: tuple[RecordId, ...]
    decision: str
    decision_words: str
    reason: str
    before: str
    after: str
    decided_on: str
    sentences: tuple[str, ...] = ()  # those of its section as it stands, to choose from

    @property
    def is_open(self) -> bool:
        """Tell whether nothing is decided of it yet."""
        return not self.decision

    @property
    def stands(self) -> bool:
        """Tell whether the sentence it is about still stands in its section."""
        return self.sentence in self.sentences


def points(desk: Desk) -> tuple[Point, ...]:
    """Give every point: the open ones first, each group as it was received (DESK)."""
    rows = reading.rows(desk, Only(kind=POINT), limit=reading.EVERY)
    found = [_point(desk, reading.item(desk, row.record)) for row in rows]
    return tuple(sorted(found, key=lambda one: (not one.is_open, one.received_on, one.record)))


def point(desk: Desk, record: RecordId) -> Point:
    """Give one point; NotAPoint for any other record."""
    item = reading.item(desk, record)
    if item.kind != POINT:
        raise NotAPoint
    return _point(desk, item)


def _point(desk: Desk, item: Item) -> Point:
    fields = item.fields
    section = RecordId(text(fields, "section"))
    words, body = _section(desk, section)
    decision, agency = text(fields, "decision"), text(fields, "agency")
    return Point(
        record=item.record, section=section, section_words=words,
        sentence=text(fields, "sentence"), reference=text(fields, "reference"),
        agency=label_of("agencies", agency) if agency else "",
        received_on=text(fields, "received_on"), comment=text(fields, "comment"),
        evidence=record_refs(fields, "evidence"), decision=decision,
        decision_words=label_of("accuracy-decisions", decision) if decision else "",
        reason=text(fields, "reason"), before=text(fields, "before"), after=text(fields, "after"),
        decided_on=text(fields, "decided_on"),
        sentences=tuple(each.text for each in sentences(body)),
    )  # fmt: skip


def _section(desk: Desk, record: RecordId) -> tuple[str, str]:
    """Give the label and the text of a section; a section that is not here has neither."""
    try:
        fields = reading.item(desk, record).fields
    except NoSuchRecord:
        return reading.NOT_HERE, ""
    place = text(fields, "section"), text(fields, report_sections.INSPECTORATE)
    body = fields.get("text")
    return report_sections.label_of(desk.pack, *place), body if isinstance(body, str) else ""
