"""Tidy the search index in the pauses of the work, so that no note ever waits for it."""

from evidencekit.operations.desk import Desk
from evidencekit.store import search

STEPS = 20  # of some 200 pages each: a blink after a bundle, and enough for a day's notes


def tidy(desk: Desk, steps: int = STEPS) -> int:
    """Merge a little of the index; give how many steps there was work for."""
    done = 0
    while done < steps and search.tidy(desk.database):
        done += 1
    return done
