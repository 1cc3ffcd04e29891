"""P9 to P11: seal, verify and merge bundles of 1,000 records."""

import hashlib
import subprocess
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from bench import plain
from bench.laptops import joined, laptop
from bench.notes import bodies
from bench.pairs import Measured, measure
from evidencekit.bundle.manifest import BundleKind
from evidencekit.operations import (
    hand_over,
    receive,
    trusting,
    withdrawing,
    writing,
)
from evidencekit.operations.capture import Entry, draft_of
from evidencekit.operations.desk import Desk
from evidencekit.operations.hand_over import Wanted

RECORDS = 1000


def run(folder: Path) -> Iterator[Measured]:
    """Hand over and merge one inspector's thousand notes."""
    lead = laptop(folder, "lead", "lead")
    sender = joined(folder, lead, "sender")
    _write(sender)
    numbers = count()

    def seal() -> Path:
        target = folder / f"bundle-{next(numbers)}.evb"
        ready = hand_over.gather(sender, Wanted(BundleKind.FULL))
        return hand_over.seal(ready, target).path

    bundle = seal()
    key = folder / "key.txt"
    key.write_bytes(trusting.reading_key(lead))
    opened = _stock_open(key, bundle)
    (folder / "payload").write_bytes(opened)

    def stock_seal() -> None:
        recipient = lead.reading.recipient
        target = folder / f"stock-{next(numbers)}.age"
        subprocess.run(
            ["age", "-r", recipient, "-o", target, folder / "payload"], check=True
        )  # fmt: skip
        hashlib.sha512(opened).hexdigest()
        _stock_open(key, target)  # ours is read back before it counts

    note = f"{RECORDS:,} records, no attachments; the yardstick pays for a process"
    yield measure("P9 seal and read back", seal, stock_seal, goal=1.2, note=note)
    yield measure(
        "P10 verify", lambda: receive.verify(lead, bundle),
        lambda: hashlib.sha512(_stock_open(key, bundle)).hexdigest(), goal=1.2, note=note,
    )  # fmt: skip
    yield from _merges(folder, lead, bundle)
    lead.database.close()
    sender.database.close()


def _merges(folder: Path, lead: Desk, bundle: Path) -> Iterator[Measured]:
    numbers = count()

    def merge_and_withdraw() -> None:
        joined_now = receive.merge_file(lead, bundle)
        withdrawing.withdraw(lead, (joined_now.batch,), "measured")

    def plain_rows() -> None:
        found = plain.database(folder / f"rows-{next(numbers)}.db")
        found.execute("BEGIN")
        for number, fields in enumerate(bodies(RECORDS), 1):
            text = str(fields["record_says"])
            plain.insert(found, text.encode())
            found.execute("INSERT INTO words (rowid, body) VALUES (?, ?)", (number, text))
        found.execute("COMMIT")
        found.close()

    note = "verify, plan, join and withdraw again, beside bare inserts of rows and words"
    yield measure("P11 merge", merge_and_withdraw, plain_rows, goal=2.0, note=note, pairs=3)
    receive.merge_file(lead, bundle)

    def withdraw_and_merge() -> None:
        same = receive.merge_file(lead, bundle)  # known by its digest: a few milliseconds
        withdrawing.withdraw(lead, (same.batch,), "measured")
        receive.merge_file(lead, bundle)

    yield measure(
        "P11 the same again", lambda: receive.merge_file(lead, bundle), withdraw_and_merge,
        goal=0.1, note="nothing new; beside the first time (with a withdrawal before)", pairs=3,
    )  # fmt: skip


def _write(desk: Desk) -> None:
    with desk.database.transaction():
        for fields in bodies(RECORDS):
            writing.write(desk, draft_of(desk, Entry(kind="case-note", fields=fields)))


def _stock_open(key: Path, bundle: Path) -> bytes:
    done = subprocess.run(["age", "-d", "-i", key, bundle], check=True, capture_output=True)
    return done.stdout
