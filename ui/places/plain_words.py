"""What was typed in a form as plain text, to be pasted elsewhere when the disk will not take it."""

from collections.abc import Iterator, Mapping

from evidencekit.canonical import Json
from evidencekit.records.kinds import KINDS

_NO_WORDS = frozenset({"base", "place", "key", "kind", "caret"})  # ours, not the writer's


def plain_words(kind: str, content: Mapping[str, Json]) -> str:
    """Give the name of the form, then each answer below its question."""
    known = KINDS.get(kind)
    labels = {field.key: field.label for field in known.fields} if known else {}
    parts = [known.label if known else ""]
    for key, value in content.items():
        words = "\n".join(_texts(value)) if key not in _NO_WORDS else ""
        if words:
            parts.append(f"{labels[key]}: {words}" if key in labels else words)
    return "\n".join(part for part in parts if part)


def _texts(value: Json) -> Iterator[str]:
    if isinstance(value, str) and value.strip():
        yield value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            if key not in _NO_WORDS:
                yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
