"""Lay out a new store, and bring an older one up to today's format: whole steps, a copy first."""

from collections.abc import Callable, Sequence
from pathlib import Path

from evidencekit.errors.store import NotThisStore, StoreTooNew, StoreUnfinished
from evidencekit.store import backup, projections
from evidencekit.store.connection import Database
from evidencekit.store.migrations import m0001_initial, m0002_fewer_pages

Step = Callable[[Database], None]

# Listed by hand, so that a frozen build needs no discovery; user_version counts the steps taken.
STEPS: tuple[Step, ...] = (m0001_initial.up, m0002_fewer_pages.up)


def lay_out(database: Database, store_id: str) -> None:
    """Give a new file every table of today's format and its id, in one transaction."""
    with database.transaction():
        for number, step in enumerate(STEPS, 1):
            _take(database, number, step)
        database.execute("INSERT INTO store (one, id) VALUES (1, ?)", (store_id,))
        projections.rebuild(database)  # of nothing: it notes which program makes the lists


def check_identity(database: Database, store_id: str) -> None:
    """Refuse a store of a later version, and one that its key file does not name."""
    _check_version(database, STEPS)
    found = str(database.value("SELECT id FROM store"))
    if found != store_id:
        raise NotThisStore(found=found, expected=store_id)


def version(database: Database) -> int:
    """Give the number of steps this store has taken."""
    return int(database.value("PRAGMA user_version"))


def bring_up_to_date(
    database: Database, copies: Path, *, steps: Sequence[Step] = STEPS
) -> Path | None:
    """Take the steps still missing; give the verified copy made before the first, or None."""
    _check_version(database, steps)
    taken = version(database)
    if taken == len(steps):
        return None
    # No step leads back: the copy is the way back.
    copies.mkdir(mode=0o700, exist_ok=True)
    kept = backup.copy(database, _free(copies / f"before-format-{len(steps)}.db"))
    for number, step in enumerate(steps[taken:], taken + 1):
        with database.transaction():
            _take(database, number, step)
    return kept


def _take(database: Database, number: int, step: Step) -> None:
    step(database)
    database.execute(f"PRAGMA user_version = {number}")


def _check_version(database: Database, steps: Sequence[Step]) -> None:
    found = version(database)
    if found > len(steps):
        raise StoreTooNew(found=found, known=len(steps))
    if found == 0:
        raise StoreUnfinished(name=database.path.name)


def _free(path: Path) -> Path:
    """Give a name not yet taken: a step that failed before has left its copy there."""
    tried, number = path, 1
    while tried.exists():
        number += 1
        tried = path.with_stem(f"{path.stem}-{number}")
    return tried
