"""The tables of each kind of record, made from its own questions, and a record's rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from evidencekit.canonical import Json
from evidencekit.records.fields import Field, FieldKind, Kind
from evidencekit.records.given import rows
from evidencekit.records.kinds import KINDS
from evidencekit.report.dataset.days import Clocks, Dates
from evidencekit.report.dataset.eye import Eye
from evidencekit.report.dataset.questions import RECORD, Question, answer_at, listed, single
from evidencekit.report.dataset.tables import ROW, Column, Form, Row, Table
from evidencekit.report.dataset.treatment import CASE_CLOCK, LEFT_OUT

AREAS = "areas"
AREA_TABLE = "record_area"
_LISTS = frozenset({FieldKind.CHOICES, FieldKind.RECORDS, FieldKind.MEMBERS})

RECORD_ID = Column(
    name="record_id", form=Form.TEXT, means="The record.", leads_to=RECORD, filled=True
)
ROW_NUMBER = Column(
    name=ROW, form=Form.WHOLE, means="The place of the row in its record, from 1.",
    filled=True,
)  # fmt: skip
POSITION = Column(
    name="position", form=Form.WHOLE, means="The place in the list, from 1.", filled=True
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table, and where in a record's answers its rows come from."""

    table: Table
    over: str = ""  # the question whose rows these are; "" for the record itself
    asked: tuple[Question, ...] = ()
    each: Question | None = None  # for a list: what stands in each row

    def rows(
        self, record: str, answers: Mapping[str, Json], eye: Eye, clocks: Clocks
    ) -> Iterator[Row]:  # fmt: skip
        """Give the rows that one record fills."""
        for keys, part in self._parts(record, answers):
            if self.each is None:
                cells = [cell for one in self.asked for cell in one.read(part, eye, clocks)]
                yield (*keys, *cells)
            else:
                items = answer_at(part, self.each.path)
                for place, item in enumerate(_items(items), 1):
                    yield (*keys, place, *self.each.cells(item, eye, clocks))

    def _parts(
        self, record: str, answers: Mapping[str, Json]
    ) -> Iterator[tuple[tuple[str | int, ...], Mapping[str, Json]]]:  # fmt: skip
        if not self.over:
            yield (record,), answers
            return
        for number, row in enumerate(rows(answers, self.over), 1):
            yield (record, number), row


@cache
def sheets_of(kind: str, dates: Dates) -> tuple[Sheet, ...]:
    """Give the tables of a kind, its own first."""
    return tuple(_Maker(KINDS[kind], dates).sheets())


def area_sheet(dates: Dates) -> Sheet:
    """Give the one table of areas that all kinds share."""
    return next(each for each in sheets_of("case-note", dates) if each.table.name == AREA_TABLE)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the tables of one kind."""

    kind: Kind
    dates: Dates

    def sheets(self) -> Iterator[Sheet]:
        name = self.kind.key.replace("-", "_")
        fields = [each for each in self.kind.fields if self._goes(each, each.key)]
        yield from self._level(name, self.kind.help, fields, "")
        for field in fields:
            if field.kind is FieldKind.ROWS:
                table = AREA_TABLE if field.key == AREAS else f"{name}_{field.key}"
                columns = [
                    one for one in field.columns if self._goes(one, f"{field.key}.{one.key}")
                ]
                yield from self._level(table, f"{field.label}: {field.help}", columns, field.key)

    def _level(self, name: str, means: str, fields: Sequence[Field], over: str) -> Iterator[Sheet]:
        """Give the table of a record or of its rows, then the lists within it."""
        keys = (RECORD_ID, ROW_NUMBER) if over else (RECORD_ID,)
        parts = [(path, each) for field in fields for path, each in self._flat(field)]
        asked = tuple(
            single(each, path, self._place(over, path), self.dates,
                   of_case=self.kind.key in CASE_CLOCK)
            for path, each in parts
            if each.kind not in _LISTS
        )  # fmt: skip
        columns = (*keys, *(column for one in asked for column in one.columns))
        yield Sheet(_table(name, means, columns, len(keys)), over, asked)
        for path, each in parts:
            if each.kind in _LISTS:
                question = listed(each, path)
                filled = tuple(replace(column, filled=True) for column in question.columns)
                inside = _table(
                    "_".join((name, *path)), f"{each.label}: {each.help}",
                    (*_within(keys, name, over), POSITION, *filled), len(keys) + 1,
                )  # fmt: skip
                yield Sheet(inside, over, each=question)

    def _flat(self, field: Field) -> Iterator[tuple[tuple[str, ...], Field]]:
        if field.kind is FieldKind.GROUP:
            for one in field.columns:
                if self._goes(one, f"{field.key}.{one.key}"):
                    yield (field.key, one.key), one
        elif field.kind is not FieldKind.ROWS:
            yield (field.key,), field

    def _goes(self, field: Field, path: str) -> bool:
        if field.identity or field.kind is FieldKind.REVISION:
            return False
        return f"{self.kind.key}.{path}" not in LEFT_OUT

    def _place(self, over: str, path: tuple[str, ...]) -> str:
        return ".".join(part for part in (self.kind.key, over, *path) if part)


def _table(name: str, means: str, columns: tuple[Column, ...], keys: int) -> Table:
    key = tuple(column.name for column in columns[:keys])
    return Table(name=name, means=means, columns=columns, key=key)


def _within(keys: tuple[Column, ...], name: str, over: str) -> tuple[Column, ...]:
    """Let a list lead to the row it stands in, where it stands in one."""
    if not over:
        return keys
    return tuple(replace(key, leads_to=(name, key.name)) for key in keys)


def _items(answer: Json) -> Sequence[Json]:
    if isinstance(answer, list | tuple):
        return [each for each in answer if isinstance(each, str) and each]
    return [answer] if isinstance(answer, str) and answer else []
