"""P1: make one line durable, as a draft and as a revision with projections and search."""

from collections.abc import Iterable, Iterator
from itertools import cycle, islice
from pathlib import Path

from bench import plain
from bench.laptops import laptop
from bench.notes import bodies
from bench.pairs import PAIRS, Measured, measure
from evidencekit import canonical
from evidencekit.canonical import Json
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

    texts = list(islice(source, ROUNDS * (PAIRS + 1)))
    noted = iter(_noted(folder, texts))
    twin = plain.same_tables(folder / "twin.db", desk.database)

    def keep_same_rows() -> None:
        for written in islice(noted, ROUNDS):
            plain.replay(twin, written)

    note = f"{ROUNDS} notes"
    yield measure("P1 draft durable", keep_drafts, keep_plain, goal=1.5, note=note)
    yield measure(
        "P1 note durable, beside the same rows",
        keep_revisions,
        keep_same_rows,
        goal=3.0,
        note=f"{note}: ledger, lists and search; the same inserts into plain SQLite",
    )
    yield measure(
        "P1 note durable, beside one bare row", keep_revisions, keep_plain, goal=3.0, note=note
    )
    yield measure(
        "P1 note durable and advice given", keep_and_look_over, keep_plain, goal=3.0,
        note=f"{note}; the checks run after the note is safe",
    )  # fmt: skip
    desk.database.close()
    yardstick.close()
    twin.close()


def _noted(folder: Path, texts: Iterable[dict[str, Json]]) -> list[plain.Written]:
    """Give the rows that saving each of these notes writes, made ready beforehand."""
    desk = laptop(folder, "noted", "lead")
    found = []
    for fields in texts:
        with desk.database.transaction(), plain.noted(desk.database) as written:
            writing.write(desk, draft_of(desk, Entry(kind="case-note", fields=fields)))
        found.append(written)
    desk.database.close()
    return found
