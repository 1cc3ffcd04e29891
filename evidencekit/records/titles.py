"""One line that names a record in a list."""

from collections.abc import Mapping

from evidencekit.canonical import Json
from evidencekit.records.fields import Field, FieldKind, Kind
from evidencekit.records.kinds import KINDS
from evidencekit.records.words import label_of

TITLE_LIMIT = 90
_MORE = "…"


def title_of(kind: str, fields: Mapping[str, Json]) -> str:
    """Give the first answer that names this record, in one short line; else the kind's label."""
    declared = KINDS.get(kind)
    if declared is None:
        return kind
    for key in declared.title_from:
        if title := _shown(declared, key, fields.get(key)):
            return title
    return declared.label


def _shown(kind: Kind, key: str, answer: Json) -> str:
    field = kind.field(key)
    if not isinstance(answer, str) or field is None:
        return ""
    return label_of(field.words, answer) if _is_choice(field) else shortened(answer)


def _is_choice(field: Field) -> bool:
    return field.kind is FieldKind.CHOICE


def shortened(text: str, limit: int = TITLE_LIMIT) -> str:
    """Put text on one line, cut at a word where one is near."""
    # Enough of the start for the title: a long note is not split into all its words.
    line = " ".join(text[: limit * 4].split())
    if len(line) <= limit and len(text) <= limit * 4:
        return line
    cut = line[: limit - 1]
    at_word = cut.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > limit // 2 else cut).rstrip(" ,;:") + _MORE
