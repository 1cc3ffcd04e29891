"""What the findings, judgements and sections said at a moment, beside what they say today."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from evidencekit.analysis.report_places import SECTION
from evidencekit.canonical import Json
from evidencekit.framework.pack import FrameworkPack
from evidencekit.ids import RecordId
from evidencekit.operations import report_sections
from evidencekit.records.fields import Field, FieldKind
from evidencekit.records.given import Fields, text
from evidencekit.records.kinds import KINDS
from evidencekit.records.lineage import heads, standing_head
from evidencekit.records.revision import Revision
from evidencekit.records.titles import title_of
from evidencekit.records.words import is_pack_words, label_of
from evidencekit.report.versions import fields_of

WEIGHED = ("finding", "judgement", "report-section")
_PROSE = frozenset({FieldKind.TEXT, FieldKind.LONG_TEXT})


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as it was and as it is; "" where there was none."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """A finding, judgement or section whose words or grade are not what they were."""

    record: RecordId
    kind: str
    title: str
    answers: tuple[Answer, ...]


def rewritten(
    pack: FrameworkPack, then: Iterable[Revision], later: Iterable[Revision]
) -> tuple[Rewritten, ...]:
    """Give those that stood at a moment and say something else today, kind by kind."""
    before, since = _weighed(then), _weighed(later)
    found = []
    for record in sorted(before.keys() & since.keys()):
        was = standing_head(heads(before[record]))
        now = standing_head(heads([*before[record], *since[record]]))
        answers = tuple(_answers(pack, was, now))
        if answers:
            kind = was.header.kind
            title = _title(pack, kind, fields_of(now)) or _title(pack, kind, fields_of(was))
            found.append(Rewritten(record=record, kind=kind, title=title, answers=answers))
    return tuple(sorted(found, key=lambda each: WEIGHED.index(each.kind)))


def _weighed(versions: Iterable[Revision]) -> dict[RecordId, list[Revision]]:
    found: dict[RecordId, list[Revision]] = {}
    for each in versions:
        if each.header.kind in WEIGHED:
            found.setdefault(each.header.record, []).append(each)
    return found


def _title(pack: FrameworkPack, kind: str, fields: Fields) -> str:
    if kind == SECTION:
        place = text(fields, "section"), text(fields, report_sections.INSPECTORATE)
        return report_sections.label_of(pack, *place)
    return title_of(kind, fields)


def _answers(pack: FrameworkPack, was: Revision, now: Revision) -> Iterator[Answer]:
    before, after = fields_of(was), fields_of(now)
    for field in KINDS[was.header.kind].fields:
        told = dict(_told(pack, field, before)), dict(_told(pack, field, after))
        for label in dict.fromkeys((*told[0], *told[1])):
            old, new = told[0].get(label, ""), told[1].get(label, "")
            if old != new:
                yield Answer(label, old, new)


def _told(
    pack: FrameworkPack, field: Field, fields: Mapping[str, Json]
) -> Iterator[tuple[str, str]]:
    value = fields.get(field.key)
    if isinstance(value, Mapping):
        labels = {part.id: part.label for part in pack.rationale}
        labels |= {column.key: column.label for column in field.columns}
        for key, said in value.items():
            if isinstance(said, str):
                yield labels.get(key, key), said
    elif isinstance(value, str) and field.kind in _PROSE:
        yield field.label, value
    elif isinstance(value, str) and field.kind is FieldKind.CHOICE:
        words = field.words
        is_packs = is_pack_words(words)
        yield field.label, pack.label(words, value) if is_packs else label_of(words, value)
