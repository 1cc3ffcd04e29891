"""A list of records of any length: only the pages being looked at are held."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from typing_extensions import override

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
PAGE = 100
_PAGES_HELD = 24
LOADING = "Loading."


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record, as a list shows it and as a screen reader says it."""

    key: str
    title: str
    detail: str = ""
    when: str = ""
    icon: str = "file-text"
    tags: tuple[tuple[str, str], ...] = ()  # words and tone
    spoken: str = ""  # a whole sentence; made from the rest when empty

    @property
    def sentence(self) -> str:
        """Say the row as one sentence."""
        if self.spoken:
            return self.spoken
        parts = (self.title, self.when, *(words for words, _ in self.tags), self.detail)
        return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)


PageOf = Callable[[int, int], Sequence[RecordRow] | None]


class RecordTable(QAbstractListModel):
    """Asks `page(offset, limit)` for what is looked at; None means "later, through `put`"."""

    def __init__(self, page: PageOf, total: int = 0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._total = total
        self._pages: OrderedDict[int, Sequence[RecordRow]] = OrderedDict()
        self._wanted: set[int] = set()
        self._asked: set[int] = set()
        self.turn = 0  # an answer to an earlier question is let go

    def reset(self, total: int, page: PageOf | None = None) -> None:
        """Show other records, or the same ones read again."""
        self.beginResetModel()
        self._total = total
        self._page = page or self._page
        self._pages.clear()
        self._wanted.clear()
        self._asked.clear()
        self.turn += 1
        self.endResetModel()

    def put(self, offset: int, rows: Sequence[RecordRow], turn: int | None = None) -> None:
        """Take in a page that was asked for; one of an earlier turn is let go."""
        if turn is not None and turn != self.turn:
            return
        number = offset // PAGE
        self._asked.discard(number)
        self._pages[number] = rows
        self._pages.move_to_end(number)
        while len(self._pages) > _PAGES_HELD:
            self._pages.popitem(last=False)
        last = min(offset + len(rows), self._total) - 1
        if last >= offset:
            self.dataChanged.emit(self.index(offset), self.index(last))

    def row_at(self, index: Index) -> RecordRow | None:
        """Give the record at a place, or None while it is on its way."""
        if not index.isValid():
            return None
        number, within = divmod(index.row(), PAGE)
        page = self._pages.get(number)
        if page is None:
            self._want(number)
            return None
        return page[within] if within < len(page) else None

    def place_of(self, key: str) -> QModelIndex:
        """Give where a record stands among the pages that are held."""
        for number, page in self._pages.items():
            for within, row in enumerate(page):
                if row.key == key:
                    return self.index(number * PAGE + within)
        return QModelIndex()

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self._total

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ROLES:
            return None
        row = self.row_at(index)
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title if row else ""
        return row.sentence if row else LOADING

    def _want(self, number: int) -> None:
        # Painting asks many times; the question goes out once, after the paint.
        if number in self._asked:
            return
        if not self._wanted:
            QTimer.singleShot(0, self, self._ask)
        self._wanted.add(number)

    def _ask(self) -> None:
        wanted, self._wanted = sorted(self._wanted), set()
        for number in wanted:
            self._asked.add(number)
            rows = self._page(number * PAGE, PAGE)
            if rows is not None:
                self.put(number * PAGE, rows)


_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.UserRole,
    }
)
