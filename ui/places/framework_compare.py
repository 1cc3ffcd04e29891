"""Two frameworks side by side: areas paired by their text; it never says which is better."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.framework.comparing import Comparison, Pairing, compare
from evidencekit.framework.items import Area
from evidencekit.framework.pack import FrameworkPack
from evidencekit.operations import pack_files, report_desk, standing
from ui.places import choosers
from ui.places.standing import SHEET_QUESTION, say_saved
from ui.places.workplace import Workplace
from ui.qtmodels.table import Column, TableView, ValueTable
from ui.theme import spaced
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.heading import label
from ui.widgets.lines import clear, column
from ui.widgets.page import Page
from ui.widgets.segment import Segments

TITLE = "Two frameworks side by side"
_BY = "Areas are paired by what their text says, whatever they are called or numbered."
_REST = "rest"
WORDS = {
    Pairing.SAME: "Same", Pairing.CHANGED: "Other words", Pairing.ADDED: "Only in the second",
    Pairing.GONE: "Only in the first",
}  # fmt: skip
_SHOW = (
    ("", "All areas"), *((each.value, words) for each, words in WORDS.items()),
    (_REST, "Everything else"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table, with the whole words for below it."""

    kind: str
    what: str
    first: str
    second: str
    first_text: str
    second_text: str


class ComparePage(Page):
    """A table of pairs, what differs besides, and the words of the row chosen."""

    def __init__(self, workplace: Workplace, first: FrameworkPack, second: FrameworkPack) -> None:
        super().__init__(TITLE, _BY)
        self._workplace = workplace
        self.found: Comparison = compare(first, second)
        self._rows = tuple(_rows(self.found))
        self.choose_folder: choosers.ChooseOne = choosers.choose_folder
        self.sheet = self.add_action(button("Save as a sheet", self._on_sheet, icon="table"))
        self.show_which = Segments("Show", _SHOW)
        self.table: ValueTable[Row] = ValueTable(
            (
                Column("What became of it", lambda row: row.what),
                Column(_titled(first, second), lambda row: row.first),
                Column(_titled(second, first), lambda row: row.second),
            )
        )
        self.view = TableView(TITLE, self.table)
        self._below = QVBoxLayout()
        spaced(self._below, 6)
        self._nothing = label("", "muted", wrap=True)
        self.body.addWidget(self.show_which)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(Card(self._below))
        self.show_which.chosen.connect(lambda _key: self._show())
        self.view.selectionModel().currentChanged.connect(lambda _now, _was: self._show_words())
        self._count()
        self._show()
        self.show_content()

    @override
    def first_focus(self) -> QWidget | None:
        return self.view

    def _count(self) -> None:
        for key, words in _SHOW:
            many = sum(_is_shown(row, key) for row in self._rows)
            pill = self.show_which.pill(key)
            pill.setText(f"{words} {many}")
            pill.setAccessibleName(f"{words}: {many}")

    def _show(self) -> None:
        shown = [row for row in self._rows if _is_shown(row, self.show_which.value())]
        self.table.show_rows(shown)
        self._nothing.setText("" if shown else "None.")
        self._nothing.setVisible(not shown)
        if shown:
            self.view.setCurrentIndex(self.table.index(0, 0))
        self._show_words()

    def _show_words(self) -> None:
        row = self.table.row_at(self.view.currentIndex())
        clear(self._below)
        if row is None:
            return
        sides = ((self.found.first, row.first, row.first_text),
                 (self.found.second, row.second, row.second_text))  # fmt: skip
        self._below.addWidget(label(row.what, "strong"))
        for pack, name, text in sides:
            said = label(text or "Nothing like it.", "" if text else "muted", wrap=True)
            self._below.addLayout(column(label(f"{_named(pack)}: {name or 'none'}", "muted"),
                                         said, gap=1))  # fmt: skip

    def _on_sheet(self) -> None:
        self.choose_folder(self, SHEET_QUESTION, self._save)

    def _save(self, folder: Path) -> None:
        today = self._workplace.now().date()
        path = report_desk.free_path(folder, "frameworks", today, ".csv")
        self._workplace.labour(
            self, partial(standing.save_sheet, path, pack_files.sheet_of(self.found)),
            partial(say_saved, self), self.notice.show_refusal,
        )  # fmt: skip


def _rows(found: Comparison) -> Iterator[Row]:
    for each in found.pairs:
        yield Row(
            each.pairing.value, WORDS[each.pairing], _area(each.first), _area(each.second),
            each.first.text if each.first else "", each.second.text if each.second else "",
        )  # fmt: skip
    for other in found.differences:
        first, second = "; ".join(other.only_first), "; ".join(other.only_second)
        name = other.name.replace("_", " ").capitalize()
        yield Row(_REST, name, first, second, first, second)


def _is_shown(row: Row, key: str) -> bool:
    return row.kind == key or (not key and row.kind != _REST)


def _area(area: Area | None) -> str:
    return f"{area.id} {area.label}" if area else ""


def _titled(pack: FrameworkPack, other: FrameworkPack) -> str:
    return f"Version {pack.version}" if pack.id == other.id else pack.short_title


def _named(pack: FrameworkPack) -> str:
    return f"{pack.short_title}, version {pack.version}"
