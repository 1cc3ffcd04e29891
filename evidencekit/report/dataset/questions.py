"""A question as columns, and its answer as cells: a text becomes its number of words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from evidencekit.canonical import Json
from evidencekit.records.fields import Field, FieldKind
from evidencekit.records.given import is_blank
from evidencekit.report.dataset.days import (
    MINUTE,
    Clocks,
    Dates,
    day_cells,
    day_columns,
    moment_cells,
    moment_columns,
    read_minute,
)
from evidencekit.report.dataset.eye import Eye
from evidencekit.report.dataset.tables import Cell, Column, Form
from evidencekit.report.dataset.treatment import PLACES

AREAS = "pack.areas"
RECORD, PERSON, PLACE, AREA = ("record", "record_id"), ("person", "person_id"), (
    "place", "place_id",
), ("area", "area_id")  # fmt: skip

Reader: TypeAlias = Callable[[Json, Eye, Clocks], tuple[Cell, ...]]
_MOST = 2**63


@dataclass(frozen=True, slots=True)
class Question:
    """One question: where its answer stands, its columns, and how they are filled."""

    path: tuple[str, ...]
    columns: tuple[Column, ...]
    cells: Reader

    def read(self, answers: Mapping[str, Json], eye: Eye, clocks: Clocks) -> tuple[Cell, ...]:
        """Give the cells of this question."""
        return self.cells(answer_at(answers, self.path), eye, clocks)


def answer_at(answers: Mapping[str, Json], path: tuple[str, ...]) -> Json:
    """Give the answer at a place; None where there is none."""
    found: Json = dict(answers) if not isinstance(answers, dict) else answers
    for key in path:
        found = found.get(key) if isinstance(found, dict) else None
    return found


def single(
    field: Field, path: tuple[str, ...], place: str, dates: Dates, *, of_case: bool
) -> Question:  # fmt: skip
    """Give a question that has one answer."""
    stem, means = "_".join(path), _means(field)
    if place in PLACES:
        where = stem.removesuffix("name").removesuffix("place").rstrip("_")
        return _named(path, f"{where}_place_id".lstrip("_"), means, PLACE, Eye.place)
    match field.kind:
        case FieldKind.DATE:
            return Question(path, day_columns(stem, means, dates, of_case=of_case),
                            partial(_day, dates=dates, of_case=of_case))  # fmt: skip
        case FieldKind.ABOUT_DATE:
            return _about_day(path, means, dates, of_case=of_case)
        case FieldKind.MOMENT:
            return Question(path, moment_columns(stem, means, dates), partial(_moment, dates=dates))
        case _:
            return _plain(field, path, means)


def listed(field: Field, path: tuple[str, ...]) -> Question:
    """Give what stands in each row of a list: a word, a record or a person."""
    means = _means(field)
    if field.kind is FieldKind.RECORDS:
        return _named(path, "other_record_id", means, RECORD, Eye.record)
    if field.kind is FieldKind.MEMBERS:
        return _named(path, "person_id", means, PERSON, Eye.person)
    return _coded(path, "code", means, field.words)


def _plain(field: Field, path: tuple[str, ...], means: str) -> Question:
    stem = "_".join(path)
    match field.kind:
        case FieldKind.CHOICE | FieldKind.YES_NO:
            return _coded(path, stem, means, field.words)
        case FieldKind.RECORD:
            name = "other_record_id" if stem == "record" else f"{stem}_record_id"
            return _named(path, name, means, RECORD, Eye.record)
        case FieldKind.MEMBER:
            name = "person_id" if stem == "member" else f"{stem}_person_id"
            return _named(path, name, means, PERSON, Eye.person)
        case FieldKind.TEXT if field.words:
            column = Column(name=stem, form=Form.TEXT, means=means, codes=field.words)
            return Question(path, (column,), partial(_suggested, field.words))
        case _:
            suffix, more, read = _COUNTED[field.kind]
            column = Column(name=f"{stem}{suffix}", form=Form.WHOLE, means=f"{means}{more}")
            return Question(path, (column,), partial(_counted, read))


def _named(
    path: tuple[str, ...], name: str, means: str, leads_to: tuple[str, str],
    read: Callable[[Eye, Json], str | None],
) -> Question:  # fmt: skip
    column = Column(name=name, form=Form.TEXT, means=means, leads_to=leads_to)
    return Question(path, (column,), lambda answer, eye, _clocks: (read(eye, answer),))


def _coded(path: tuple[str, ...], name: str, means: str, words: str) -> Question:
    if words == AREAS:
        name = f"{name.removesuffix('code').removesuffix('area')}area_id"
        column = Column(name=name, form=Form.TEXT, means=means, leads_to=AREA)
    else:
        column = Column(name=name, form=Form.TEXT, means=means, codes=words)
    return Question(path, (column,), lambda answer, eye, _clocks: (eye.code(words, answer),))


def _about_day(path: tuple[str, ...], means: str, dates: Dates, *, of_case: bool) -> Question:
    stem = "_".join(path)
    precision = Column(
        name=f"{stem}_precision", form=Form.TEXT, codes="date-precision",
        means="How exactly the date is known; a month or year stands at its first day.",
    )  # fmt: skip
    return Question(
        path, (*day_columns(stem, means, dates, of_case=of_case), precision),
        partial(_about, dates=dates, of_case=of_case),
    )  # fmt: skip


def _about(
    answer: Json, eye: Eye, clocks: Clocks, *, dates: Dates, of_case: bool
) -> tuple[Cell, ...]:  # fmt: skip
    parts = answer if isinstance(answer, Mapping) else {}
    days = day_cells(parts.get("date"), clocks, dates, of_case=of_case)
    return (*days, eye.code("date-precision", parts.get("precision")))


def _day(
    answer: Json, _eye: Eye, clocks: Clocks, *, dates: Dates, of_case: bool
) -> tuple[Cell, ...]:  # fmt: skip
    return day_cells(answer, clocks, dates, of_case=of_case)


def _moment(answer: Json, _eye: Eye, clocks: Clocks, *, dates: Dates) -> tuple[Cell, ...]:
    return moment_cells(answer, clocks, dates)


def _suggested(words: str, answer: Json, eye: Eye, _clocks: Clocks) -> tuple[Cell, ...]:
    return (eye.suggested(words, answer),)


def _counted(
    read: Callable[[Json], int | None], answer: Json, _eye: Eye, _clocks: Clocks
) -> tuple[Cell, ...]:  # fmt: skip
    return (read(answer),)


def _words(answer: Json) -> int | None:
    return None if is_blank(answer) or not isinstance(answer, str) else len(answer.split())


def _whole(answer: Json) -> int | None:
    if not isinstance(answer, int) or isinstance(answer, bool):
        return None
    return answer if -_MOST <= answer < _MOST else None


def _files(answer: Json) -> int | None:
    return len(answer) if isinstance(answer, list | tuple) else None


def _means(field: Field) -> str:
    said = f"{field.label}: {field.help}" if field.help else f"{field.label}."
    return f"{said} ({field.source})" if field.source else said


_COUNTED: Mapping[FieldKind, tuple[str, str, Callable[[Json], int | None]]] = {
    FieldKind.TEXT: ("_words", " Number of words; the words stay behind.", _words),
    FieldKind.LONG_TEXT: ("_words", " Number of words; the words stay behind.", _words),
    FieldKind.NUMBER: ("", "", _whole),
    FieldKind.TIME: ("_minute", f" {MINUTE}", read_minute),
    FieldKind.ATTACHMENTS: ("_files", " Number of files; the files stay behind.", _files),
}
