"""Read answers out of a record without trusting their form."""

from collections.abc import Mapping

from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.records.fields import Field, FieldKind
from evidencekit.records.places import rows_of

Fields = Mapping[str, Json]

YES, NO = "yes", "no"


def text(fields: Fields, key: str) -> str:
    """Give an answer as text; "" when there is none or it has another form."""
    value = fields.get(key)
    return value.strip() if isinstance(value, str) else ""


def texts(fields: Fields, key: str) -> tuple[str, ...]:
    """Give an answer as a list of texts."""
    value = fields.get(key)
    if isinstance(value, list | tuple):
        return tuple(each for each in value if isinstance(each, str) and each)
    return (value,) if isinstance(value, str) and value else ()


def rows(fields: Fields, key: str) -> tuple[Fields, ...]:
    """Give the rows of a table."""
    return rows_of(fields.get(key))


def group(fields: Fields, key: str) -> Fields:
    """Give a group of answers; empty when there is none."""
    value = fields.get(key)
    return value if isinstance(value, Mapping) else {}


def refs(fields: Fields, key: str) -> tuple[RecordId, ...]:
    """Give the records a field names, each once."""
    return tuple(dict.fromkeys(RecordId(each) for each in texts(fields, key)))


def cases(fields: Fields) -> tuple[RecordId, ...]:
    """Give the cases a record speaks of, each once."""
    return tuple(dict.fromkeys((*refs(fields, "case"), *refs(fields, "cases"))))


def is_blank(value: Json) -> bool:
    """Tell whether an answer says nothing: absent, empty, or made of nothing but empty ones."""
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, Mapping):
        return all(is_blank(each) for each in value.values())
    if isinstance(value, list | tuple):
        return all(is_blank(each) for each in value)
    return value is None


def path(field: Field, place: int, column: Field) -> str:
    """Give the path of an answer in a table, "lines.3.text", or in a group, "consent.note"."""
    row = f".{place}" if field.kind is FieldKind.ROWS else ""
    return f"{field.key}{row}.{column.key}"
