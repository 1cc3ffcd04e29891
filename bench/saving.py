"""P1: make one line durable, as a draft and as a revision with projections and search."""

from collections.abc import Iterator
from pathlib import Path

from bench import plain
from bench.laptops import laptop
from bench.notes import bodies
from bench.pairs import Measured, measure
from evidencekit import canonical
from evidencekit.operations import capture, drafting
from evidencekit.operations.capture import Entry

ROUNDS = 60


def run(folder: Path) -> Iterator[Measured]:
    """Save a note, ours and plain."""
    desk = laptop(folder, "saver", "lead")
    yardstick = plain.database(folder / "plain.db")
    source = bodies(10_000)

    def keep_drafts() -> None:
        for fields in (next(source) for _ in range(ROUNDS)):
            drafting.keep_draft(desk, "bench", "case-note", fields)

    def keep_revisions() -> None:
        for fields in (next(source) for _ in range(ROUNDS)):
            capture.capture(desk, Entry(kind="case-note", fields=fields))

    def keep_plain() -> None:
        for fields in (next(source) for _ in range(ROUNDS)):
            plain.insert(yardstick, canonical.encode(fields))

    yield measure("P1 draft durable", keep_drafts, keep_plain, goal=1.5, note=f"{ROUNDS} notes")
    yield measure(
        "P1 note kept: ledger, lists, search, checks", keep_revisions, keep_plain, goal=3.0,
        note=f"{ROUNDS} notes",
    )  # fmt: skip
    desk.database.close()
    yardstick.close()
