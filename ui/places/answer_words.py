"""Answers of a record in words: labels for keys, names for ids, rows in a line each."""

from collections.abc import Iterator, Mapping

from evidencekit.analysis.about_dates import read_when
from evidencekit.analysis.snapshot import Snapshot
from evidencekit.canonical import Json
from evidencekit.ids import AuthorId, RecordId
from evidencekit.records.fields import Field, FieldKind, Kind
from evidencekit.records.words import label_of
from ui.places.sources import words_of

_WORDED = frozenset({FieldKind.CHOICE, FieldKind.CHOICES})
_NAMED = frozenset({FieldKind.RECORD, FieldKind.RECORDS})
_PEOPLE = frozenset({FieldKind.MEMBER, FieldKind.MEMBERS})
_NESTED = frozenset({FieldKind.ROWS, FieldKind.GROUP})
_YES_NO = {"yes": "Yes", "no": "No", "unclear": "Unclear"}


def answers_in_words(
    kind: Kind, fields: Mapping[str, Json], snapshot: Snapshot
) -> Iterator[tuple[str, str]]:
    """Give (question, answer in words) for everything that was answered."""
    for field in kind.fields:
        words = in_words(field, fields.get(field.key), snapshot)
        if words:
            yield field.label, words


def in_words(field: Field, answer: Json, snapshot: Snapshot) -> str:
    """Say one answer; "" when there is none."""
    if answer in (None, "", [], {}):
        return ""
    if field.kind in _NESTED:
        rows = answer if isinstance(answer, list | tuple) else [answer]
        return "\n".join(_row(field, row, snapshot) for row in rows if isinstance(row, Mapping))
    if field.kind is FieldKind.ABOUT_DATE:
        when = read_when(answer)
        return when.words if when else ""
    many = answer if isinstance(answer, list | tuple) else [answer]
    return ", ".join(_one(field, each, snapshot) for each in many)


def polarity_words(key: str) -> str:
    """Say in one word what a record shows of an area."""
    return label_of("polarity", key).removeprefix("A ").capitalize() if key else "Not said"


def _row(field: Field, row: Mapping[str, Json], snapshot: Snapshot) -> str:
    said = ((column, in_words(column, row.get(column.key), snapshot)) for column in field.columns)
    return " · ".join(f"{column.label}: {words}" for column, words in said if words)


def _one(field: Field, answer: Json, snapshot: Snapshot) -> str:
    if not isinstance(answer, str):
        return str(answer)
    if field.kind in _WORDED:
        return dict(words_of(snapshot.pack, field.words)).get(answer, answer)
    if field.kind in _NAMED:
        item = snapshot.items.get(RecordId(answer))
        return item.title if item else "A record that is not shown here"
    if field.kind in _PEOPLE:
        return snapshot.name_of(AuthorId(answer))
    return _YES_NO.get(answer, answer) if field.kind is FieldKind.YES_NO else answer
