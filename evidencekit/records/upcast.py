"""Read yesterday's shapes as today's; the stored bytes are signed and never rewritten."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from evidencekit.canonical import Json

Fields = Mapping[str, Json]
Step = Callable[[Fields], Fields]


def renamed(old: str, new: str) -> Step:
    """Make a step that reads an old key as the new one; an answer under the new key wins."""

    def step(fields: Fields) -> Fields:
        if old not in fields:
            return fields
        kept = {key: answer for key, answer in fields.items() if key != old}
        kept.setdefault(new, fields[old])
        return kept

    return step


# Steps by kind, oldest first. Each must leave today's shape as it is, since a revision does not
# say which version wrote it. Add one, leave the rest.
STEPS: Mapping[str, tuple[Step, ...]] = MappingProxyType({})


def upcast(kind: str, fields: Fields, steps: Mapping[str, tuple[Step, ...]] = STEPS) -> Fields:
    """Give the answers in today's shape; the same object when nothing is old."""
    for step in steps.get(kind, ()):
        fields = step(fields)
    return fields
