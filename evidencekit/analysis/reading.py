"""Read answers out of a record's fields without trusting their form."""

from collections.abc import Mapping, Sequence

from evidencekit.canonical import Json
from evidencekit.ids import RecordId

Fields = Mapping[str, Json]

YES = "yes"
_CHILDREN = frozenset({"child", "care-leaver"})


def text(fields: Fields, key: str) -> str:
    """Give the answer as text; "" when there is none or it has another form."""
    value = fields.get(key)
    return value.strip() if isinstance(value, str) else ""


def texts(fields: Fields, key: str) -> tuple[str, ...]:
    """Give the answer as a list of texts; a single text is a list of one."""
    value = fields.get(key)
    if isinstance(value, str):
        return (value,) if value else ()
    if not isinstance(value, Sequence):
        return ()
    return tuple(each for each in value if isinstance(each, str) and each)


def rows(fields: Fields, key: str) -> tuple[Fields, ...]:
    """Give the answer as rows; what is not a row is left out."""
    value = fields.get(key)
    if isinstance(value, str) or not isinstance(value, Sequence):
        return ()
    return tuple(each for each in value if isinstance(each, Mapping))


def case_refs(fields: Fields) -> tuple[RecordId, ...]:
    """Give the cases a record speaks of, from `case` and `cases`, each once."""
    found = (*texts(fields, "case"), *texts(fields, "cases"))
    return tuple(dict.fromkeys(RecordId(each) for each in found))


def record_refs(fields: Fields, key: str) -> tuple[RecordId, ...]:
    """Give the records a field names, each once."""
    return tuple(dict.fromkeys(RecordId(each) for each in texts(fields, key)))


def has_childs_voice(kind: str, fields: Fields) -> bool:
    """Tell whether a record carries a child's own voice."""
    if kind == "voice":
        return text(fields, "who") in _CHILDREN
    if text(fields, "child_says") or text(fields, "childs_view") == YES:
        return True
    return any(row.get("child_voice") == YES for row in rows(fields, "lines"))
