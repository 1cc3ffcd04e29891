"""Usual: what this person watches most, so that a list can begin with it."""

from collections import Counter

from evidencekit.operations import reading
from evidencekit.operations.desk import Desk
from evidencekit.store.listing import Only

LOOKED_AT = 40  # of one's latest observations; older habits count for nothing


def usual_kinds(desk: Desk) -> tuple[str, ...]:
    """Give the kinds of observation this person wrote of late, the most frequent first."""
    rows = reading.rows(desk, Only(kind="observation", author=desk.me.id), limit=LOOKED_AT)
    watched = (reading.item(desk, row.record).fields.get("what") for row in rows)
    counted = Counter(what for what in watched if isinstance(what, str) and what)
    return tuple(what for what, _times in counted.most_common())
