"""Where one was: the place and pages in front, kept in the store so that a kill does not lose it.

It holds names of places and ids of records, never a word of evidence, and it never leaves in a
bundle. What was typed there is in the drafts.
"""

from collections.abc import Mapping

from evidencekit import canonical
from evidencekit.canonical import Json
from evidencekit.errors.values import NotCanonical
from evidencekit.operations.desk import Desk
from evidencekit.store import settings

Where = Mapping[str, Json]
_NAME = "where"


def keep_where(desk: Desk, where: Where) -> None:
    """Remember what is in front, in place of what was before."""
    settings.put(desk.database, _NAME, canonical.encode(where).decode())


def where(desk: Desk) -> Where:
    """Give what was in front last; nothing when that was never told or cannot be read."""
    kept = settings.get(desk.database, _NAME)
    try:
        return canonical.decode_object(kept.encode()) if kept else {}
    except NotCanonical:
        return {}  # a later version may spell it otherwise: then one begins at Today
