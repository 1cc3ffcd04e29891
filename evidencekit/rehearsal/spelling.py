"""Read an entry's answers from their short spelling, by what each question of its kind asks.

A table is a text with one row a line and cells between bars; a line that begins with a blank goes
on with the row above. A group is one such row. Records and people go by their names in the script.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from evidencekit.canonical import Json
from evidencekit.ids import AuthorId, RecordId
from evidencekit.records.fields import Field, FieldKind
from evidencekit.rehearsal import week

Spelled: TypeAlias = str | int | list[str]

_BAR = re.compile(r"(?:^|(?<=\s))\|(?=\s|$)")
_LINES = ("time", "speaker", "kind", "text", "child_voice", "areas")
_OF_TIME: Mapping[FieldKind, Callable[[str], Json]] = {
    FieldKind.DATE: week.day,
    FieldKind.MOMENT: week.moment,
    FieldKind.ABOUT_DATE: week.about,
}


class Names:
    """What the script's names stand for."""

    def record(self, name: str) -> RecordId:
        """Give the record of that name."""
        raise NotImplementedError

    def member(self, key: str) -> AuthorId:
        """Give the person of that name."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Speller:
    """Turns short spellings into answers, with names looked up in one place."""

    names: Names

    def fields(self, asked: tuple[Field, ...], spelled: Mapping[str, Spelled]) -> dict[str, Json]:
        """Give the answers of an entry; KeyError names a question that its kind does not ask."""
        known = {field.key: field for field in asked}
        return {key: self.answer(known[key], value) for key, value in spelled.items()}

    def answer(self, field: Field, spelled: Spelled) -> Json:
        """Give one answer in its JSON form."""
        if isinstance(spelled, int):
            return spelled
        if field.kind is FieldKind.ROWS:
            numbered = enumerate(rows(as_text(spelled)), 1)
            return [self._cells(field, row, number) for number, row in numbered]
        if field.kind is FieldKind.GROUP:
            return self._row(field.columns, as_text(spelled))
        return self._single(field, as_text(spelled))

    def _single(self, field: Field, text: str) -> Json:
        if field.kind in _OF_TIME:
            return _OF_TIME[field.kind](text)
        match field.kind:
            case FieldKind.NUMBER:
                return int(text)
            case FieldKind.RECORD | FieldKind.MEMBER:
                return self._named(field.kind, text)
            case FieldKind.RECORDS | FieldKind.MEMBERS:
                return [self._named(field.kind, name) for name in text.split()]
            case FieldKind.CHOICES:
                return list(text.split())
            case _:
                return prose(text)

    def _named(self, kind: FieldKind, name: str) -> str:
        if kind in {FieldKind.RECORD, FieldKind.RECORDS}:
            return self.names.record(name)
        return self.names.member(name)

    def _cells(self, field: Field, row: str, number: int) -> dict[str, Json]:
        if field.key != "lines":
            return self._row(field.columns, row)
        columns = {column.key: column for column in field.columns}
        line = self._row(tuple(columns[key] for key in _LINES), row)
        return {"key": f"l{number:02}", **line}

    def _row(self, columns: tuple[Field, ...], row: str) -> dict[str, Json]:
        answers = zip(columns, cells(row), strict=False)
        return {column.key: self._single(column, cell) for column, cell in answers if cell}


def as_text(spelled: Spelled) -> str:
    """Give a spelling as one text; the names of a list stand side by side."""
    return " ".join(spelled) if isinstance(spelled, list) else str(spelled)


def rows(text: str) -> list[str]:
    """Split a table into rows; an indented line belongs to the row above."""
    return [row for row in re.split(r"\n(?=\S)", text.strip()) if row]


def cells(row: str) -> list[str]:
    """Split a row at its bars."""
    return [prose(cell) for cell in _BAR.split(row)]


def prose(text: str) -> str:
    """Join the lines of each paragraph; an empty line parts paragraphs."""
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    return "\n\n".join(part for part in paragraphs if part)
