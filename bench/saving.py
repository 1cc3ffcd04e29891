"""P1: make one line durable, as a draft and as a revision with projections and search."""

from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from bench import plain
from bench.laptops import laptop
from bench.notes import bodies
from bench.pairs import Measured, measure
from evidencekit import canonical
from evidencekit.operations import capture, drafting, writing
from evidencekit.operations.capture import Entry, draft_of

ROUNDS = 60


def run(folder: Path) -> Iterator[Measured]:  # noqa: C901 - four loops, told one after another
    """Save a note, ours and plain."""
    desk = laptop(folder, "saver", "lead")
    yardstick = plain.database(folder / "plain.db")
    source = cycle(list(bodies(600)))  # made beforehand: making texts is not saving them

    def keep_drafts() -> None:
        for fields in islice(source, ROUNDS):
            drafting.keep_draft(desk, "bench", "case-note", fields)

    def keep_revisions() -> None:
        for fields in islice(source, ROUNDS):
            with desk.database.transaction():
                writing.write(desk, draft_of(desk, Entry(kind="case-note", fields=fields)))

    def keep_and_look_over() -> None:
        for fields in islice(source, ROUNDS):
            capture.capture(desk, Entry(kind="case-note", fields=fields))

    def keep_plain() -> None:
        for fields in islice(source, ROUNDS):
            plain.insert(yardstick, canonical.encode(fields))

    note = f"{ROUNDS} notes"
    yield measure("P1 draft durable", keep_drafts, keep_plain, goal=1.5, note=note)
    yield measure(
        "P1 note durable: ledger, lists, search", keep_revisions, keep_plain, goal=3.0, note=note
    )
    yield measure(
        "P1 note durable and advice given", keep_and_look_over, keep_plain, goal=3.0,
        note=f"{note}; the checks run after the note is safe",
    )  # fmt: skip
    desk.database.close()
    yardstick.close()
