"""Tidy up in the pauses of the work: the search index, and files that nobody kept."""

from evidencekit.operations.desk import Desk
from evidencekit.store import attachments, drafts, search

STEPS = 20  # of some 200 pages each: a blink after a bundle, and enough for a day's notes


def tidy(desk: Desk, steps: int = STEPS) -> int:
    """Merge a little of the index; give how many steps there was work for."""
    done = 0
    while done < steps and search.tidy(desk.database):
        done += 1
    return done


def tidy_files(desk: Desk) -> int:
    """Destroy files that were added and that no version and no draft names; give how many."""
    with desk.database.within():
        found = attachments.loose(desk.database)
        typed = b"".join(draft.content for draft in drafts.all_of(desk.database)) if found else b""
        gone = [digest for digest in found if digest.encode() not in typed]
        attachments.drop_unused(desk.database, gone)
        return len(gone) + attachments.drop_halves(desk.database)
