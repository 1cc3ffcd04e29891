"""The identity guard at hand over: what is about to leave and could name somebody, and where."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evidencekit.checks.identifiers import Span
from evidencekit.checks.identity import Marked, marked_texts
from evidencekit.checks.offers import Known
from evidencekit.ids import RecordId
from evidencekit.operations import reading, remembering, wordbook
from evidencekit.operations.checking import context
from evidencekit.operations.desk import Desk
from evidencekit.records.case_refs import REFERENCE
from evidencekit.records.fields import Field, FieldKind
from evidencekit.records.lineage import heads, standing_head
from evidencekit.records.revision import Revision, State
from evidencekit.records.upcast import upcast
from evidencekit.store import revisions

_CASE = Field(key="case", label="Case", kind=FieldKind.RECORD, of_kinds=("case",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place in a record that could name somebody."""

    record: RecordId
    kind: str
    label: str  # of the question
    path: str  # of the answer, such as lines.3.text
    span: Span
    words: str  # what stands there: for the eyes of the person at work, never for a log


def about_to_leave(desk: Desk) -> tuple[Place, ...]:
    """Give the marked places of every record of one's own not handed over as it stands now."""
    reach = remembering.last_sent(desk).upto
    new = revisions.of_author(desk.database, desk.me.id, after=reach)
    return places(desk, dict.fromkeys(each.header.record for each in new))


def places(desk: Desk, records: Iterable[RecordId]) -> tuple[Place, ...]:
    """Give the marked places of these records as they stand."""
    return tuple(place for record in records for place in _places(desk, record))


def known(desk: Desk) -> Known:
    """Give what the offers beside a mark are made of: the references of the cases held here."""
    titles = (title for _record, title in reading.choices(desk, _CASE))
    found = (REFERENCE.search(title) for title in titles)
    references = sorted({match[0] for match in found if match})
    return Known(references=tuple(references), let_be=wordbook.let_be_in_records(desk))


def _places(desk: Desk, record: RecordId) -> Iterator[Place]:
    held = heads(revisions.of_record(desk.database, record))
    if not held:
        return
    head = standing_head(held)
    if head.body.state == State.DELETED.value or head.is_erased:
        return
    for marked in _marked(desk, head):
        for span in marked.spans:
            yield Place(
                record=record, kind=head.header.kind, label=marked.field.label, path=marked.path,
                span=span, words=marked.text[span.start : span.end],
            )  # fmt: skip


def _marked(desk: Desk, head: Revision) -> Iterator[Marked]:
    fields = upcast(head.header.kind, head.body.fields)
    return marked_texts(context(desk, head.header, fields, head.body.provenance))
