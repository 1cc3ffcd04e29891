"""The answers of one record as the parts that are printed, in the order of its form."""

from collections.abc import Iterator, Mapping, Sequence

from evidencekit import canonical
from evidencekit.canonical import Json
from evidencekit.ids import AuthorId, RecordId
from evidencekit.records.fields import Field, FieldKind, Kind
from evidencekit.report import dates
from evidencekit.report.naming import Naming
from evidencekit.report.outline import Part

# Said elsewhere in the entry: its by-line, its title and its areas.
_SAID = frozenset(
    {"areas", "case", "cases", "source_type", "started", "ended", "in_confidence",
     "outside_framework", "title", "headline", "measure", "who"}
)  # fmt: skip
_PROSE = frozenset({FieldKind.TEXT, FieldKind.LONG_TEXT})
_TABLES = frozenset({FieldKind.ROWS, FieldKind.GROUP})
_LINE_ONLY = frozenset({"key", "typed", "edited"})  # for the screen: how a line was typed

WITHHELD = "Told in confidence: these words are kept in the evidence base and not printed."

Fields = Mapping[str, Json]


def parts_of(kind: Kind, fields: Fields, naming: Naming) -> tuple[Part, ...]:
    """Give what a record says; short answers come last, together."""
    confided = fields.get("in_confidence") == "yes"
    long, short = [], []
    for field in kind.fields:
        value = fields.get(field.key)
        if field.identity or field.key in _SAID or _is_empty(value):
            continue
        if field.kind in _PROSE or field.kind in _TABLES:
            long.append(_part(field, value, naming, confided=confided))
        else:
            short.append(f"{field.label}: {answer(field, value, naming)}")
    if short:
        long.append(Part(label="Also recorded", text="; ".join(short) + "."))
    return tuple(part for part in long if part.text)


def unknown_answers(kind: Kind, fields: Fields) -> int:
    """Count the answers that a newer version wrote and this one cannot read."""
    return sum(1 for key in fields if kind.field(key) is None)


def answer(field: Field, value: Json, naming: Naming) -> str:
    """Give one answer in words; an answer of another form is shown as it was stored."""
    if isinstance(value, str):
        return _word(field, value, naming)
    if field.kind is FieldKind.ABOUT_DATE and isinstance(value, Mapping):
        return _about(value, naming)
    if field.kind is FieldKind.ATTACHMENTS:
        return _files(value)
    if isinstance(value, Sequence) and all(isinstance(each, str) for each in value):
        return ", ".join(_word(field, str(each), naming) for each in value)
    return canonical.encode(value).decode()


def _part(field: Field, value: Json, naming: Naming, *, confided: bool) -> Part:
    if field.verbatim and confided:
        return Part(label=field.label, text=WITHHELD)
    if isinstance(value, str):
        return Part(label=field.label, text=value, spoken=field.verbatim)
    rows = [value] if isinstance(value, Mapping) else value
    if not isinstance(rows, Sequence) or not all(isinstance(row, Mapping) for row in rows):
        return Part(label=field.label, text=answer(field, value, naming))
    said = _lines if field.key == "lines" else _rows
    return Part(label=field.label, text="\n".join(said(field, rows, naming)))


def _rows(field: Field, rows: Sequence[Json], naming: Naming) -> Iterator[str]:
    for row in rows:
        if not isinstance(row, Mapping):
            continue
        told = [
            f"{column.label}: {answer(column, row[column.key], naming)}"
            for column in field.columns
            if not column.identity and not _is_empty(row.get(column.key))
        ]
        if told:
            yield "; ".join(told) + "."


def _lines(field: Field, rows: Sequence[Json], naming: Naming) -> Iterator[str]:
    columns = {column.key: column for column in field.columns if column.key not in _LINE_ONLY}
    for row in rows:
        if not isinstance(row, Mapping):
            continue
        told = {
            key: answer(column, row[key], naming)
            for key, column in columns.items()
            if not _is_empty(row.get(key))
        }
        yield _line(told, is_quote=row.get("kind") == "quote", is_view=row.get("kind") == "my-view")


def _line(told: Mapping[str, str], *, is_quote: bool, is_view: bool) -> str:
    """Spell one line of an observation: 10:35 Social worker: "…" (child's voice; E4)."""
    text = told.get("text", "")
    who = "My view" if is_view else told.get("speaker", "")
    opening = " ".join(each for each in (told.get("time", ""), who) if each)
    voice = "child's voice" if told.get("child_voice") == "Yes" else ""
    shows = [told.get(key, "").lower() for key in ("polarity", "weight")]
    areas = ", ".join(each for each in (told.get("areas", ""), *shows) if each)
    aside = "; ".join(each for each in (voice, areas) if each)
    body = quoted(text) if is_quote else text
    said = f"{opening}: {body}" if opening else body
    return f"{said} ({aside})" if aside else said


def quoted(text: str) -> str:
    """Put exact words between quotation marks, adding nothing where they stand already."""
    if len(text) > 1 and text[0] in '"“' and text[-1] in '"”':
        return text
    return f"“{text}”"


def _word(field: Field, value: str, naming: Naming) -> str:
    match field.kind:
        case FieldKind.CHOICE | FieldKind.CHOICES | FieldKind.YES_NO:
            return naming.label(field.words, value)
        case FieldKind.DATE | FieldKind.MOMENT | FieldKind.ABOUT_DATE:
            return dates.local(value)
        case FieldKind.RECORD | FieldKind.RECORDS:
            return naming.record(RecordId(value))
        case FieldKind.MEMBER | FieldKind.MEMBERS:
            return naming.person(AuthorId(value))
        case _:
            return value


def _about(value: Fields, naming: Naming) -> str:
    date, precision = value.get("date"), value.get("precision")
    if not isinstance(date, str):
        return canonical.encode(value).decode()
    said = dates.day(date)
    if not isinstance(precision, str) or precision in {"", "exact"}:
        return said
    return f"{said} ({naming.label('date-precision', precision).lower()})"


def _files(value: Json) -> str:
    if not isinstance(value, Sequence) or isinstance(value, str):
        return canonical.encode(value).decode()
    digests = [row.get("digest") for row in value if isinstance(row, Mapping)]
    named = ", ".join(str(digest)[:12] for digest in digests)
    return f"{len(value)} kept in the evidence base ({named})"


def _is_empty(value: Json) -> bool:
    return value is None or value in ("", [], {}, ())
