"""What the sample shows: every stage, group, agency and characteristic, and the cases behind it."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.analysis.sampling import Line
from evidencekit.operations.sample import Sample, sample
from ui.places.arriving import begin_here
from ui.places.doors import open_record
from ui.places.workplace import Workplace
from ui.qtmodels.table import Column, TableView, ValueTable
from ui.widgets.announce import announce
from ui.widgets.card import Card
from ui.widgets.heading import Heading, label
from ui.widgets.lines import clear, column
from ui.widgets.page import Page
from ui.widgets.segment import Segments

_SHOW = (("all", "All"), ("gaps", "Not shown yet"))


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table."""

    by: str
    line: Line


class SamplePage(Page):
    """Sentences first, then the table behind them; Enter opens a row's first case."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(
            "What the sample shows",
            "Where no case stands, nobody has looked yet. It says nothing about the work.",
        )
        self._workplace = workplace
        self._sample: Sample | None = None
        self._rows: tuple[Row, ...] = ()
        self._said = column(gap=6)
        self.words = Card(Heading("Still to look at", "h2"), self._said, gap=8)
        self.show_which = Segments("Show", _SHOW)
        self.table: ValueTable[Row] = ValueTable(
            (
                Column("Looked at by", lambda row: row.by),
                Column("What", lambda row: row.line.label),
                Column("Cases", _cases),
                Column("Source", lambda row: row.line.source),
            )
        )
        self.view = TableView("What the sample shows", self.table)
        self.body.addWidget(self.words)
        self.body.addWidget(self.show_which)
        self.body.addWidget(self.view, 1)
        self.show_which.chosen.connect(lambda _key: self._show())
        self.view.opened.connect(self._on_open)
        self.show_busy("Reading the cases.")
        self._read()

    @override
    def first_focus(self) -> QWidget | None:
        return self.view

    @override
    def _read(self) -> None:
        self._workplace.ask(self, sample, self._on_read)

    def _on_read(self, found: Sample) -> None:
        is_first = self._sample is None
        self._sample = found
        clear(self._said)
        for sentence in found.sentences or ("Nothing is missing that is asked for.",):
            self._said.addWidget(label(sentence, wrap=True))
        number = sum(len(each.gaps) for each in found.dimensions)
        self.show_which.pill("gaps").setText(f"Not shown yet {number}")
        self._show()
        self.show_content()
        if is_first:
            begin_here(self._workplace, self)

    def _show(self) -> None:
        if self._sample is None:
            return
        only_gaps = self.show_which.value() == "gaps"
        self._rows = tuple(
            Row(each.title, line)
            for each in self._sample.dimensions
            for line in each.lines
            if line.is_gap or not only_gaps
        )
        self.table.show_rows(self._rows)

    def _on_open(self, number: int) -> None:
        found, titles = self._sample, self._rows[number].line.cases
        if found is None or not titles:
            announce(self, "No case shows this yet.")
            return
        case = next(each.record for each in found.cases if each.reference == titles[0])
        open_record(self._workplace, case, "case")


def _cases(row: Row) -> str:
    if row.line.cases:
        return ", ".join(row.line.cases)
    return "None yet" if row.line.is_asked else "None"
