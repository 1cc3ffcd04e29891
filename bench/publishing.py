"""Publish data for analysis: every table as CSV and Parquet, beside plain SQLite to one CSV."""

import csv
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from bench.laptops import laptop
from bench.notes import bodies
from bench.pairs import Measured, measure
from evidencekit import canonical
from evidencekit.operations import dataset, writing
from evidencekit.operations.capture import Entry, draft_of
from evidencekit.operations.dataset import Wanted
from evidencekit.operations.desk import Desk

RECORDS = 5000
_SHOWN = ("source_type", "started", "source_roles", "record_says", "areas")


def run(folder: Path) -> Iterator[Measured]:
    """Publish five thousand submitted notes."""
    lead = laptop(folder, "publisher", "lead")
    plain = folder / "plain.db"
    _fill(lead, plain)
    numbers = count()
    lend = dataset.on_the_desk(lead)

    def publish() -> None:
        dataset.publish(lend, folder / f"published-{next(numbers)}", Wanted())

    def to_csv() -> None:
        with (
            closing(sqlite3.connect(plain)) as database,
            (folder / f"plain-{next(numbers)}.csv").open("w", encoding="utf-8", newline="") as file,
        ):
            writer = csv.writer(file)
            for (body,) in database.execute("SELECT body FROM note"):
                fields = json.loads(body)
                writer.writerow([fields[key] for key in _SHOWN])

    yield measure(
        "publish for analysis", publish, to_csv, goal=12,
        note=f"{RECORDS:,} notes: two readings, 103 tables, two forms, digests; "
        "the yardstick writes one CSV of the texts",
    )  # fmt: skip
    lead.database.close()


def _fill(lead: Desk, plain: Path) -> None:
    with closing(sqlite3.connect(plain)) as database, lead.database.transaction():
        database.execute("CREATE TABLE note (body TEXT NOT NULL)")
        for fields in bodies(RECORDS):
            entry = Entry(kind="case-note", fields=fields, state="submitted")
            writing.write(lead, draft_of(lead, entry))
            text = canonical.encode(fields).decode()
            database.execute("INSERT INTO note (body) VALUES (?)", (text,))
        database.commit()
