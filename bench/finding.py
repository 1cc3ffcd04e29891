"""P3: search the first 50, newest first, with snippets, as one types."""

from collections.abc import Iterator
from pathlib import Path

from bench import plain
from bench.laptops import laptop
from bench.notes import bodies
from bench.pairs import Measured, measure
from evidencekit.canonical import encode
from evidencekit.operations import writing
from evidencekit.operations.capture import Entry, draft_of
from evidencekit.store import search

RECORDS = 2500
WORDS = ("health visitor", "chronology", "superv", "school nobody", "threshing")


def run(folder: Path) -> Iterator[Measured]:
    """Search a real inspection's worth of notes."""
    desk = laptop(folder, "finder", "lead")
    yardstick = plain.database(folder / "plain-words.db")
    with desk.database.transaction():
        for fields in bodies(RECORDS):
            writing.write(desk, draft_of(desk, Entry(kind="case-note", fields=fields)))
    yardstick.execute("BEGIN")
    for number, fields in enumerate(bodies(RECORDS), 1):
        plain.insert(yardstick, encode(fields))
        yardstick.execute(
            "INSERT INTO words (rowid, body) VALUES (?, ?)", (number, str(fields["record_says"]))
        )
    yardstick.execute("COMMIT")

    def ours() -> None:
        for words in WORDS:
            search.find(desk.database, words)

    def bare() -> None:
        for words in WORDS:
            match = " ".join(f'"{word}"' for word in words.split()) + "*"
            yardstick.execute(
                "SELECT note.id, body FROM note WHERE id IN (SELECT rowid FROM words WHERE words"
                " MATCH ? ORDER BY rowid DESC LIMIT 50) ORDER BY id DESC",
                (match,),
            ).fetchall()

    note = f"{len(WORDS)} searches over {RECORDS:,} notes; the yardstick makes no snippets"
    yield measure("P3 search newest first", ours, bare, goal=1.3, note=note)
    desk.database.close()
    yardstick.close()
