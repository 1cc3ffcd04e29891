"""P5 and P6: a list of 100,000 records: first paint, a jump into the middle, filtered by words."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEventLoop, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListView
from typing_extensions import override

from bench import bases
from bench.pairs import Measured, measure
from evidencekit.operations import reading, searching, unlock
from evidencekit.operations.desk import Desk
from evidencekit.operations.reading import Row
from evidencekit.store import stored
from evidencekit.store.projected import words_in
from ui.app import make_qt
from ui.places.record_rows import record_row
from ui.qtmodels.record_list import RecordList
from ui.qtmodels.record_table import PAGE, RecordRow, RecordTable

RECORDS = 100_000
WORDS = ("health visitor", "chronology", "supervision", "school nobody", "threshold")
_JUMPS = (0.5, 0.9, 0.1, 0.73)


def run(folder: Path, records: int = RECORDS) -> Iterator[Measured]:
    """Show, jump and filter, ours on the encrypted store, the yardstick on a plain one."""
    workspace, passphrase = bases.base(records, folder / bases.LEAD)
    desk = unlock.open_workspace(workspace, passphrase)
    qt = make_qt()
    numbers = [number for (number,) in desk.database.rows(
        "SELECT number FROM current WHERE NOT deleted ORDER BY number DESC")]  # fmt: skip
    plain = _plain(folder / "plain-list.db", desk)
    ours, bare = _Ours(desk, numbers), _Bare(plain, len(numbers))
    note = f"{len(numbers):,} rows; ours two lines and tags a row, from the encrypted store"
    yield measure("P5 list: first paint", ours.show, bare.show, goal=1.3, note=note)
    yield measure(
        "P5 list: jump into the middle", partial(_jump, ours.view), partial(_jump, bare.view),
        goal=1.3, note=f"{len(_JUMPS)} jumps, each a page that was not held",
    )  # fmt: skip
    words, same = cycle(WORDS), cycle(WORDS)
    yield measure(
        "P6 list: filtered by words", lambda: ours.filter(next(words)),
        lambda: bare.filter(next(same)), goal=1.5,
        note="a search and the repaint; the yardstick makes no snippets",
    )  # fmt: skip
    for view in (ours.view, bare.view):
        view.close()
    qt.closeAllWindows()
    unlock.lock(desk)
    plain.close()


class _Ours:
    """Our list, as the places of the app build it."""

    def __init__(self, desk: Desk, numbers: Sequence[int]) -> None:
        self._desk, self._numbers = desk, numbers
        self._year = date(2012, 11, 23).year
        self.table = RecordTable(self._page)
        self.view = RecordList("Everything", self.table)
        self.view.resize(900, 700)

    def show(self) -> None:
        self.view.hide()
        self.table.reset(len(self._numbers), self._page)
        self.view.show()
        _painted(self.view)

    def filter(self, words: str) -> None:
        found = searching.find(self._desk, words).found
        rows = [self._row(each.row) for each in found]
        self.table.reset(len(rows), lambda offset, limit: rows[offset : offset + limit])
        _painted(self.view)

    def _page(self, offset: int, limit: int) -> Sequence[RecordRow]:
        below = self._numbers[offset] + 1
        return [self._row(row) for row in reading.rows(self._desk, limit=limit, before=below)]

    def _row(self, row: Row) -> RecordRow:
        return record_row(row, self._desk.pack, self._year)


class _Window(QAbstractListModel):
    """A windowed model and no more: a page is read when a row of it is looked at."""

    def __init__(self, page: Callable[[int], list[str]]) -> None:
        super().__init__()
        self._page, self._total = page, 0
        self._pages: dict[int, list[str]] = {}

    def show(self, total: int, page: Callable[[int], list[str]]) -> None:
        self.beginResetModel()
        self._total, self._page = total, page
        self._pages.clear()
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return self._total

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        number, within = divmod(index.row(), PAGE)
        if number not in self._pages:
            self._pages[number] = self._page(number)
        return self._pages[number][within]


class _Bare:
    """A bare list view over plain SQLite."""

    def __init__(self, plain: sqlite3.Connection, total: int) -> None:
        self._plain, self._total = plain, total
        self.model = _Window(self._page)
        self.view = QListView()
        self.view.setUniformItemSizes(True)
        self.view.setLayoutMode(QListView.LayoutMode.Batched)
        self.view.setBatchSize(1000)
        self.view.setModel(self.model)
        self.view.resize(900, 700)

    def show(self) -> None:
        self.view.hide()
        self.model.show(self._total, self._page)
        self.view.show()
        _painted(self.view)

    def filter(self, words: str) -> None:
        match = " ".join(f'"{word}"' for word in words.split()) + "*"
        found = self._plain.execute(
            "SELECT title FROM note WHERE id IN (SELECT rowid FROM words WHERE words MATCH ?"
            " ORDER BY rowid DESC LIMIT 50) ORDER BY id DESC",
            (match,),
        ).fetchall()
        titles = [title for (title,) in found]
        self.model.show(len(titles), lambda _number: titles)
        _painted(self.view)

    def _page(self, number: int) -> list[str]:
        top = self._total - number * PAGE
        rows = self._plain.execute(
            "SELECT title, author, at, state FROM note WHERE id <= ? ORDER BY id DESC LIMIT ?",
            (top, PAGE),
        )
        return [title for title, _author, _at, _state in rows]


def _jump(view: QListView) -> None:
    model = view.model()
    for share in _JUMPS:
        view.scrollTo(model.index(int(model.rowCount() * share), 0))
        _painted(view)
    view.scrollToTop()
    _painted(view)


def _painted(view: QListView) -> None:
    """Let what was asked for arrive, and paint it."""
    for _ in range(2):  # a page is asked for after the first paint that missed it
        QEventLoop().processEvents()
        view.viewport().repaint()


def _plain(path: Path, desk: Desk) -> sqlite3.Connection:
    """Give a plain database with the same rows and the same words."""
    found = sqlite3.connect(path)
    found.execute(
        "CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT, author TEXT, at TEXT, state TEXT)"
    )
    found.execute("CREATE VIRTUAL TABLE words USING fts5(body, content='', prefix='3')")
    rows = desk.database.rows(
        "SELECT kind, head, title, author, at, state FROM current WHERE NOT deleted ORDER BY number"
    )
    for start in range(0, len(rows), 1000):
        part = rows[start : start + 1000]
        held = stored.contents_of(desk.database, [row[1] for row in part])
        numbered = enumerate(part, start + 1)
        for number, (kind, head, *shown) in numbered:
            found.execute("INSERT INTO note VALUES (?, ?, ?, ?, ?)", (number, *shown))
            body = words_in(kind, held.get(head))
            found.execute("INSERT INTO words (rowid, body) VALUES (?, ?)", (number, body))
    found.commit()
    return found
