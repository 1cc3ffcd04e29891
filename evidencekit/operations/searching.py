"""Find words among records narrowed down the way a screen offers it."""

from evidencekit.operations import reading
from evidencekit.operations.desk import Desk
from evidencekit.operations.reading import Found
from evidencekit.store.listing import Only

LEAST_LETTERS = 2


def find(
    desk: Desk, words: str, kind: str = "", case: str = "", before: int | None = None
) -> tuple[Found, ...]:
    """Give a page of what was found, newest first; too few letters find nothing."""
    if len(words.strip()) < LEAST_LETTERS:
        return ()
    return reading.search(desk, words, Only(kind=kind, case=case), before=before)
