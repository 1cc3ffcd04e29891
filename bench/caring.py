"""P7, P12 and P13: unlock, check and print."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from bench.laptops import PASSPHRASE, laptop
from bench.notes import bodies
from bench.pairs import Measured, measure
from evidencekit.crypto.passphrase import TEST_COST, stretch
from evidencekit.operations import care, reading, today, unlock, writing
from evidencekit.operations.capture import Entry, draft_of
from evidencekit.report.build import build
from evidencekit.report.pdf.document import render

RECORDS = 1000


def run(folder: Path) -> Iterator[Measured]:
    """Open, check and print a thousand notes."""
    desk = laptop(folder, "carer", "lead")
    with desk.database.transaction():
        for fields in bodies(RECORDS):
            entry = Entry(kind="case-note", fields=fields, state="submitted")
            writing.write(desk, draft_of(desk, entry))
    store = desk.folder / "store.db"

    def cipher_check() -> None:
        desk.database.rows("PRAGMA cipher_integrity_check")
        hashlib.sha256(store.read_bytes()).hexdigest()

    yield measure(
        "P12 check everything", lambda: care.check(desk), cipher_check, goal=2.0,
        note=f"{RECORDS:,} notes",
    )  # fmt: skip
    snapshot = reading.snapshot(desk)
    outline = build(snapshot, snapshot.pack)
    yield measure(
        "P13 report", lambda: render(outline), lambda: bare_pages(snapshot.fingerprint), goal=1.4,
        note=f"{RECORDS:,} notes, beside reportlab alone on the same text",
    )  # fmt: skip
    folder_of = desk.folder
    unlock.lock(desk)

    def open_to_today() -> None:
        opened = unlock.open_workspace(folder_of, PASSPHRASE)
        today.count(opened, "case-note")
        unlock.lock(opened)

    yield measure(
        "P7 passphrase to first list", open_to_today,
        lambda: stretch(PASSPHRASE, bytes(16), TEST_COST), goal=1.3,
        note="beside the key derivation alone, at the cheapest cost allowed",
    )  # fmt: skip


def bare_pages(title: str) -> bytes:
    """Draw the same texts with reportlab alone."""
    from io import BytesIO

    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    style = getSampleStyleSheet()["BodyText"]
    target = BytesIO()
    story = [Paragraph(str(fields["record_says"]), style) for fields in bodies(RECORDS)]
    SimpleDocTemplate(target, title=title, invariant=1).build(story)
    return target.getvalue()
