"""P2: key to paint in a note of 50,000 words, beside a report drawing and a backup running."""

import random
import shutil
import statistics
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from threading import Event, Thread

from PySide6.QtCore import QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from bench.laptops import laptop
from bench.notes import SEED, bodies, text
from bench.pairs import PAIRS, Measured
from evidencekit.operations import backup, drafting, reading, writing
from evidencekit.operations.capture import Entry, draft_of
from evidencekit.operations.desk import Desk, let_in
from evidencekit.report.build import build
from evidencekit.report.pdf.document import render
from ui.app import make_qt
from ui.jobs import Jobs
from ui.widgets.autosave_text import AutosaveText

WORDS, RECORDS, KEYS = 50_000, 500, 200


def run(folder: Path) -> Iterator[Measured]:
    """Type into our box under load, and into a bare one while all is quiet."""
    qt = make_qt()
    desk = laptop(folder, "typist", "lead")
    with desk.database.transaction():
        for fields in bodies(RECORDS):
            entry = Entry(kind="case-note", fields=fields, state="submitted")
            writing.write(desk, draft_of(desk, entry))
    jobs = Jobs()
    outline = build(reading.snapshot(desk), desk.pack)
    ours, bare = AutosaveText("Note"), QPlainTextEdit()
    note = _note()
    for box in (ours, bare):
        box.resize(900, 600)
        box.show()
        box.setPlainText(note)
    ours.show_text(note)
    let_in(desk, jobs.breathe)
    ours.changed_text.connect(
        lambda typed: jobs.run_short(
            jobs, lambda: drafting.keep_draft(desk, "note", "case-note", {"i_saw": typed})
        )
    )
    mine, theirs = [], []
    for each in range(PAIRS + 1):  # the first is the warm-up
        with _Load(jobs, lambda: render(outline), desk, folder / f"copies-{each}"):
            loaded = _p95(ours)
        jobs.drain(120)
        quiet = _p95(bare)
        if each:
            mine.append(loaded)
            theirs.append(quiet)
    yield Measured(
        name="P2 key to paint, p95", ours_ms=statistics.median(mine) * 1000,
        yardstick_ms=statistics.median(theirs) * 1000,
        ratios=tuple(a / b for a, b in zip(mine, theirs, strict=True)), goal=2.0,
        note=f"{WORDS:,} words, {RECORDS} notes drawing as a report, a backup running",
    )  # fmt: skip
    jobs.close()
    desk.database.close()
    qt.closeAllWindows()


class _Load:
    """A report drawn again and again in a thread, and backups on the desk."""

    def __init__(self, jobs: Jobs, draw: object, desk: Desk, place: Path) -> None:
        self._jobs, self._desk, self._place = jobs, desk, place
        self._draw = draw
        self._stop = Event()
        self._thread = Thread(target=self._go_on_drawing)
        self._names = count()

    def __enter__(self) -> None:
        self._place.mkdir()
        self._thread.start()
        self._copy()

    def __exit__(self, *_what: object) -> None:
        self._stop.set()
        self._thread.join()
        self._jobs.drain(120)
        shutil.rmtree(self._place)

    def _go_on_drawing(self) -> None:
        while not self._stop.is_set() and callable(self._draw):
            self._draw()

    def _copy(self) -> None:
        target = self._place / f"{next(self._names)}.evidence"

        def again(_path: Path) -> None:
            if not self._stop.is_set():
                self._copy()

        self._jobs.run(self._jobs, lambda: backup.backup(self._desk, target), again)


def _note() -> str:
    dice = random.Random(SEED)  # noqa: S311 - to measure with, not to hide
    words: list[str] = []
    while len(words) < WORDS:
        words += text(dice).split()
    lines = [" ".join(words[at : at + 25]) for at in range(0, WORDS, 25)]
    return "\n".join(lines)


def _p95(box: QPlainTextEdit) -> float:
    """Press keys in the middle of the note; give how long the slower ones took to be painted."""
    box.activateWindow()
    box.setFocus()
    cursor = box.textCursor()
    cursor.setPosition(box.document().findBlockByNumber(box.blockCount() // 2).position())
    box.setTextCursor(cursor)
    loop, took = QEventLoop(), []
    for number in range(KEYS):
        began = time.perf_counter()
        QTest.keyClicks(box, " " if number % 6 == 5 else "a")
        loop.processEvents()
        box.viewport().repaint()
        took.append(time.perf_counter() - began)
        time.sleep(0.005)  # a fast typist; the autosave falls in between
    return statistics.quantiles(took, n=20)[-1]
