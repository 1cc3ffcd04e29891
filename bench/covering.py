"""P8: the coverage matrix after one change, kept up to date and not counted anew."""

import sqlite3
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from bench import bases
from bench.notes import bodies
from bench.pairs import Measured, measure
from evidencekit.analysis.coverage import By
from evidencekit.ids import RecordId
from evidencekit.operations import capture, reading, unlock
from evidencekit.operations.capture import Entry
from evidencekit.operations.covering import Live, take_changed
from evidencekit.operations.desk import Desk
from evidencekit.operations.following import follow, take
from evidencekit.operations.reading import Only

RECORDS = 100_000
_AGGREGATE = (
    "SELECT area, member, count(DISTINCT note) FROM link GROUP BY area, member"
    " UNION ALL SELECT area, '', count(DISTINCT note) FROM link GROUP BY area"
)


def run(folder: Path, records: int = RECORDS) -> Iterator[Measured]:
    """Change one note of so many, and look at the matrix again."""
    workspace, passphrase = bases.base(records, folder / bases.LEAD)
    desk = unlock.open_workspace(workspace, passphrase)
    yardstick = _plain(folder / "plain-links.db", desk)
    base = follow(None, take(desk))
    live = Live(base.seen, base.about.hidden)
    live.matrix(By.CASE, desk.me.id)
    case = reading.rows(desk, Only(kind="case"), limit=1)[0].record
    first, numbers = _note(desk, case), count()

    def ours() -> None:
        fields = {**next(bodies(1, seed=next(numbers))), "case": case}
        capture.capture(desk, Entry(kind="case-note", fields=fields, record=first))
        changed = take_changed(desk, [first], live.hidden)
        if changed is not None:
            live.change(changed).matrix(By.CASE, desk.me.id)

    def bare() -> None:
        yardstick.execute(_AGGREGATE).fetchall()

    note = f"{records:,} records; ours saves the change too, and counts more"
    yield measure("P8 coverage after one change", ours, bare, goal=0.2, note=note)
    unlock.lock(desk)
    yardstick.close()


def _note(desk: Desk, case: RecordId) -> RecordId:
    fields = {**next(bodies(1)), "case": case}
    return capture.capture(desk, Entry(kind="case-note", fields=fields)).record


def _plain(path: Path, desk: Desk) -> sqlite3.Connection:
    """Give a plain database with the same links: which note, which area, which case."""
    found = sqlite3.connect(path)
    found.execute("CREATE TABLE link (note INTEGER, area TEXT, member TEXT)")
    rows = desk.database.each(
        "SELECT DISTINCT number, area, cases FROM link"
        " JOIN current USING (number) WHERE area <> '' AND NOT deleted"
    )
    found.executemany(
        "INSERT INTO link VALUES (?, ?, ?)",
        ((number, area, case) for number, area, cases in rows for case in cases.split() or [""]),
    )
    found.commit()
    return found
