"""The words a person typed in a record, for search; no labels, no keys, no identities."""

from collections.abc import Mapping
from functools import cache

from evidencekit.canonical import Json
from evidencekit.records.places import TEXTS, Place, answers, places

# A line keeps its own name and the keys pressed beside its text: found once is enough.
_UNREAD = frozenset({"lines.key", "lines.typed", "enquiries.key"})


def words_of(kind: str, fields: Mapping[str, Json]) -> str:
    """Give all text typed in a record, one answer a line.

    An identity is left out: it stands in the concern for those who must act, and a search that
    found it would put it on a list.
    """
    return "\n".join(
        answer
        for place in _read(kind)
        if place.key in fields
        for answer in answers(fields, place)
        if isinstance(answer, str) and answer.strip()
    )


@cache
def _read(kind: str) -> tuple[Place, ...]:
    """Give the places whose words are found; worked out once a kind."""
    return tuple(
        place
        for place in places(kind, TEXTS)
        if not place.field.identity and place.path not in _UNREAD
    )
