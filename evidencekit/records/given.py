"""Read answers out of a record's fields without trusting their form."""

from collections.abc import Mapping

from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.records.fields import Field, FieldKind
from evidencekit.records.places import rows_of

Fields = Mapping[str, Json]

YES, NO = "yes", "no"
_CHILDREN = frozenset({"child", "care-leaver"})


def text(fields: Fields, key: str) -> str:
    """Give the answer as text; "" when there is none or it has another form."""
    value = fields.get(key)
    return value.strip() if isinstance(value, str) else ""


def texts(fields: Fields, key: str) -> tuple[str, ...]:
    """Give the answer as a list of texts; a single text is a list of one."""
    value = fields.get(key)
    if isinstance(value, list | tuple):
        return tuple(each for each in value if isinstance(each, str) and each)
    return (value,) if isinstance(value, str) and value else ()


def text_at(fields: Fields, path: str) -> str:
    """Give the text that stands at a path such as "impact" or "lines.3.text"."""
    value: Json = dict(fields)
    for part in path.split("."):
        if isinstance(value, Mapping):
            value = value.get(part)
        elif isinstance(value, list | tuple) and part.isdigit() and int(part) < len(value):
            value = value[int(part)]
        else:
            return ""
    return value if isinstance(value, str) else ""


def rows(fields: Fields, key: str) -> tuple[Fields, ...]:
    """Give the answer as rows; what is not a row is left out."""
    return rows_of(fields.get(key))


def group(fields: Fields, key: str) -> Fields:
    """Give a group of answers; empty when there is none."""
    value = fields.get(key)
    return value if isinstance(value, Mapping) else {}


def record_refs(fields: Fields, key: str) -> tuple[RecordId, ...]:
    """Give the records a field names, each once."""
    return tuple(dict.fromkeys(RecordId(each) for each in texts(fields, key)))


def case_refs(fields: Fields) -> tuple[RecordId, ...]:
    """Give the cases a record speaks of, from `case` and `cases`, each once."""
    found = (*texts(fields, "case"), *texts(fields, "cases"))
    return tuple(dict.fromkeys(RecordId(each) for each in found))


def has_childs_voice(kind: str, fields: Fields) -> bool:
    """Tell whether a record carries a child's own voice."""
    if kind == "voice":
        return text(fields, "who") in _CHILDREN
    if text(fields, "child_says") or text(fields, "childs_view") == YES:
        return True
    return any(row.get("child_voice") == YES for row in rows(fields, "lines"))


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
