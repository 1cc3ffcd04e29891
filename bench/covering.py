"""P8: the coverage matrix after one change, kept up to date and not counted anew."""

import random
import sqlite3
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from bench.laptops import laptop
from bench.notes import SEED, bodies
from bench.pairs import Measured, measure
from evidencekit.analysis.coverage import By
from evidencekit.ids import RecordId
from evidencekit.operations import capture, evaluating, writing
from evidencekit.operations.capture import Entry, draft_of
from evidencekit.operations.covering import Live, take_changed
from evidencekit.operations.desk import Desk

RECORDS, CASES = 100_000, 20
_AGGREGATE = (
    "SELECT area, member, count(DISTINCT note) FROM link GROUP BY area, member"
    " UNION ALL SELECT area, '', count(DISTINCT note) FROM link GROUP BY area"
)


def run(folder: Path, records: int = RECORDS) -> Iterator[Measured]:
    """Change one note of so many, and look at the matrix again."""
    desk = laptop(folder, "counter", "lead")
    cases = _cases(desk)
    yardstick = _plain(folder / "plain-links.db")
    dice = random.Random(SEED)  # noqa: S311 - to measure with, not to hide
    first = _fill(desk, yardstick, [dice.choice(cases) for _ in range(records)])
    live = Live(evaluating.take(desk))
    live.matrix(By.CASE, desk.me.id)
    numbers = count()

    def ours() -> None:
        fields = {**next(bodies(1, seed=next(numbers))), "case": cases[0]}
        capture.capture(desk, Entry(kind="case-note", fields=fields, record=first))
        changed = take_changed(desk, [first], live.hidden)
        if changed is not None:
            live.change(changed).matrix(By.CASE, desk.me.id)

    def bare() -> None:
        yardstick.execute(_AGGREGATE).fetchall()

    note = f"{records:,} notes of {CASES} cases; ours saves the change too, and counts more"
    yield measure("P8 coverage after one change", ours, bare, goal=0.2, note=note)
    desk.database.close()
    yardstick.close()


def _cases(desk: Desk) -> list[RecordId]:
    made = (
        capture.capture(desk, Entry(kind="case", fields={"reference": f"SH-{number:02}"}))
        for number in range(1, CASES + 1)
    )
    return [each.record for each in made]


def _fill(desk: Desk, yardstick: sqlite3.Connection, cases: list[RecordId]) -> RecordId:
    """Write the same links on both sides; give one of the notes."""
    made = RecordId("")
    with desk.database.transaction():
        for number, (case, fields) in enumerate(zip(cases, bodies(len(cases)), strict=True)):
            entry = Entry(kind="case-note", fields={**fields, "case": case})
            made = writing.write(desk, draft_of(desk, entry)).header.record
            areas = fields["areas"]
            links = [(number, str(row["area"]), case) for row in areas]  # type: ignore[index,union-attr,call-overload]
            yardstick.executemany("INSERT INTO link VALUES (?, ?, ?)", links)
    yardstick.commit()
    return made


def _plain(path: Path) -> sqlite3.Connection:
    found = sqlite3.connect(path)
    found.execute("CREATE TABLE link (note INTEGER, area TEXT, member TEXT)")
    return found
